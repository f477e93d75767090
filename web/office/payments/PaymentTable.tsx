import { Link } from '@tanstack/react-router';
import { call } from '../../api/client.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useActorName } from '../money/useActorName.ts';
import { useDecider } from '../money/useDecider.ts';
import { PaymentState } from './PaymentState.tsx';
import type { Payment, PaymentRun } from './paymentTypes.ts';
import { paymentWords } from './paymentWords.ts';
import { paymentRunTexts } from './runTexts.ts';

/** The payments of a run: the documents that each pays, and what was heard of it. */
export function PaymentTable({ run }: { readonly run: PaymentRun }) {
  const say = useSay(paymentRunTexts);
  const sayMoney = useSay(moneyTexts);
  const { moneyFigure, money, inCurrency } = useReader();
  const { currency } = run;
  const columns: readonly Column<Payment>[] = [
    {
      id: 'partner',
      title: sayMoney('partner'),
      isMain: true,
      cell: ({ partner, account }) => <PartnerName code={partner} below={say('account4', { account })} />,
    },
    { id: 'state', title: say('state'), isPlain: true, cell: (payment) => <Heard payment={payment} /> },
    {
      id: 'documents',
      title: say('documents'),
      isPlain: true,
      cell: ({ items }) =>
        items.map(({ settlement, document, amount }) => (
          <div key={settlement}>
            <Link to="/settlement" search={{ settlement, line: '1' }}>
              {document}
            </Link>
            {items.length > 1 && ` ${money(amount, currency)}`}
          </div>
        )),
    },
    {
      id: 'deeds',
      title: say('advice'),
      isPlain: true,
      cell: (payment) => <PaymentDeeds payment={payment} run={run} />,
    },
    {
      id: 'amount',
      title: inCurrency(say('amount'), currency),
      isFigure: true,
      isFirst: true,
      cell: ({ amount, returned }) => (
        <>
          {moneyFigure(amount, currency)}
          {!isSameFigure(returned, '0') && <div>{say('came', { amount: money(returned, currency) })}</div>}
        </>
      ),
    },
  ];
  return (
    <DataTable caption={say('payments')} columns={columns} rows={run.payments} rowKey={({ id }) => id} />
  );
}

function Heard({ payment }: { readonly payment: Payment }) {
  const sayWord = useSay(paymentWords);
  const { instant } = useReader();
  const nameOf = useActorName();
  return (
    <>
      <PaymentState state={payment.state} />
      {payment.events.map(({ at, state, actor, reason }) => (
        <div key={`${at} ${state}`}>
          {[sayWord(state), instant(at), nameOf(actor), reason].filter((text) => text !== '').join(' · ')}
        </div>
      ))}
    </>
  );
}

function PaymentDeeds({ payment, run }: { readonly payment: Payment; readonly run: PaymentRun }) {
  const say = useSay(paymentRunTexts);
  const { language } = useReader();
  const { may } = useDecider({
    ...{ scope: 'payments:approve', role: 'approver', author: run.sender ?? undefined },
  });
  const params = { path: { id: payment.id } };
  const isSilent = payment.state === 'unknown' || payment.state === 'sent';
  return (
    <Deeds>
      {run.state === 'sent' && (
        <DownloadButton
          name="advice.pdf"
          label={`PDF: ${say('adviceFor', { partner: payment.partner })}`}
          onAsk={(signal) =>
            call.GET('/api/v1/payments/{id}/remittance-advice', {
              params: { ...params, query: { format: 'pdf', lang: language } },
              parseAs: 'blob',
              signal,
            })
          }
        >
          PDF
        </DownloadButton>
      )}
      {isSilent && may && (
        <Deed
          name={say('resolve')}
          kind="quiet"
          lead={say('resolveLead')}
          questions={[
            {
              ...{ id: 'is', label: say('outcome'), kind: 'choice', value: 'confirm' },
              choices: (['confirm', 'reject'] as const).map((id) => ({ id, name: say(id) })),
            },
            { id: 'reason', label: say('why'), kind: 'long' },
          ]}
          done={say('resolved')}
          onDo={({ is, reason = '' }) =>
            call.POST('/api/v1/payments/{id}/resolution', {
              params,
              body: { is: is === 'reject' ? 'reject' : 'confirm', reason },
            })
          }
        />
      )}
    </Deeds>
  );
}
