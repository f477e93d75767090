import { POSITIONS } from '../../claim/claimPositions.ts';
import { reasonTexts } from '../../claim/claimReasons.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import type { Claim } from './claimTypes.ts';
import { claimWords } from './claimWords.ts';
import { claimsTexts } from './texts.ts';

type Row = { readonly name: string; readonly amount: string; readonly why: string };

/** The parts of a claim, which add up to what was claimed. */
export function ClaimPositions({ claim }: { readonly claim: Claim }) {
  const say = useSay(claimsTexts);
  const sayWord = useSay(claimWords);
  const sayReason = useSay(reasonTexts);
  const { moneyFigure, money, inCurrency } = useReader();
  const { positions, disputes, currency, claimed } = claim;
  const rows: readonly Row[] = POSITIONS.filter(
    (position) => !isSameFigure(positions[position] ?? '0', '0'),
  ).map((position) => ({
    name: sayWord(position),
    amount: positions[position] ?? '0',
    why: position === 'disputed' ? reasonsText(disputes) : '',
  }));
  function reasonsText(byReason: Readonly<Record<string, string>>): string {
    return Object.entries(byReason)
      .map(([reason, amount]) => `${sayReason(reason as 'other')} ${money(amount, currency)}`)
      .join(' · ');
  }
  const columns: readonly Column<Row>[] = [
    { id: 'position', title: say('position'), isMain: true, cell: ({ name }) => name },
    { id: 'why', title: say('reasons'), isPlain: true, cell: ({ why }) => why },
    {
      id: 'amount',
      title: inCurrency(say('amount'), currency),
      isFigure: true,
      isFirst: true,
      cell: ({ amount }) => moneyFigure(amount, currency),
    },
  ];
  return (
    <DataTable
      caption={say('positions')}
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      foot={{ position: say('sum'), amount: <strong>{moneyFigure(claimed, currency)}</strong> }}
    />
  );
}
