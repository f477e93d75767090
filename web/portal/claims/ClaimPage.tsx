import { useParams } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { POSITIONS } from '../../claim/claimPositions.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Details } from '../../ui/Details.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { ClaimLines } from './ClaimLines.tsx';
import styles from './Claims.module.css';
import { ClaimState } from './ClaimTable.tsx';
import { Conversation } from './Conversation.tsx';
import type { Claim } from './claimTypes.ts';
import { Timeline } from './Timeline.tsx';
import { claimsTexts } from './texts.ts';

/** One claim: where each part of it stands, what was said, and what can be said to it. */
export function ClaimPage() {
  const say = useSay(claimsTexts);
  const { id } = useParams({ from: '/claims/$id' });
  const claim = api.useQuery('get', '/api/v1/claims/{id}', { params: { path: { id } } });
  return (
    <Page title={claim.data === undefined ? say('claim') : `${say('claim')} ${claim.data.reference}`}>
      <Loaded query={claim}>
        {(data) => (
          <>
            <Facts claim={data} />
            <Timeline claim={data} />
            <Positions claim={data} />
            <ClaimLines claim={data} />
            <Conversation claim={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Facts({ claim }: { readonly claim: Claim }) {
  const say = useSay(claimsTexts);
  const { day, money } = useReader();
  const { agreement, claimed, currency, sentOn, answerBy, claimant, partner } = claim;
  return (
    <Details
      entries={[
        [say('state'), <ClaimState key="state" claim={claim} />],
        [say('claimed'), money(claimed, currency)],
        [say('agreement'), agreement],
        [say('partner'), partner],
        [say('sentOn'), claimant === 'us' ? `${day(sentOn)} · ${say('byUs')}` : day(sentOn)],
        [say('answerBy'), answerBy === null ? undefined : day(answerBy)],
      ]}
    />
  );
}

/** Each step of the way of the amount that something stands at. */
function Positions({ claim: { positions, currency } }: { readonly claim: Claim }) {
  const say = useSay(claimsTexts);
  const { money } = useReader();
  const taken = POSITIONS.filter((position) => !isSameFigure(positions[position] ?? '0', '0'));
  return (
    <Section title={say('positions')} lead={say('positionsLead')}>
      <ol className={styles.positions}>
        {taken.map((position) => (
          <li key={position} data-position={position}>
            <span>{say(position)}</span>
            <strong>{money(positions[position] ?? '0', currency)}</strong>
          </li>
        ))}
      </ol>
    </Section>
  );
}
