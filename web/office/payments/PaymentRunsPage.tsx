import { Link, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OneOrAll } from '../money/OneOrAll.tsx';
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
  const sayWord = useSay(paymentWords);
  const address = useSearch({ from: '/settlement/payments' });
  const { payment, cursor } = address;
  const state = STATES.find((one) => one === address.state);
  const query = pageQuery({ state, payment, cursor });
  const list = api.useQuery('get', '/api/v1/payment-runs', { params: { query } }, PAGED);
  return (
    <SettlementFrame lead={say('lead')}>
      <FilterBar names={['state']}>
        <OneOrAll
          name="state"
          label={say('state')}
          choices={STATES.map((id) => ({ id, name: sayWord(id) }))}
        />
      </FilterBar>
      <PagedList list={list} empty={{ title: say('emptyTitle'), text: say('emptyText') }}>
        {(rows) => <RunTable rows={rows} />}
      </PagedList>
      <PaymentRunSheet id={address.run} />
    </SettlementFrame>
  );
}

function RunTable({ rows }: { readonly rows: readonly PaymentRunRow[] }) {
  const say = useSay(paymentRunTexts);
  const columns = useRunColumns();
  return <DataTable caption={say('caption')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function useRunColumns(): readonly Column<PaymentRunRow>[] {
  const say = useSay(paymentRunTexts);
  const { day, money, instant } = useReader();
  const nameOf = useActorName();
  return [
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
}
