import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Details } from '../../../ui/Details.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useActorName } from '../../money/useActorName.ts';
import { EffectOfText } from '../effect/EffectOfText.tsx';
import { ProposalTag } from '../ProposalTag.tsx';
import type { AgreementText } from '../text/textPath.ts';
import { agreementsTexts } from '../texts.ts';
import styles from './Detail.module.css';
import { Differences } from './Differences.tsx';
import { ProposalActions } from './ProposalActions.tsx';
import { ReviewLevels } from './ReviewLevels.tsx';
import { SaidTerms } from './SaidTerms.tsx';
import type { ProposalView } from './shapes.ts';
import { detailTexts } from './texts.ts';

/** One proposal: where its review stands, what one can do, what it would change, and what it says. */
export function ProposalPanel({ code, id }: { readonly code: string; readonly id: string }) {
  const say = useSay(detailTexts);
  const view = api.useQuery('get', '/api/v1/proposals/{id}', { params: { path: { id } } });
  return (
    <Loaded query={view}>
      {(proposal) => {
        const text = proposal.text as AgreementText;
        const isOpen = proposal.state === 'draft' || proposal.state === 'inReview';
        return (
          <div className={styles.panel}>
            <ProposalFacts proposal={proposal} />
            {isOpen && <ProposalActions proposal={proposal} />}
            {proposal.state === 'approved' && (
              <p>
                <Link to="/earnings" search={{ agreement: proposal.agreement }}>
                  {say('toEarnings')}
                </Link>
              </p>
            )}
            {proposal.submitted !== null && <ReviewLevels proposal={proposal} />}
            {isOpen && (
              <Section title={say('impact')} lead={say('impactLead')}>
                <EffectOfText text={text} />
              </Section>
            )}
            {proposal.baseVersion > 0 && (
              <Section title={say('changes', { version: proposal.baseVersion })}>
                <Differences
                  code={code}
                  from={String(proposal.baseVersion)}
                  to={`${proposal.id}:${proposal.revision}`}
                />
              </Section>
            )}
            <Section title={say('inWords')}>
              <SaidTerms text={text} />
            </Section>
          </div>
        );
      }}
    </Loaded>
  );
}

function ProposalFacts({ proposal }: { readonly proposal: ProposalView }) {
  const say = useSay(detailTexts);
  const sayKind = useSay(agreementsTexts);
  const { instant, money } = useReader();
  const nameOf = useActorName();
  const { number, kind, state, revisions, madeFrom, submitted } = proposal;
  const last = revisions.at(-1);
  return (
    <Details
      entries={[
        [say('tab.proposals'), say('proposal', { number, kind: sayKind(`kind.${kind}`) })],
        [say('state'), <ProposalTag key="state" state={state} />],
        [
          say('lastText'),
          last &&
            say('revision', { revision: last.revision, who: nameOf(last.author), at: instant(last.at) }),
        ],
        [say('madeFrom'), madeFrom === null ? undefined : madeFrom.agreement],
        [
          say('value'),
          submitted === null
            ? undefined
            : say(`value.${submitted.value.of}`, {
                amount: money(submitted.value.amount, submitted.value.currency),
              }),
        ],
      ]}
    />
  );
}
