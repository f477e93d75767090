import { useSearch } from '@tanstack/react-router';
import { api, call } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Page } from '../../ui/Page.tsx';
import { UnderWay } from '../facts/imports/UnderWay.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OneOrAll } from '../money/OneOrAll.tsx';
import { useMay } from '../money/useMay.ts';
import { JobTable } from './JobTable.tsx';
import { jobsTexts } from './texts.ts';

/** Work that is under way shows how far it is without loading the page again. */
const ASKED_AGAIN_MS = 2000;

const STATES = ['waiting', 'running', 'done', 'failed', 'merged', 'cancelled'] as const;

/** What runs, waits and has failed in the background; what has failed can be asked for again. */
export function JobsPage() {
  const say = useSay(jobsTexts);
  const { state: asked, cursor } = useSearch({ from: '/jobs' });
  const state = STATES.find((known) => known === asked);
  const mayCalculate = useMay('calculation:run');
  const query = pageQuery({ state, cursor });
  const list = api.useQuery(
    'get',
    '/api/v1/jobs',
    { params: { query } },
    { ...PAGED, refetchInterval: ASKED_AGAIN_MS },
  );
  return (
    <Page title={say('title')} lead={say('lead')}>
      {mayCalculate && (
        <Deeds>
          <Deed
            name={say('calculateNow')}
            lead={say('calculateLead')}
            done={say('asked')}
            onDo={() => call.POST('/api/v1/calculations', { body: {} })}
          />
        </Deeds>
      )}
      <UnderWay />
      <FilterBar names={['state']}>
        <OneOrAll name="state" label={say('state')} choices={STATES.map((id) => ({ id, name: say(id) }))} />
      </FilterBar>
      <PagedList list={list} empty={{ title: say('emptyTitle'), text: say('emptyText') }}>
        {(rows, isStale) => <JobTable rows={rows} isStale={isStale} />}
      </PagedList>
    </Page>
  );
}
