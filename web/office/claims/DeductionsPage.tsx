import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { narrowed, said } from '../money/addressOf.ts';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { ListPager, PAGE_ROWS } from '../money/ListPager.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import { usePartners } from '../money/useChoices.ts';
import { ClaimsFrame } from './ClaimsFrame.tsx';
import type { Deduction } from './claimTypes.ts';
import { DeductionSheet } from './DeductionSheet.tsx';
import { deductionTexts } from './deductionTexts.ts';
import { RegisterDeduction } from './RegisterDeduction.tsx';

/** What partners paid less, and the sheet of the deduction that is open. */
export function DeductionsPage() {
  const say = useSay(deductionTexts);
  const sayMoney = useSay(moneyTexts);
  const { partner = '', deduction, cursor, passed } = useSearch({ from: '/claims/deductions' });
  const navigate = useNavigate({ from: '/claims/deductions' });
  const query = { limit: String(PAGE_ROWS), ...said({ partner, cursor }) };
  const list = api.useQuery(
    'get',
    '/api/v1/deductions',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const narrow = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => narrowed(old, wanted) });
  return (
    <ClaimsFrame lead={say('lead')}>
      <Deeds>
        <RegisterDeduction />
      </Deeds>
      <FilterBar onClear={partner === '' ? undefined : () => narrow({ partner: '' })}>
        <ComboField
          label={sayMoney('partner')}
          placeholder={sayMoney('all')}
          choices={usePartners()}
          value={partner}
          onChange={(id) => narrow({ partner: id })}
        />
      </FilterBar>
      <Loaded query={list}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Notice title={say('emptyTitle')}>
              <p>{say('emptyText')}</p>
            </Notice>
          ) : (
            <>
              <DeductionTable rows={rows} />
              <ListPager
                count={rows.length}
                next={next}
                passed={passed}
                onNext={(page) => void navigate({ search: (old) => ({ ...old, ...page }) })}
              />
            </>
          )
        }
      </Loaded>
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
