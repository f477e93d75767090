import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { CursorPager } from '../../ui/CursorPager.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { LineFilter } from './LineFilter.tsx';
import { LineTable } from './LineTable.tsx';
import { transactionsTexts } from './texts.ts';

const PAGE_ROWS = 50;

/** The partner's own invoice lines, as they count. */
export function TransactionsPage() {
  const say = useSay(transactionsTexts);
  const navigate = useNavigate({ from: '/transactions' });
  const { passed = 0, ...filter } = useSearch({ from: '/transactions' });
  const query = { limit: String(PAGE_ROWS), ...filter };
  const list = api.useQuery(
    'get',
    '/api/v1/portal/lines',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page title={say('title')} lead={say('lead')}>
      <LineFilter key={JSON.stringify(filter)} filter={filter} />
      {list.error !== null && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data?.rows.length === 0 && (
        <Notice title={say('none')}>
          <p>{say('noneText')}</p>
        </Notice>
      )}
      {list.data !== undefined && list.data.rows.length > 0 && (
        <>
          <LineTable rows={list.data.rows} isStale={list.isPlaceholderData} />
          <CursorPager
            shown={list.data.rows.length}
            passed={passed}
            next={list.data.next}
            onTurn={(page) => void navigate({ search: (old) => ({ ...old, ...page }) })}
          />
        </>
      )}
    </Page>
  );
}
