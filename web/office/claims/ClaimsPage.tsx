import { useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deeds } from '../money/Deeds.tsx';
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
  const { partner, agreement, claimant, day, cursor } = address;
  const of = claimant === 'us' || claimant === 'partner' ? claimant : undefined;
  const query = pageQuery({ partner, agreement, claimant: of, day, cursor });
  const list = api.useQuery('get', '/api/v1/claims', { params: { query } }, PAGED);
  const isNarrowed = [partner, agreement, claimant, day].some((text) => text !== undefined);
  return (
    <ClaimsFrame>
      <Deeds>
        <TakeInClaims />
      </Deeds>
      <ClaimFilter address={address} />
      <PagedList
        list={list}
        empty={{
          title: say(isNarrowed ? 'nothingTitle' : 'emptyTitle'),
          text: say(isNarrowed ? 'nothingText' : 'emptyText'),
        }}
      >
        {(rows, isStale) => <ClaimTable rows={rows} isStale={isStale} />}
      </PagedList>
      <ClaimSheet id={address.claim} day={day} />
    </ClaimsFrame>
  );
}
