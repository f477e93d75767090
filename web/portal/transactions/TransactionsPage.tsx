import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Page } from '../../ui/Page.tsx';
import { LineFilter } from './LineFilter.tsx';
import { LineSheet } from './LineSheet.tsx';
import { keyOf, LineTable } from './LineTable.tsx';
import { transactionsTexts } from './texts.ts';

/** The partner's own invoice lines, as they count. */
export function TransactionsPage() {
  const say = useSay(transactionsTexts);
  const { passed: _, opened, ...filter } = useSearch({ from: '/transactions' });
  const navigate = useNavigate({ from: '/transactions' });
  const close = () => void navigate({ search: ({ opened: _closed, ...rest }) => rest, resetScroll: false });
  const query = pageQuery(filter);
  const list = api.useQuery('get', '/api/v1/portal/lines', { params: { query } }, PAGED);
  return (
    <Page title={say('title')} lead={say('lead')}>
      <LineFilter />
      <PagedList list={list} empty={{ title: say('none'), text: say('noneText') }}>
        {(rows, isStale) => (
          <>
            <LineTable rows={rows} isStale={isStale} />
            <LineSheet line={rows.find((row) => keyOf(row) === opened)} onClose={close} />
          </>
        )}
      </PagedList>
    </Page>
  );
}
