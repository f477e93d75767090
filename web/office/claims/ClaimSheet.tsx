import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Comments } from '../comments/Comments.tsx';
import { HeldNotice } from '../trust/HeldNotice.tsx';
import { ClaimDeeds } from './ClaimDeeds.tsx';
import { ClaimDetails } from './ClaimDetails.tsx';
import { ClaimHistory } from './ClaimHistory.tsx';
import { ClaimLines } from './ClaimLines.tsx';
import { ClaimPositions } from './ClaimPositions.tsx';
import { ClaimProofs } from './ClaimProofs.tsx';
import { claimsTexts } from './texts.ts';

type Props = { readonly id: string | undefined; readonly day: string | undefined };

/** One claim: where its amount stands, what can be done with it, and what happened to it. */
export function ClaimSheet({ id, day }: Props) {
  const say = useSay(claimsTexts);
  const navigate = useNavigate({ from: '/claims' });
  const close = () => void navigate({ search: ({ claim: _closed, ...rest }) => rest, resetScroll: false });
  const query = day === undefined ? {} : { day };
  const claim = api.useQuery(
    'get',
    '/api/v1/claims/{id}',
    { params: { path: { id: id ?? '' }, query } },
    { enabled: id !== undefined },
  );
  return (
    <Sheet title={claim.data?.reference ?? say('claim')} isOpen={id !== undefined} onClose={close}>
      <Loaded query={claim}>
        {(shown) => (
          <>
            <ClaimDetails claim={shown} />
            <HeldNotice object="claim" id={shown.id} />
            {day === undefined && <ClaimDeeds claim={shown} />}
            <Section title={say('positions')} lead={say('positionsLead')}>
              <ClaimPositions claim={shown} />
            </Section>
            <Section title={say('lines')}>
              <ClaimLines claim={shown} />
            </Section>
            <Section title={say('history')}>
              <ClaimHistory id={shown.id} currency={shown.currency} />
            </Section>
            <Section title={say('documents')}>
              <ClaimProofs id={shown.id} />
            </Section>
            <Comments kind="claim" place={shown.id} />
          </>
        )}
      </Loaded>
    </Sheet>
  );
}
