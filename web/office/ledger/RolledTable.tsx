import { Link } from '@tanstack/react-router';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import type { Column } from '../../ui/DataTable.tsx';
import { LongTable } from '../../ui/LongTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Rolled } from './ledgerTypes.ts';
import { ledgerWords } from './ledgerWords.ts';
import { ledgerTexts } from './texts.ts';

type Props = { readonly currency: string; readonly rows: readonly Rolled[] };

/** Opening, movements by event or cause, and closing of each account of one currency. */
export function RolledTable({ currency, rows }: Props) {
  const say = useSay(ledgerTexts);
  const columns = useRolledColumns({ currency });
  return (
    <Section title={say('rolled', { currency })}>
      <LongTable
        caption={say('rolled', { currency })}
        columns={columns}
        rows={rows}
        rowKey={({ company, account, role, agreement, partner }) =>
          `${company} ${account} ${role} ${agreement} ${partner}`
        }
      />
    </Section>
  );
}

function useRolledColumns({ currency }: Pick<Props, 'currency'>): readonly Column<Rolled>[] {
  const say = useSay(ledgerTexts);
  const sayWord = useSay(ledgerWords);
  const { moneyFigure, signedFigure } = useReader();
  const nameOf = (kind: string) =>
    CAUSES.has(kind) ? sayWord(`cause.${kind}` as 'cause.terms') : sayWord(`event.${kind}` as 'event.pay');
  return [
    {
      id: 'account',
      title: say('account'),
      isMain: true,
      cell: ({ role, agreement, partner, company }) => (
        <Named
          name={sayWord(`role.${role}` as 'role.bank')}
          code={[company, partner, agreement].filter((text) => text !== null).join(' · ')}
        />
      ),
    },
    {
      id: 'opening',
      title: say('opening'),
      isFigure: true,
      cell: ({ opening }) => moneyFigure(opening, currency),
    },
    {
      id: 'movements',
      title: say('movements'),
      isPlain: true,
      cell: ({ movements }) =>
        movements.length === 0
          ? say('noMovement')
          : movements.map(({ kind, amount }) => (
              <div key={kind}>{`${nameOf(kind)} ${signedFigure(amount, currency)}`}</div>
            )),
    },
    {
      id: 'closing',
      title: say('closing'),
      isFigure: true,
      isFirst: true,
      cell: ({ closing, agreement, partner, company }) => (
        <Link
          to="/ledger/transfers"
          search={{ company, ...(partner && { partner }), ...(agreement && { agreement }) }}
        >
          {moneyFigure(closing, currency)}
        </Link>
      ),
    },
  ];
}

/** Movements are called by their cause where they have one, else by their event. */
const CAUSES: ReadonlySet<string> = new Set([
  'engine',
  'terms',
  'masterData',
  'units',
  'exchangeRates',
  'onTimeLines',
  'lateLines',
  'corrections',
  'returns',
  'adjustments',
  'estimate',
]);
