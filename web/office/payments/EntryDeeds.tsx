import { api, call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useDecider } from '../money/useDecider.ts';
import { useMay } from '../money/useMay.ts';
import { bankTexts } from './bankTexts.ts';
import type { BankEntry } from './paymentTypes.ts';

/** What can be done with an entry that waits: one person says where it belongs, another one decides. */
export function EntryDeeds({ entry }: { readonly entry: BankEntry }) {
  const say = useSay(bankTexts);
  const params = { path: { id: entry.id } };
  const mayWrite = useMay('payments:write');
  const decider = useDecider({
    ...{ scope: 'payments:approve', role: 'approver', author: entry.proposal?.by },
  });
  if (entry.proposal === null) return <Deeds>{mayWrite && <ProposeAssignment id={entry.id} />}</Deeds>;
  return (
    <Deeds why={decider.why}>
      {decider.may && (
        <>
          <Deed
            name={say('approve')}
            kind="primary"
            lead={say('approveLead')}
            done={say('approved')}
            onDo={() =>
              call.POST('/api/v1/bank-entries/{id}/assignment/decision', {
                params,
                body: { is: 'approved' },
              })
            }
          />
          <Deed
            name={say('reject')}
            questions={[{ id: 'reason', label: say('reason'), kind: 'long' }]}
            done={say('rejected')}
            onDo={({ reason = '' }) =>
              call.POST('/api/v1/bank-entries/{id}/assignment/decision', {
                params,
                body: { is: 'rejected', reason },
              })
            }
          />
        </>
      )}
    </Deeds>
  );
}

function ProposeAssignment({ id }: { readonly id: string }) {
  const say = useSay(bankTexts);
  const { day, money } = useReader();
  const runs = api.useQuery('get', '/api/v1/payment-runs', {
    params: { query: { state: 'sent', limit: '100' } },
  });
  const choices = (runs.data?.rows ?? []).map((run) => ({
    id: run.id,
    name: `${day(run.executionDay)} · ${money(run.total, run.currency)}`,
  }));
  const params = { path: { id } };
  return (
    <>
      <Deed
        name={say('assign')}
        lead={say('assignLead')}
        questions={[
          {
            ...{ id: 'run', label: say('run'), kind: 'find', isOptional: true, hint: say('oneOf') },
            choices,
          },
          {
            ...{ id: 'payments', label: say('payments'), isOptional: true },
            hint: say('paymentsHint'),
          },
          { id: 'reason', label: say('reason'), kind: 'long' },
        ]}
        done={say('assigned')}
        onDo={({ run, payments = '', reason = '' }) =>
          call.POST('/api/v1/bank-entries/{id}/assignment', {
            params,
            body: {
              reason,
              ...(payments === '' && run !== undefined && { run }),
              ...(payments !== '' && { payments: payments.split(/[\s,，]+/) }),
            },
          })
        }
      />
      <Deed
        name={say('dismiss')}
        lead={say('dismissLead')}
        questions={[{ id: 'reason', label: say('reason'), kind: 'long' }]}
        done={say('dismissed')}
        onDo={({ reason = '' }) =>
          call.POST('/api/v1/bank-entries/{id}/dismissal', { params, body: { reason } })
        }
      />
    </>
  );
}
