import { api, call } from '../../api/client.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { useActorName } from '../money/useActorName.ts';
import { useDecider } from '../money/useDecider.ts';
import type { Claim } from './claimTypes.ts';
import { claimDeedTexts } from './deedTexts.ts';
import { missingLevels, waitingWriteOff } from './waitingWriteOff.ts';

type Props = { readonly claim: Claim; readonly mayAsk: boolean };

/** A rest that is not worth a letter: one person asks, another one decides. */
export function WriteOffDeeds({ claim, mayAsk }: Props) {
  const say = useSay(claimDeedTexts);
  const { money } = useReader();
  const nameOf = useActorName();
  const params = { path: { id: claim.id } };
  const { data } = api.useQuery('get', '/api/v1/claims/{id}/events', { params });
  const asked = waitingWriteOff(data?.events ?? []);
  const { may, why } = useDecider({ scope: 'claims:approve', role: 'approver', author: asked?.actor });
  const body = (outcome: 'approved' | 'rejected', note: string | undefined) => ({
    ...{ params, body: { outcome, ...(note !== undefined && { note }) } },
  });
  const note = { id: 'note', label: say('note'), kind: 'long', isOptional: true } as const;
  if (asked === undefined) {
    if (!mayAsk || isSameFigure(claim.open, '0')) return null;
    return (
      <Deed
        name={say('writeOff')}
        lead={say('writeOffLead')}
        questions={[
          { id: 'amount', label: say('amount'), kind: 'amount', value: claim.open },
          { id: 'reason', label: say('why'), kind: 'long' },
        ]}
        done={say('writeOffAsked')}
        onDo={({ amount = '', reason = '' }) =>
          call.POST('/api/v1/claims/{id}/write-off', { params, body: { amount, reason } })
        }
      />
    );
  }
  const pending = say('pending', {
    name: nameOf(asked.actor),
    amount: money(asked.asked ?? '0', claim.currency),
  });
  const left = say('levelsLeft', { count: missingLevels(data?.events ?? []) });
  return (
    <>
      <p>{[pending, asked.note, left, why].filter(Boolean).join(' ')}</p>
      {may && (
        <>
          <Deed
            name={say('approve')}
            kind="primary"
            lead={pending}
            questions={[note]}
            done={say('approved')}
            onDo={(said) => call.POST('/api/v1/claims/{id}/write-off/decision', body('approved', said.note))}
          />
          <Deed
            name={say('reject')}
            lead={pending}
            questions={[note]}
            done={say('rejected')}
            onDo={(said) => call.POST('/api/v1/claims/{id}/write-off/decision', body('rejected', said.note))}
          />
        </>
      )}
    </>
  );
}
