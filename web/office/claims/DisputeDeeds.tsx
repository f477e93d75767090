import { call } from '../../api/client.ts';
import { REASONS, type Reason, reasonTexts } from '../../claim/claimReasons.ts';
import { isSameFigure, sumText } from '../../text/figures.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import type { Question } from '../money/question.ts';
import { useColleagues } from '../money/useChoices.ts';
import type { Claim } from './claimTypes.ts';

import { claimDeedTexts } from './deedTexts.ts';

type Said = Readonly<Record<string, string>>;

/** A part of a claim is argued about: by whom it is looked after, what was said, how it ended. */
export function DisputeDeeds({ claim }: { readonly claim: Claim }) {
  // What was refused can be argued about, too: only what was paid or given up cannot.
  const parts = ['undecided', 'accepted', 'refused'].map((position) => claim.positions[position] ?? '0');
  const isArguable = parts.some((part) => !isSameFigure(part, '0'));
  const isDisputed = !isSameFigure(sumText(Object.values(claim.disputes)) ?? '0', '0');
  return (
    <>
      {isArguable && <OpenDispute claim={claim} />}
      {isDisputed && (
        <>
          <EndDispute claim={claim} />
          <FollowDispute id={claim.id} />
        </>
      )}
    </>
  );
}

function OpenDispute({ claim }: { readonly claim: Claim }) {
  const say = useSay(claimDeedTexts);
  const { reasons, part, note } = useQuestions(claim);
  return (
    <Deed
      name={say('dispute')}
      lead={say('disputeLead')}
      questions={[
        { id: 'reason', label: say('reason'), kind: 'choice', choices: reasons, value: 'price' },
        ...part,
        note,
      ]}
      done={say('disputedDone')}
      onDo={({ reason, ...said }) =>
        call.POST('/api/v1/claims/{id}/disputes', {
          params: { path: { id: claim.id } },
          body: { reason: reason as Reason, ...partOf(said) },
        })
      }
    />
  );
}

function EndDispute({ claim }: { readonly claim: Claim }) {
  const say = useSay(claimDeedTexts);
  const { reasons, part, note } = useQuestions(claim);
  const outcomes = (['conceded', 'agreed'] as const).map((id) => ({ id, name: say(id) }));
  const anyReason = [{ id: 'any', name: say('anyReason') }, ...reasons];
  return (
    <Deed
      name={say('resolve')}
      lead={say('resolveLead')}
      questions={[
        { id: 'outcome', label: say('outcome'), kind: 'choice', value: 'conceded', choices: outcomes },
        { id: 'reason', label: say('reason'), kind: 'choice', value: 'any', choices: anyReason },
        ...part,
        note,
      ]}
      done={say('resolved')}
      onDo={({ outcome, reason = 'any', ...said }) =>
        call.POST('/api/v1/claims/{id}/disputes/resolution', {
          params: { path: { id: claim.id } },
          body: {
            outcome: outcome === 'agreed' ? 'agreed' : 'conceded',
            ...(reason !== 'any' && { reason: reason as Reason }),
            ...partOf(said),
          },
        })
      }
    />
  );
}

function FollowDispute({ id }: { readonly id: string }) {
  const say = useSay(claimDeedTexts);
  const colleagues = useColleagues().filter(({ isActive }) => isActive);
  const params = { path: { id } };
  return (
    <>
      <Deed
        name={say('assign')}
        questions={[
          { id: 'person', label: say('person'), kind: 'find', choices: colleagues },
          { id: 'note', label: say('note'), kind: 'long', isOptional: true },
        ]}
        done={say('assigned')}
        onDo={({ person = '', note }) =>
          call.POST('/api/v1/claims/{id}/disputes/assignment', {
            params,
            body: { person, ...(note !== undefined && { note }) },
          })
        }
      />
      <Deed
        name={say('reply')}
        questions={[{ id: 'note', label: say('replyText'), kind: 'long' }]}
        done={say('replied')}
        onDo={({ note = '' }) =>
          call.POST('/api/v1/claims/{id}/disputes/replies', { params, body: { note } })
        }
      />
    </>
  );
}

/** Which part of a claim is meant: a line or all of them, an amount or all of it. */
function useQuestions({ lines }: Claim) {
  const say = useSay(claimDeedTexts);
  const sayReason = useSay(reasonTexts);
  const places = lines.map(({ line }) => ({ id: String(line), name: say('lineName', { line }) }));
  const all = [{ id: 'all', name: say('wholeClaim') }, ...places];
  const part: readonly Question[] = [
    { id: 'line', label: say('which'), kind: 'choice', value: 'all', choices: all },
    { id: 'amount', label: say('amount'), kind: 'amount', isOptional: true, hint: say('allOfIt') },
  ];
  const note: Question = { id: 'note', label: say('note'), kind: 'long', isOptional: true };
  return { reasons: REASONS.map((id) => ({ id, name: sayReason(id) })), part, note };
}

function partOf({ line = 'all', amount = '', note = '' }: Said) {
  return {
    ...(line !== 'all' && { line: Number(line) }),
    ...(amount !== '' && { amount }),
    ...(note !== '' && { note }),
  };
}
