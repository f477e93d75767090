import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Pager } from '../../../ui/Pager.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { FactsTabs } from '../FactsTabs.tsx';
import { ImportLink } from '../ImportLink.tsx';
import { MasterFilter } from './MasterFilter.tsx';
import { MasterSheet } from './MasterSheet.tsx';
import { MasterTable } from './MasterTable.tsx';
import { masterTexts } from './texts.ts';

const PAGE_ROWS = 100;

/** Partners, products and whatever else is known, as of two days; each opens with its history. */
export function MasterPage() {
  const say = useSay(masterTexts);
  const { day } = useReader();
  const search = useSearch({ from: '/facts/master' });
  const navigate = useNavigate({ from: '/facts/master' });
  const { kind = 'partner', text, effective, known, cursor, passed = 0 } = search;
  const query = {
    ...{ limit: String(PAGE_ROWS), kind },
    ...(text !== undefined && { text }),
    ...(effective !== undefined && { effective }),
    ...(known !== undefined && { known }),
    ...(cursor !== undefined && { cursor }),
  };
  const list = api.useQuery(
    'get',
    '/api/v1/master-data',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const companies = api.useQuery('get', '/api/v1/companies');
  const today = effective ?? companies.data?.rows.map((company) => company.today).toSorted()[0];
  const { rows = [], next = null } = list.data ?? {};
  return (
    <Page
      title={say('title')}
      {...(today !== undefined && { lead: say('lead', { day: day(today) }) })}
      actions={<ImportLink />}
    >
      <FactsTabs />
      <MasterFilter key={JSON.stringify(query)} search={search} />
      {list.error !== null && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data !== undefined && rows.length === 0 && (
        <Notice title={say('nothingTitle')} actions={<ImportLink />}>
          <p>{say('nothingText')}</p>
        </Notice>
      )}
      {rows.length > 0 && (
        <>
          <MasterTable rows={rows} isStale={list.isPlaceholderData} />
          <Pager
            range={say('range', { from: passed + 1, to: passed + rows.length })}
            onPrevious={passed === 0 ? undefined : () => history.back()}
            onNext={
              next === null
                ? undefined
                : () =>
                    void navigate({
                      search: (old) => ({ ...old, cursor: next, passed: passed + rows.length }),
                    })
            }
          />
        </>
      )}
      <MasterSheet search={search} />
    </Page>
  );
}
