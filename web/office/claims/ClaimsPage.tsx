import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { said } from '../money/addressOf.ts';
import { Deeds } from '../money/Deeds.tsx';
import { ListPager, PAGE_ROWS } from '../money/ListPager.tsx';
import { ClaimFilter } from './ClaimFilter.tsx';
import { ClaimSheet } from './ClaimSheet.tsx';
import { ClaimsFrame } from './ClaimsFrame.tsx';
import { ClaimTable } from './ClaimTable.tsx';
import { TakeInClaims } from './TakeInClaims.tsx';
import { claimsTexts } from './texts.ts';

/** Claims of both sides, and the sheet of the one that is open. */
export function ClaimsPage() {
  const say = useSay(claimsTexts);
  const address = useSearch({ from: '/claims' });
  const navigate = useNavigate({ from: '/claims' });
  const { partner, agreement, claimant, day, cursor, passed } = address;
  const of = claimant === 'us' || claimant === 'partner' ? claimant : undefined;
  const query = { limit: String(PAGE_ROWS), ...said({ partner, agreement, claimant: of, day, cursor }) };
  const list = api.useQuery(
    'get',
    '/api/v1/claims',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const isNarrowed = [partner, agreement, claimant, day].some((text) => text !== undefined);
  return (
    <ClaimsFrame>
      <Deeds>
        <TakeInClaims />
      </Deeds>
      <ClaimFilter address={address} />
      <Loaded query={list}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Notice title={say(isNarrowed ? 'nothingTitle' : 'emptyTitle')}>
              <p>{say(isNarrowed ? 'nothingText' : 'emptyText')}</p>
            </Notice>
          ) : (
            <>
              <ClaimTable rows={rows} isStale={list.isPlaceholderData} />
              <ListPager
                count={rows.length}
                next={next}
                passed={passed}
                onNext={(page) => void navigate({ search: (old) => ({ ...old, ...page }) })}
              />
            </>
          )
        }
      </Loaded>
      <ClaimSheet id={address.claim} day={day} />
    </ClaimsFrame>
  );
}
