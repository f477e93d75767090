import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Details } from '../../ui/Details.tsx';
import { Figures, KeyFigure } from '../../ui/Figures.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useActorName } from '../money/useActorName.ts';
import { HeldNotice } from '../trust/HeldNotice.tsx';
import { PaymentRunDeeds } from './PaymentRunDeeds.tsx';
import { PaymentState } from './PaymentState.tsx';
import { PaymentTable } from './PaymentTable.tsx';
import type { PaymentRun } from './paymentTypes.ts';
import { paymentRunTexts } from './runTexts.ts';

/** A run down to what each payment pays, and what was heard of it. */
export function PaymentRunSheet({ id }: { readonly id: string | undefined }) {
  const say = useSay(paymentRunTexts);
  const navigate = useNavigate({ from: '/settlement/payments' });
  const close = () => void navigate({ search: ({ run: _closed, ...rest }) => rest, resetScroll: false });
  const found = api.useQuery(
    'get',
    '/api/v1/payment-runs/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return (
    <Sheet title={say('run')} isOpen={id !== undefined} onClose={close}>
      <Loaded query={found}>
        {(run) => (
          <>
            <RunDetails run={run} />
            {run.payments.map(({ id: payment }) => (
              <HeldNotice key={payment} object="payment" id={payment} />
            ))}
            <PaymentRunDeeds run={run} />
            <Section title={say('payments')}>
              <PaymentTable run={run} />
            </Section>
          </>
        )}
      </Loaded>
    </Sheet>
  );
}

function RunDetails({ run }: { readonly run: PaymentRun }) {
  const say = useSay(paymentRunTexts);
  const { day, instant } = useReader();
  const nameOf = useActorName();
  const { approvers, approvals, sender, sentAt, messageId, sha256 } = run;
  return (
    <>
      <Figures>
        <KeyFigure title={say('total')}>
          <Amount exact={run.total} currency={run.currency} isLarge />
        </KeyFigure>
      </Figures>
      <Details
        entries={[
          [say('state'), <PaymentState key="state" state={run.state} />],
          [say('account'), `${run.account} · ${run.company}`],
          [say('executionDay'), day(run.executionDay)],
          [say('run'), `${say('proposedBy', { name: nameOf(run.author) })} · ${instant(run.proposedAt)}`],
          [say('approvals'), say('approvalsText', { given: approvers.length, needed: approvals })],
          [say('approvers'), approvers.length === 0 ? undefined : approvers.map(nameOf).join(' · ')],
          [
            say('sender'),
            sender === null || sentAt === null ? undefined : `${nameOf(sender)} · ${instant(sentAt)}`,
          ],
          [
            say('file'),
            messageId === null || sha256 === null ? undefined : say('fileText', { id: messageId, sha256 }),
          ],
        ]}
      />
    </>
  );
}
