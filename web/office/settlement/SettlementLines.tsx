import { Link } from '@tanstack/react-router';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import type { Settlement } from './settlementTypes.ts';
import { settlementWords } from './settlementWords.ts';
import { settlementTexts } from './texts.ts';
import { useTaxRate } from './useTaxRate.ts';

type Line = Settlement['lines'][number];

/** The lines of a settlement: the amount of each is worked out below. */
export function SettlementLines({ settlement }: { readonly settlement: Settlement }) {
  const say = useSay(settlementTexts);
  const sayWord = useSay(settlementWords);
  const { span, moneyFigure, money, inCurrency } = useReader();
  const taxRate = useTaxRate();
  const { currency } = settlement;
  const rows = settlement.lines.map((line, index) => ({ ...line, number: index + 1 }));
  const columns: readonly Column<Line & { readonly number: number }>[] = [
    {
      id: 'about',
      title: say('about'),
      isMain: true,
      cell: (line) => (
        <Named name={line.agreement} code={`${line.participant} · ${line.term} · ${span(line)}`} />
      ),
    },
    {
      id: 'stage',
      title: say('stage'),
      isPlain: true,
      cell: ({ stage, lapse }) => (
        <Named name={sayWord(`stage.${stage}`)} code={lapse === null ? '' : sayWord(`why.${lapse}`)} />
      ),
    },
    {
      id: 'rate',
      title: say('rate'),
      isFigure: true,
      cell: ({ rate }) => taxRate(rate),
    },
    {
      id: 'net',
      title: inCurrency(say('net'), currency),
      isFigure: true,
      isFirst: true,
      cell: ({ number, net }) => (
        <Link
          from="/settlement"
          to="/settlement"
          search={(old) => ({ ...old, line: String(number) })}
          resetScroll={false}
          aria-label={say('explainLine', { line: number, amount: money(net, currency) })}
        >
          {moneyFigure(net, currency)}
        </Link>
      ),
    },
  ];
  return (
    <DataTable
      caption={say('lines')}
      columns={columns}
      rows={rows}
      rowKey={({ number }) => String(number)}
      foot={{
        about: say('net'),
        net: <strong>{moneyFigure(settlement.net, currency)}</strong>,
      }}
    />
  );
}
