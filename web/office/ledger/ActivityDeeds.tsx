import { call } from '../../api/client.ts';
import { fileBody } from '../../api/fileBody.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useDecider } from '../money/useDecider.ts';
import { useMay } from '../money/useMay.ts';
import { fundTexts } from './fundTexts.ts';
import type { Activity } from './ledgerTypes.ts';

/** What can be done with an activity: decided by another person, claimed with proof, paid, closed. */
export function ActivityDeeds({ activity }: { readonly activity: Activity }) {
  const { id, state, events } = activity;
  const say = useSay(fundTexts);
  const proofs = events.filter(({ kind }) => kind === 'claimed');
  return (
    <>
      {state === 'requested' && <DecideActivity activity={activity} />}
      {state === 'approved' && <FollowActivity activity={activity} />}
      {proofs.map(({ event }) => (
        <DownloadButton
          key={event}
          name="proof"
          onAsk={(signal) =>
            call.GET('/api/v1/fund-activities/{id}/claims/{event}/proof', {
              params: { path: { id, event: String(event) } },
              parseAs: 'blob',
              signal,
            })
          }
        >
          {say('saveProof')}
        </DownloadButton>
      ))}
    </>
  );
}

function DecideActivity({ activity }: { readonly activity: Activity }) {
  const say = useSay(fundTexts);
  const params = { path: { id: activity.id } };
  const decider = useDecider({
    ...{ scope: 'claims:approve', role: 'approver', author: activity.requestedBy },
  });
  const note = { id: 'note', label: say('note'), kind: 'long', isOptional: true } as const;
  return (
    <Deeds why={decider.why}>
      {decider.may && (
        <>
          <Deed
            name={say('approve')}
            kind="primary"
            lead={say('approveLead')}
            questions={[
              { id: 'approved', label: say('amount'), kind: 'amount', value: activity.requested },
              note,
            ]}
            done={say('approvedDone')}
            onDo={({ approved = '', ...more }) =>
              call.POST('/api/v1/fund-activities/{id}/decision', { params, body: { approved, ...more } })
            }
          />
          <Deed
            name={say('reject')}
            questions={[note]}
            done={say('rejected')}
            onDo={(more) =>
              call.POST('/api/v1/fund-activities/{id}/decision', {
                params,
                body: { approved: null, ...more },
              })
            }
          />
        </>
      )}
    </Deeds>
  );
}

function FollowActivity({ activity: { id } }: { readonly activity: Activity }) {
  const say = useSay(fundTexts);
  const params = { path: { id } };
  const note = { id: 'note', label: say('note'), kind: 'long', isOptional: true } as const;
  if (!useMay('claims:write')) return null;
  return (
    <Deeds>
      <Deed
        name={say('claim')}
        lead={say('claimLead')}
        questions={[
          { id: 'cost', label: say('cost'), kind: 'amount' },
          { id: 'proof', label: say('proof'), kind: 'file' },
          note,
        ]}
        done={say('claimed')}
        onDo={async ({ cost = '', ...more }, file) => {
          if (file === undefined) return;
          await call.POST('/api/v1/fund-activities/{id}/claims', {
            params: { ...params, query: { cost, name: file.name, ...more } },
            ...fileBody(file),
          });
        }}
      />
      <Deed
        name={say('settle')}
        lead={say('settleLead')}
        questions={[
          { id: 'amount', label: say('amount'), kind: 'amount' },
          { id: 'reference', label: say('reference') },
          note,
        ]}
        done={say('settledDone')}
        onDo={({ amount = '', reference = '', ...more }) =>
          call.POST('/api/v1/fund-activities/{id}/settlements', {
            params,
            body: { amount, reference, ...more },
          })
        }
      />
      <Deed
        name={say('close')}
        lead={say('closeLead')}
        questions={[note]}
        done={say('closed')}
        onDo={(more) => call.POST('/api/v1/fund-activities/{id}/closing', { params, body: more })}
      />
    </Deeds>
  );
}
