import { Link } from '@tanstack/react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { claimsTexts } from './texts.ts';

const SHOWN = '20';

/** Which claims on the same amount were sent before: a second one is seldom meant. */
export function ClaimedAlready({ earning }: { readonly earning: Schemas['Earning'] }) {
  const say = useSay(claimsTexts);
  const { money } = useReader();
  const { agreement, term, partner, window } = earning;
  const query = {
    agreement,
    term,
    participant: partner,
    firstDay: window.firstDay,
    claimant: 'partner',
    limit: SHOWN,
  } as const;
  const { data } = api.useQuery('get', '/api/v1/claims', { params: { query } });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Notice title={say('claimedAlready')} meaning="attention">
      {data.rows.map(({ id, reference, claimed, currency }) => (
        <p key={id}>
          <Link to="/claims/$id" params={{ id }}>
            {reference}
          </Link>{' '}
          · {money(claimed, currency)}
        </p>
      ))}
    </Notice>
  );
}
