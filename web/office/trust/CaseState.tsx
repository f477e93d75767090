import { useSay } from '../../text/ReaderContext.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import type { TrustCase } from './trustTypes.ts';
import { trustWords } from './trustWords.ts';

const MEANINGS: Readonly<Record<TrustCase['state'], Meaning>> = {
  open: 'attention',
  underWay: 'information',
  decided: 'neutral',
};

/** How a case stands, and whether it holds something. */
export function CaseState({ of }: { readonly of: Pick<TrustCase, 'state' | 'isHeld' | 'decision'> }) {
  const say = useSay(trustWords);
  const { state, isHeld, decision } = of;
  return (
    <>
      <Tag meaning={MEANINGS[state]}>
        {decision === null ? say(`state.${state}`) : say(`decision.${decision}`)}
      </Tag>{' '}
      {isHeld && <Tag meaning="bad">{say('held')}</Tag>}
    </>
  );
}
