import { Link } from '@tanstack/react-router';
import { POSITIONS } from '../../claim/claimPositions.ts';
import { reasonTexts } from '../../claim/claimReasons.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { workedOutAt } from '../earnings/selection.ts';
import type { Claim, ClaimLine } from './claimTypes.ts';
import { claimWords } from './claimWords.ts';
import { claimsTexts } from './texts.ts';

/** What was claimed line by line, and where each of them stands. */
export function ClaimLines({ claim }: { readonly claim: Claim }) {
  const { lines, currency } = claim;
  const say = useSay(claimsTexts);
  const sayWord = useSay(claimWords);
  const sayReason = useSay(reasonTexts);
  const { moneyFigure, money, count, inCurrency } = useReader();
  const standing = ({ positions, refusedFor }: ClaimLine) =>
    POSITIONS.filter((position) => !isSameFigure(positions[position] ?? '0', '0'))
      .map((position) => {
        const why = position === 'refused' ? Object.keys(refusedFor) : [];
        const reasons = why.map((reason) => sayReason(reason as 'other')).join(' · ');
        const amount = money(positions[position] ?? '0', currency);
        return [`${sayWord(position)}: ${amount}`, reasons].filter((text) => text !== '').join(' · ');
      })
      .join('; ');
  const columns: readonly Column<ClaimLine>[] = [
    { id: 'line', title: say('line'), isMain: true, cell: ({ line }) => count(line) },
    { id: 'about', title: say('about'), isPlain: true, cell: (line) => <About line={line} /> },
    { id: 'found', title: say('found'), isPlain: true, cell: standing },
    {
      id: 'claimed',
      title: inCurrency(say('claimed'), currency),
      isFigure: true,
      isFirst: true,
      cell: (line) => (
        <Link
          to="/earnings"
          search={earnedBy(claim, line) ?? {}}
          aria-label={say('explainLine', { line: count(line.line), amount: money(line.claimed, currency) })}
        >
          {moneyFigure(line.claimed, currency)}
        </Link>
      ),
    },
  ];
  return (
    <DataTable caption={say('lines')} columns={columns} rows={lines} rowKey={({ line }) => String(line)} />
  );
}

/** How what a line claims was earned. */
function earnedBy({ agreement }: Claim, { participant, term, firstDay }: ClaimLine) {
  return workedOutAt({ agreement, partner: participant, term, window: { firstDay } });
}

/** The sale or window that a line is about. */
export function About({ line }: { readonly line: ClaimLine }) {
  const say = useSay(claimsTexts);
  const { span } = useReader();
  const { transaction, term, product, participant } = line;
  const of =
    transaction === null
      ? span(line)
      : say('transaction', { document: transaction.document, line: transaction.line });
  return <Named name={of} code={[term, participant, product].filter((text) => text !== null).join(' · ')} />;
}
