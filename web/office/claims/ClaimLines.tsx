import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import type { Claim, ClaimLine } from './claimTypes.ts';
import { claimWords, POSITIONS } from './claimWords.ts';
import { claimsTexts } from './texts.ts';

/** What was claimed line by line, and where each of them stands. */
export function ClaimLines({ claim: { lines, currency } }: { readonly claim: Claim }) {
  const say = useSay(claimsTexts);
  const sayWord = useSay(claimWords);
  const { moneyFigure, money, count } = useReader();
  const standing = ({ positions, refusedFor }: ClaimLine) =>
    POSITIONS.filter((position) => !isSameFigure(positions[position] ?? '0', '0'))
      .map((position) => {
        const why = position === 'refused' ? Object.keys(refusedFor) : [];
        const reasons = why.map((reason) => sayWord(`reason.${reason}` as 'reason.other')).join(' · ');
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
      title: `${say('claimed')}, ${currency}`,
      isFigure: true,
      isFirst: true,
      cell: ({ claimed }) => moneyFigure(claimed, currency),
    },
  ];
  return (
    <DataTable caption={say('lines')} columns={columns} rows={lines} rowKey={({ line }) => String(line)} />
  );
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
