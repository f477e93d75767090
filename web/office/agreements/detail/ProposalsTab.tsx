import { Link } from '@tanstack/react-router';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ProposalTag } from '../ProposalTag.tsx';
import { agreementsTexts } from '../texts.ts';
import { ProposalPanel } from './ProposalPanel.tsx';
import type { Place } from './place.ts';
import type { Versions } from './shapes.ts';
import { detailTexts } from './texts.ts';

type Props = { readonly code: string; readonly place: Place; readonly history: Versions };

/** What was proposed: the one that is open, or was chosen, with its review; the others as links. */
export function ProposalsTab({ code, place, history }: Props) {
  const say = useSay(detailTexts);
  const sayKind = useSay(agreementsTexts);
  const proposals = history.proposals.toReversed();
  const shown =
    proposals.find(({ id }) => id === place.proposal) ??
    proposals.find(({ state }) => state === 'inReview' || state === 'draft') ??
    proposals[0];
  if (shown === undefined) {
    return (
      <Notice title={say('noProposals')}>
        <p>{say('noProposalsText')}</p>
      </Notice>
    );
  }
  const others = proposals.filter(({ id }) => id !== shown.id);
  return (
    <>
      <ProposalPanel code={code} id={shown.id} key={shown.id} />
      {others.length > 0 && (
        <Section title={say('otherProposals')}>
          <ul>
            {others.map(({ id, number, kind, state }) => (
              <li key={id}>
                <Link to="/agreements/$code" params={{ code }} search={{ tab: 'proposals', proposal: id }}>
                  {say('proposal', { number, kind: sayKind(`kind.${kind}`) })}
                </Link>{' '}
                <ProposalTag state={state} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
