import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { api } from '../../../api/client.ts';
import { PagedList } from '../../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../../shell/paging.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Fields } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { FactsTabs } from '../FactsTabs.tsx';
import { masterTexts } from './texts.ts';

type Count = Answer<'listStock'>['rows'][number];

/** What lay in stock at the end of a day. */
export function StockPage() {
  const say = useSay(masterTexts);
  const { day, cursor } = useSearch({ from: '/facts/stock' });
  const navigate = useNavigate({ from: '/facts/stock' });
  const query = pageQuery({ day, cursor });
  const list = api.useQuery('get', '/api/v1/stock', { params: { query } }, PAGED);
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
      <PagedList list={list} empty={{ title: say('noStock'), text: say('noStockText') }}>
        {(rows, isStale) => <StockTable rows={rows} isStale={isStale} />}
      </PagedList>
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
