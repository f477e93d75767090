import { call } from '../../api/client.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useActorName } from '../money/useActorName.ts';
import { useDecider } from '../money/useDecider.ts';
import type { Deduction } from './claimTypes.ts';
import { DeductionMatches } from './DeductionMatches.tsx';
import { deductionTexts } from './deductionTexts.ts';
import { missingLevels, waitingWriteOff } from './waitingWriteOff.ts';

/** What can be done with what is open of a deduction: each part ends in one of three ways. */
export function DeductionDeeds({ deduction }: { readonly deduction: Deduction }) {
  const say = useSay(deductionTexts);
  const { money } = useReader();
  const nameOf = useActorName();
  const pending = waitingWriteOff(deduction.events);
  const writer = useDecider({ scope: 'claims:write', role: 'finance' });
  const decider = useDecider({ scope: 'claims:approve', role: 'approver', author: pending?.actor });
  const isOpen = !isSameFigure(deduction.open, '0');
  const waiting =
    pending &&
    [
      say('pending', { name: nameOf(pending.actor), amount: money(pending.amount, deduction.currency) }),
      say('levelsLeft', { count: missingLevels(deduction.events) }),
    ].join(' ');
  return (
    <Deeds why={waiting === undefined ? writer.why : [waiting, decider.why].filter(Boolean).join(' ')}>
      {writer.may && isOpen && <OpenPart deduction={deduction} mayWriteOff={pending === undefined} />}
      {pending !== undefined && decider.may && <Decision id={deduction.id} waiting={waiting} />}
    </Deeds>
  );
}

type OpenProps = { readonly deduction: Deduction; readonly mayWriteOff: boolean };

/** Where a part of what is open can belong: to what we owe, to nothing that we owe, or to nobody. */
function OpenPart({ deduction, mayWriteOff }: OpenProps) {
  const say = useSay(deductionTexts);
  const note = useNote();
  const params = { path: { id: deduction.id } };
  const amount = { id: 'amount', label: say('amount'), kind: 'amount', value: deduction.open } as const;
  return (
    <>
      <DeductionMatches deduction={deduction} />
      <Deed
        name={say('deny')}
        lead={say('denyLead')}
        questions={[amount, note]}
        done={say('deniedDone')}
        onDo={({ amount: part = '', ...more }) =>
          call.POST('/api/v1/deductions/{id}/denial', { params, body: { amount: part, ...more } })
        }
      />
      {mayWriteOff && (
        <Deed
          name={say('writeOff')}
          lead={say('writeOffLead')}
          questions={[amount, note]}
          done={say('asked')}
          onDo={({ amount: part = '', ...more }) =>
            call.POST('/api/v1/deductions/{id}/write-off', { params, body: { amount: part, ...more } })
          }
        />
      )}
    </>
  );
}

type DecisionProps = { readonly id: string; readonly waiting: string | undefined };

/** What another person says of a write-off that was asked for. */
function Decision({ id, waiting }: DecisionProps) {
  const say = useSay(deductionTexts);
  const note = useNote();
  const params = { path: { id } };
  return (
    <>
      <Deed
        name={say('approve')}
        kind="primary"
        lead={waiting}
        questions={[note]}
        done={say('approved')}
        onDo={(more) =>
          call.POST('/api/v1/deductions/{id}/write-off/decision', {
            params,
            body: { outcome: 'approved', ...more },
          })
        }
      />
      <Deed
        name={say('reject')}
        lead={waiting}
        questions={[note]}
        done={say('rejected')}
        onDo={(more) =>
          call.POST('/api/v1/deductions/{id}/write-off/decision', {
            params,
            body: { outcome: 'rejected', ...more },
          })
        }
      />
    </>
  );
}

function useNote() {
  const say = useSay(deductionTexts);
  return { id: 'note', label: say('note'), kind: 'long', isOptional: true } as const;
}
