import { useSay } from '../../text/ReaderContext.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import type { STATES } from './selection.ts';
import { agreementsTexts } from './texts.ts';

type State = (typeof STATES)[number];

const MEANINGS: Readonly<Record<State, Meaning>> = {
  draft: 'neutral',
  inReview: 'attention',
  approved: 'information',
  active: 'good',
  expired: 'neutral',
  terminated: 'bad',
  withdrawn: 'neutral',
};

/** Where an agreement or a proposal stands. */
export function StateTag({ state }: { readonly state: State }) {
  const say = useSay(agreementsTexts);
  return <Tag meaning={MEANINGS[state]}>{say(`state.${state}`)}</Tag>;
}
