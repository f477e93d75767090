import { LargeLadder } from '../../../ladder/LargeLadder.tsx';
import { TierTable } from '../../../ladder/TierTable.tsx';
import { termLadder } from '../text/termLadder.ts';
import type { AgreementText } from '../text/textPath.ts';

type Props = { readonly text: AgreementText; readonly index: number; readonly hasTable?: boolean };

/** The ladder of a term with nobody on it, and its tiers. */
export function TermLadder({ text, index, hasTable = true }: Props) {
  const ladder = termLadder(text, index);
  if (ladder === undefined) return null;
  return (
    <>
      {ladder.progress.tiers.length > 1 && <LargeLadder standing={ladder} isEmpty />}
      {hasTable && <TierTable standing={ladder} />}
    </>
  );
}
