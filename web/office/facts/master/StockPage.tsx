import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Fields } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Pager } from '../../../ui/Pager.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { FactsTabs } from '../FactsTabs.tsx';
import { masterTexts } from './texts.ts';

type Count = Answer<'listStock'>['rows'][number];

const PAGE_ROWS = 100;

/** What lay in stock at the end of a day. */
export function StockPage() {
  const say = useSay(masterTexts);
  const { day, cursor, passed = 0 } = useSearch({ from: '/facts/stock' });
  const navigate = useNavigate({ from: '/facts/stock' });
  const query = {
    limit: String(PAGE_ROWS),
    ...(day !== undefined && { day }),
    ...(cursor !== undefined && { cursor }),
  };
  const list = api.useQuery(
    'get',
    '/api/v1/stock',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const { rows = [], next = null } = list.data ?? {};
  const on = () =>
    void navigate({ search: (old) => ({ ...old, cursor: next ?? '', passed: passed + rows.length }) });
  return (
    <Page title={say('stockTitle')} lead={say('stockLead')}>
      <FactsTabs />
      <Fields>
        <TextField
          type="date"
          label={say('day')}
          value={day ?? ''}
          onChange={(said) => void navigate({ search: said === '' ? {} : { day: said } })}
        />
      </Fields>
      {list.error !== null && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data !== undefined && rows.length === 0 && (
        <Notice title={say('noStock')}>
          <p>{say('noStockText')}</p>
        </Notice>
      )}
      {rows.length > 0 && (
        <>
          <StockTable rows={rows} isStale={list.isPlaceholderData} />
          <Pager
            range={say('range', { from: passed + 1, to: passed + rows.length })}
            onPrevious={passed === 0 ? undefined : () => history.back()}
            onNext={next === null ? undefined : on}
          />
        </>
      )}
    </Page>
  );
}

function StockTable({ rows, isStale }: { readonly rows: readonly Count[]; readonly isStale: boolean }) {
  const say = useSay(masterTexts);
  const { day, counted } = useReader();
  const columns: readonly Column<Count>[] = [
    { id: 'product', title: say('product'), isMain: true, cell: ({ product }) => product },
    { id: 'company', title: say('company'), cell: ({ company }) => company },
    { id: 'owner', title: say('owner'), cell: ({ partner }) => partner ?? say('ours') },
    { id: 'location', title: say('location'), cell: ({ location }) => location ?? undefined },
    { id: 'counted', title: say('counted'), cell: (count) => day(count.day) },
    {
      id: 'quantity',
      title: say('quantity'),
      isFigure: true,
      isFirst: true,
      cell: ({ quantity, unit }) => counted(quantity, { of: 'quantity', unit }, ''),
    },
  ];
  return (
    <DataTable
      caption={say('stockTitle')}
      columns={columns}
      rows={rows}
      rowKey={({ source, company, partner, location, product, unit }) =>
        [source, company, partner, location, product, unit].join(' ')
      }
      isStale={isStale}
    />
  );
}
