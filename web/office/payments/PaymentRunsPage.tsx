import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { narrowed, said } from '../money/addressOf.ts';
import { FilterBar } from '../money/FilterBar.tsx';
import { ListPager, PAGE_ROWS } from '../money/ListPager.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useActorName } from '../money/useActorName.ts';
import { SettlementFrame } from '../settlement/SettlementFrame.tsx';
import { PaymentRunSheet } from './PaymentRunSheet.tsx';
import { PaymentState } from './PaymentState.tsx';
import type { PaymentRunRow } from './paymentTypes.ts';
import { paymentWords } from './paymentWords.ts';
import { paymentRunTexts } from './runTexts.ts';

const STATES = ['proposed', 'approved', 'sent', 'withdrawn'] as const;

/** Payment runs, and the sheet of the one that is open. */
export function PaymentRunsPage() {
  const say = useSay(paymentRunTexts);
  const sayMoney = useSay(moneyTexts);
  const sayWord = useSay(paymentWords);
  const address = useSearch({ from: '/settlement/payments' });
  const navigate = useNavigate({ from: '/settlement/payments' });
  const { payment, cursor, passed } = address;
  const state = STATES.find((one) => one === address.state);
  const query = { limit: String(PAGE_ROWS), ...said({ state, payment, cursor }) };
  const list = api.useQuery(
    'get',
    '/api/v1/payment-runs',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <SettlementFrame lead={say('lead')}>
      <FilterBar>
        <SelectField
          label={say('state')}
          choices={[{ id: 'all', name: sayMoney('all') }, ...STATES.map((id) => ({ id, name: sayWord(id) }))]}
          value={state ?? 'all'}
          onChange={(id) =>
            void navigate({ search: (old) => narrowed(old, { state: id === 'all' ? '' : id }) })
          }
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
              <RunTable rows={rows} />
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
      <PaymentRunSheet id={address.run} />
    </SettlementFrame>
  );
}

function RunTable({ rows }: { readonly rows: readonly PaymentRunRow[] }) {
  const say = useSay(paymentRunTexts);
  const { day, money, instant } = useReader();
  const nameOf = useActorName();
  const columns: readonly Column<PaymentRunRow>[] = [
    {
      id: 'run',
      title: say('executionDay'),
      isMain: true,
      cell: ({ executionDay, account }) => <Named name={day(executionDay)} code={account} />,
    },
    { id: 'state', title: say('state'), isPlain: true, cell: ({ state }) => <PaymentState state={state} /> },
    {
      id: 'by',
      title: say('run'),
      isPlain: true,
      cell: ({ author, proposedAt }) => (
        <Named name={say('proposedBy', { name: nameOf(author) })} code={instant(proposedAt)} />
      ),
    },
    {
      id: 'approvals',
      title: say('approvals'),
      cell: ({ approvers, approvals }) =>
        say('approvalsText', { given: approvers.length, needed: approvals }),
    },
    {
      id: 'total',
      title: say('total'),
      isFigure: true,
      isFirst: true,
      cell: ({ id, total, currency, executionDay }) => (
        <Link
          from="/settlement/payments"
          to="/settlement/payments"
          search={(old) => ({ ...old, run: id })}
          resetScroll={false}
          aria-label={say('openRun', { day: day(executionDay), amount: money(total, currency) })}
        >
          <Amount exact={total} currency={currency} />
        </Link>
      ),
    },
  ];
  return <DataTable caption={say('caption')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
