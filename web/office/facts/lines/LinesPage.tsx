import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Pager } from '../../../ui/Pager.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { FactsTabs } from '../FactsTabs.tsx';
import { ImportLink } from '../ImportLink.tsx';
import { LineFilter } from './LineFilter.tsx';
import { LineSheet } from './LineSheet.tsx';
import { LineTable } from './LineTable.tsx';
import { filtersOf } from './lineSearch.ts';
import { linesTexts } from './texts.ts';

const PAGE_ROWS = 100;

/** Lines by what is looked for, and the sheet of one. */
export function LinesPage() {
  const say = useSay(linesTexts);
  const search = useSearch({ from: '/facts' });
  const filters = filtersOf(search);
  const { cursor } = search;
  const query = { ...filters, limit: String(PAGE_ROWS), ...(cursor !== undefined && { cursor }) };
  const list = api.useQuery(
    'get',
    '/api/v1/lines',
    { params: { query: query as { limit: string } } },
    { placeholderData: keepPreviousData },
  );
  const isNarrow = Object.keys(filters).length > 0;
  return (
    <Page title={say('title')} lead={say('lead')} actions={<ImportLink />}>
      <FactsTabs />
      <LineFilter key={JSON.stringify(filters)} filters={filters} />
      {list.error !== null && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data !== undefined && list.data.rows.length === 0 && (
        <Notice
          title={say(isNarrow ? 'nothingTitle' : 'emptyTitle')}
          {...(!isNarrow && { actions: <ImportLink /> })}
        >
          <p>{say(isNarrow ? 'nothingText' : 'emptyText')}</p>
        </Notice>
      )}
      {list.data !== undefined && list.data.rows.length > 0 && (
        <>
          <LineTable rows={list.data.rows} isStale={list.isPlaceholderData} />
          <Turning next={list.data.next} shown={list.data.rows.length} passed={search.passed ?? 0} />
        </>
      )}
      <LineSheet search={search} />
    </Page>
  );
}

type TurningProps = { readonly next: string | null; readonly shown: number; readonly passed: number };

function Turning({ next, shown, passed }: TurningProps) {
  const say = useSay(linesTexts);
  const navigate = useNavigate({ from: '/facts' });
  const on = () =>
    void navigate({ search: (old) => ({ ...old, cursor: next ?? '', passed: passed + shown }) });
  return (
    <Pager
      range={say('range', { from: passed + 1, to: passed + shown })}
      // A cursor only leads on: back is the way back through the pages.
      onPrevious={passed === 0 ? undefined : () => history.back()}
      onNext={next === null ? undefined : on}
    />
  );
}
