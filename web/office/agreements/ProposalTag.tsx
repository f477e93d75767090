import { useSay } from '../../text/ReaderContext.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { agreementsTexts } from './texts.ts';

const MEANINGS = {
  draft: 'neutral',
  inReview: 'attention',
  approved: 'good',
  withdrawn: 'neutral',
} as const satisfies Readonly<Record<string, Meaning>>;

/** Where a proposal stands. */
export function ProposalTag({ state }: { readonly state: keyof typeof MEANINGS }) {
  const say = useSay(agreementsTexts);
  return <Tag meaning={MEANINGS[state]}>{say(`proposal.${state}`)}</Tag>;
}
