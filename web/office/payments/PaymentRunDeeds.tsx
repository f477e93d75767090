import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useDecider } from '../money/useDecider.ts';
import { useMay } from '../money/useMay.ts';
import type { PaymentRun } from './paymentTypes.ts';
import { paymentRunTexts } from './runTexts.ts';

/** What can be done with a run: proposed, approved and sent by different persons. */
export function PaymentRunDeeds({ run }: { readonly run: PaymentRun }) {
  const say = useSay(paymentRunTexts);
  const { money, day } = useReader();
  const params = { path: { id: run.id } };
  const approver = useDecider({
    ...{ scope: 'payments:approve', role: 'approver', author: run.author, given: run.approvers },
  });
  const sender = useDecider({
    ...{ scope: 'payments:send', role: 'payer', author: run.author, given: run.approvers },
  });
  const mayWithdraw = useMay('payments:write');
  const isProposed = run.state === 'proposed';
  const isApproved = run.state === 'approved';
  const missing = say('missing', { count: run.approvals - run.approvers.length });
  const whyNot = isProposed ? [missing, approver.why].filter(Boolean).join(' ') : undefined;
  const maySave = useMay('payments:send');
  return (
    <Deeds why={whyNot ?? (isApproved ? sender.why : undefined)}>
      {isProposed && approver.may && (
        <Deed
          name={say('approve')}
          kind="primary"
          lead={say('approveLead', { total: money(run.total, run.currency), day: day(run.executionDay) })}
          done={say('approved')}
          onDo={() => call.POST('/api/v1/payment-runs/{id}/approval', { params })}
        />
      )}
      {isApproved && sender.may && (
        <Deed
          name={say('send')}
          kind="primary"
          lead={say('sendLead')}
          done={say('sent')}
          onDo={() => call.POST('/api/v1/payment-runs/{id}/sending', { params })}
        />
      )}
      {(isProposed || isApproved) && mayWithdraw && (
        <Deed
          name={say('withdraw')}
          lead={say('withdrawLead')}
          questions={[{ id: 'reason', label: say('why'), kind: 'long' }]}
          done={say('withdrawn')}
          onDo={({ reason = '' }) =>
            call.POST('/api/v1/payment-runs/{id}/withdrawal', { params, body: { reason } })
          }
        />
      )}
      {run.state === 'sent' && maySave && (
        <DownloadButton
          name="payments"
          onAsk={(signal) => call.GET('/api/v1/payment-runs/{id}/file', { params, parseAs: 'blob', signal })}
        >
          {say('save')}
        </DownloadButton>
      )}
    </Deeds>
  );
}
