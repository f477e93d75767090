import { Link, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OfPartner } from '../money/OneOfMany.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import { ClaimsFrame } from './ClaimsFrame.tsx';
import type { Deduction } from './claimTypes.ts';
import { DeductionSheet } from './DeductionSheet.tsx';
import { deductionTexts } from './deductionTexts.ts';
import { RegisterDeduction } from './RegisterDeduction.tsx';

/** What partners paid less, and the sheet of the deduction that is open. */
export function DeductionsPage() {
  const say = useSay(deductionTexts);
  const { partner, deduction, cursor } = useSearch({ from: '/claims/deductions' });
  const query = pageQuery({ partner, cursor });
  const list = api.useQuery('get', '/api/v1/deductions', { params: { query } }, PAGED);
  return (
    <ClaimsFrame lead={say('lead')}>
      <Deeds>
        <RegisterDeduction />
      </Deeds>
      <FilterBar names={['partner']}>
        <OfPartner />
      </FilterBar>
      <PagedList list={list} empty={{ title: say('emptyTitle'), text: say('emptyText') }}>
        {(rows) => <DeductionTable rows={rows} />}
      </PagedList>
      <DeductionSheet id={deduction} />
    </ClaimsFrame>
  );
}

function DeductionTable({ rows }: { readonly rows: readonly Deduction[] }) {
  const say = useSay(deductionTexts);
  const sayMoney = useSay(moneyTexts);
  const { day, money } = useReader();
  const columns: readonly Column<Deduction>[] = [
    {
      id: 'partner',
      title: sayMoney('partner'),
      isMain: true,
      cell: ({ partner }) => <PartnerName code={partner} />,
    },
    {
      id: 'reference',
      title: say('reference'),
      isPlain: true,
      cell: (row) => <Named name={row.reference} code={day(row.day)} />,
    },
    {
      id: 'deducted',
      title: say('deducted'),
      isFigure: true,
      cell: ({ deducted, currency }) => <Amount exact={deducted} currency={currency} />,
    },
    {
      id: 'open',
      title: say('open'),
      isFigure: true,
      isFirst: true,
      cell: ({ id, open, currency, reference, partner }) => (
        <Link
          from="/claims/deductions"
          to="/claims/deductions"
          search={(old) => ({ ...old, deduction: id })}
          resetScroll={false}
          aria-label={`${say('openDeduction', { reference, partner })}: ${money(open, currency)}`}
        >
          <Amount exact={open} currency={currency} />
        </Link>
      ),
    },
  ];
  return <DataTable caption={say('caption')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
