import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { PagedList } from '../../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../../shell/paging.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Page } from '../../../ui/Page.tsx';
import { SavedViews } from '../../views/SavedViews.tsx';
import { viewFilterOf } from '../../views/viewFilter.ts';
import { FactsTabs } from '../FactsTabs.tsx';
import { ImportLink } from '../ImportLink.tsx';
import { LineFilter } from './LineFilter.tsx';
import { LineSheet } from './LineSheet.tsx';
import { LineTable } from './LineTable.tsx';
import { filtersOf, LINE_FILTERS } from './lineSearch.ts';
import { linesTexts } from './texts.ts';

/** Lines by what is looked for, and the sheet of one. */
export function LinesPage() {
  const say = useSay(linesTexts);
  const search = useSearch({ from: '/facts' });
  const navigate = useNavigate({ from: '/facts' });
  const filters = filtersOf(search);
  const query = pageQuery({ ...filters, cursor: search.cursor });
  const list = api.useQuery('get', '/api/v1/lines', { params: { query: query as { limit: string } } }, PAGED);
  const isNarrow = Object.keys(filters).length > 0;
  const empty = isNarrow
    ? { title: say('nothingTitle'), text: say('nothingText') }
    : { title: say('emptyTitle'), text: say('emptyText'), actions: <ImportLink /> };
  return (
    <Page title={say('title')} lead={say('lead')} actions={<ImportLink />}>
      <FactsTabs />
      <LineFilter />
      {filters.import !== undefined && <p>{say('ofImport')}</p>}
      <SavedViews
        list="lines"
        filter={viewFilterOf(filters, LINE_FILTERS)}
        onChoose={(wanted) => void navigate({ search: wanted })}
      />
      <PagedList list={list} empty={empty}>
        {(rows, isStale) => <LineTable rows={rows} isStale={isStale} />}
      </PagedList>
      <LineSheet search={search} />
    </Page>
  );
}
