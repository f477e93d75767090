import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { call } from '../../api/client.ts';
import { useLongList } from '../../shell/useLongList.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { More } from '../../ui/More.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { EarningSheet } from '../earning/EarningSheet.tsx';
import { PaymentSheet } from './PaymentSheet.tsx';
import { PaymentState } from './PaymentState.tsx';
import { shortReference } from './shortReference.ts';
import { paymentsTexts } from './texts.ts';

type Payment = Answer<'listOwnPayments'>['rows'][number];

const AT_ONCE = '20';

/** Every payment that has left for the partner; one of them opens down to what was earned. */
export function Payments() {
  const say = useSay(paymentsTexts);
  const { payment, earning } = useSearch({ from: '/payments' });
  const navigate = useNavigate({ from: '/payments' });
  const { query, more } = useLongList<Payment>(['payments'], (page) =>
    call.GET('/api/v1/portal/payments', { params: { query: { ...page, limit: AT_ONCE } } }),
  );
  const without = (open: 'payment' | 'earning') => () =>
    void navigate({ search: ({ [open]: _closed, ...rest }) => rest, resetScroll: false });
  return (
    <Section title={say('payments')} lead={say('paymentsLead')}>
      <Loaded query={query} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Notice title={say('noPayments')}>
              <p>{say('noPaymentsText')}</p>
            </Notice>
          ) : (
            <>
              <PaymentTable rows={rows} />
              {more.onMore !== undefined && <More {...more} />}
            </>
          )
        }
      </Loaded>
      <PaymentSheet id={payment} onClose={without('payment')} />
      <EarningSheet id={earning} onClose={without('earning')} />
    </Section>
  );
}

function PaymentTable({ rows }: { readonly rows: readonly Payment[] }) {
  const say = useSay(paymentsTexts);
  const { day, money, list } = useReader();
  const columns: readonly Column<Payment>[] = [
    {
      id: 'payment',
      title: say('payment'),
      isMain: true,
      cell: ({ id, executionDay, bankReference }) => (
        <Named
          name={
            <Link to="/payments" search={(old) => ({ ...old, payment: id })} resetScroll={false}>
              {day(executionDay)}
            </Link>
          }
          code={shortReference(bankReference)}
        />
      ),
    },
    {
      id: 'state',
      title: say('state'),
      isPlain: true,
      cell: ({ state }) => <PaymentState state={state} />,
    },
    {
      id: 'documents',
      title: say('for'),
      cell: ({ documents }) => list(documents.map(({ number }) => number)),
    },
    {
      id: 'amount',
      title: say('gross'),
      isFigure: true,
      isFirst: true,
      cell: ({ amount, currency }) => money(amount, currency),
    },
  ];
  return <DataTable caption={say('payments')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
