import { Link } from '@tanstack/react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { claimsTexts } from './texts.ts';

/** The claims that stand on an amount already, before somebody claims it once more. */
export function ClaimedAlready({ earning }: { readonly earning: Schemas['Earning'] }) {
  const say = useSay(claimsTexts);
  const { money } = useReader();
  const { agreement, term, partner, window } = earning;
  const query = { agreement, term, participant: partner, firstDay: window.firstDay };
  const claims = api.useQuery('get', '/api/v1/claims', { params: { query } });
  const rows = claims.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Notice title={say('claimedAlready')} meaning="attention">
      <ul>
        {rows.map(({ id, reference, claimed, currency }) => (
          <li key={id}>
            <Link to="/claims/$id" params={{ id }}>
              {reference}
            </Link>{' '}
            · {money(claimed, currency)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
