import { useSearch } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { api, call } from '../../../api/client.ts';
import { PagedList } from '../../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../../shell/paging.ts';
import { SearchForm } from '../../../shell/SearchForm.tsx';
import { useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Deed } from '../../money/Deed.tsx';
import { Deeds } from '../../money/Deeds.tsx';
import { useMay } from '../../money/useMay.ts';
import { FactsTabs } from '../FactsTabs.tsx';
import { unitsTexts } from './texts.ts';

type Product = Answer<'listMasterData'>['rows'][number];

const UNIT = 'unit.';

/** How many of one unit are in another, product by product. */
export function UnitsPage() {
  const say = useSay(unitsTexts);
  const { text, cursor } = useSearch({ from: '/facts/units' });
  const query = { ...pageQuery({ text, cursor }), kind: 'product' as const };
  const list = api.useQuery('get', '/api/v1/master-data', { params: { query } }, PAGED);
  return (
    <Page title={say('title')} lead={say('lead')}>
      <FactsTabs />
      <SearchForm label={say('filter')} fields={[{ name: 'text', label: say('text'), type: 'search' }]} />
      <PagedList list={list} empty={{ title: say('emptyTitle'), text: say('emptyText') }}>
        {(rows, isStale) => <UnitTable rows={rows} isStale={isStale} />}
      </PagedList>
    </Page>
  );
}

function UnitTable({ rows, isStale }: { readonly rows: readonly Product[]; readonly isStale: boolean }) {
  const say = useSay(unitsTexts);
  const mayWrite = useMay('facts:write');
  const columns: readonly Column<Product>[] = [
    {
      id: 'product',
      title: say('product'),
      isMain: true,
      width: '32%',
      cell: ({ code, name }) => <Named name={name} code={code} />,
    },
    {
      id: 'conversions',
      title: say('conversions'),
      isPlain: true,
      cell: ({ attributes }) => <Conversions attributes={attributes} />,
    },
    { id: 'weight', title: say('weight'), cell: ({ attributes }) => attributes.weight ?? '' },
    { id: 'pallet', title: say('pallet'), cell: ({ attributes }) => attributes.palletQuantity ?? '' },
    ...(mayWrite
      ? [
          {
            id: 'change',
            title: say('change'),
            isPlain: true,
            cell: (product: Product) => <SayUnit product={product} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={say('title')}
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      isStale={isStale}
    />
  );
}

function Conversions({ attributes }: Pick<Product, 'attributes'>) {
  const say = useSay(unitsTexts);
  const units = Object.entries(attributes).filter(([name, text]) => name.startsWith(UNIT) && text !== '');
  if (units.length === 0) return say('none');
  return units.map(([name, factor]) => (
    <p key={name}>{say('one', { unit: name.slice(UNIT.length), factor })}</p>
  ));
}

function SayUnit({ product: { code, name } }: { readonly product: Product }) {
  const say = useSay(unitsTexts);
  return (
    <Deeds>
      <Deed
        name={say('change')}
        label={say('of', { product: name })}
        lead={say('changeLead')}
        done={say('saved')}
        kind="quiet"
        questions={[
          { id: 'unit', label: say('unit') },
          { id: 'factor', label: say('factor'), hint: say('factorHint') },
          { id: 'from', label: say('from'), kind: 'day', isOptional: true },
        ]}
        onDo={({ unit = '', factor = '', from }) =>
          call.POST('/api/v1/hierarchies/attributes', {
            body: {
              ...({ kind: 'product', code, attribute: `${UNIT}${unit}`, value: factor } as const),
              ...(from !== undefined && { from }),
            },
          })
        }
      />
    </Deeds>
  );
}
