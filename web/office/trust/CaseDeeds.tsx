import { api, call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import type { Choice } from '../../ui/choices.ts';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useDecider } from '../money/useDecider.ts';
import { useMay } from '../money/useMay.ts';
import { useMe } from '../money/useMe.ts';
import { trustTexts } from './texts.ts';
import type { FoundObject, ShownCase } from './trustTypes.ts';
import { CLEARING, CONFIRMING, trustWords } from './trustWords.ts';

const HELD_OBJECTS: readonly FoundObject[] = ['claim', 'settlement', 'payment', 'bankChange', 'partner'];
const EVIDENCE: readonly FoundObject[] = [
  'claim',
  'settlement',
  'partner',
  'agreement',
  'product',
  'adjustment',
];

/** What can be done with a case as it stands, and by whom. */
export function CaseDeeds({ shown }: { readonly shown: ShownCase }) {
  const say = useSay(trustTexts);
  const { state, isHeld, object } = shown.case;
  const mayWork = useMay('trust:write');
  const decider = useDecider({ scope: 'trust:decide', role: 'finance' });
  const isOpen = state !== 'decided';
  const isReleasable = decider.may && isHeld && !isOpen;
  const mayRelease = useReleaser(shown).may && isReleasable;
  return (
    <Deeds why={isReleasable ? say(mayRelease ? 'fourEyes' : 'anotherReleases') : decider.why}>
      {mayWork && isOpen && <Assigning shown={shown} />}
      {mayWork && <Commenting id={shown.case.id} />}
      {decider.may && isOpen && !isHeld && HELD_OBJECTS.includes(object) && <Holding id={shown.case.id} />}
      {decider.may && isOpen && <Deciding shown={shown} />}
      {mayRelease && <Releasing id={shown.case.id} />}
    </Deeds>
  );
}

/** Who has held or decided this does not release it, where the policy asks for another person. */
function useReleaser({ events }: ShownCase) {
  const { data } = api.useQuery('get', '/api/v1/trust/policy');
  const parts = events.filter(({ kind }) => kind === 'held' || kind === 'decided');
  const given = data?.policy.fourEyes === false ? [] : parts.map(({ actor }) => actor);
  return useDecider({ scope: 'trust:decide', role: 'finance', given });
}

function Assigning({ shown }: { readonly shown: ShownCase }) {
  const say = useSay(trustTexts);
  const me = useMe();
  const { id, assignee } = shown.case;
  const workers = api.useQuery('get', '/api/v1/trust/workers').data?.rows ?? [];
  const give = (to: string) =>
    call.POST('/api/v1/trust/cases/{id}/assignment', { params: { path: { id } }, body: { assignee: to } });
  const others = workers.filter((worker) => worker.id !== assignee);
  const isWorker = others.some((worker) => worker.id === me?.id);
  return (
    <>
      {me !== undefined && isWorker && (
        <Deed name={say('takeOn')} done={say('taken')} onDo={() => give(me.id)} />
      )}
      {others.length > 0 && (
        <Deed
          name={say('give')}
          questions={[{ id: 'to', label: say('giveTo'), kind: 'choice', choices: others }]}
          done={say('given')}
          onDo={({ to = '' }) => give(to)}
        />
      )}
    </>
  );
}

function Commenting({ id }: { readonly id: string }) {
  const say = useSay(trustTexts);
  const sayWord = useSay(trustWords);
  const params = { path: { id } };
  const kinds: readonly Choice[] = EVIDENCE.map((object) => ({
    id: object,
    name: sayWord(`object.${object}`),
  }));
  return (
    <>
      <Deed
        name={say('comment')}
        questions={[{ id: 'text', label: say('commentText'), kind: 'long' }]}
        done={say('commented')}
        onDo={({ text = '' }) => call.POST('/api/v1/trust/cases/{id}/comments', { params, body: { text } })}
      />
      <Deed
        name={say('addEvidence')}
        questions={[
          { id: 'object', label: say('evidenceObject'), kind: 'choice', choices: kinds, value: 'claim' },
          { id: 'of', label: say('evidenceId') },
          { id: 'text', label: say('evidenceText'), kind: 'long' },
        ]}
        done={say('commented')}
        onDo={({ object = 'claim', of = '', text = '' }) =>
          call.POST('/api/v1/trust/cases/{id}/comments', {
            params,
            body: { text, evidence: { object: object as FoundObject, id: of } },
          })
        }
      />
    </>
  );
}

function Holding({ id }: { readonly id: string }) {
  const say = useSay(trustTexts);
  return (
    <Deed
      name={say('putOnHold')}
      lead={say('putOnHoldLead')}
      questions={[{ id: 'reason', label: say('why'), kind: 'long' }]}
      done={say('isHeld')}
      onDo={({ reason = '' }) =>
        call.POST('/api/v1/trust/cases/{id}/hold', { params: { path: { id } }, body: { reason } })
      }
    />
  );
}

type Reason = (typeof CONFIRMING)[number] | (typeof CLEARING)[number];

function Deciding({ shown }: { readonly shown: ShownCase }) {
  const say = useSay(trustTexts);
  const sayWord = useSay(trustWords);
  const { id, currency } = shown.case;
  const choice = (decision: 'confirmed' | 'falseAlarm') => (reason: Reason) => ({
    id: reason,
    name: `${sayWord(`decision.${decision}`)}: ${sayWord(`reason.${reason}`)}`,
  });
  const reasons = [...CONFIRMING.map(choice('confirmed')), ...CLEARING.map(choice('falseAlarm'))];
  const amounts = [
    { id: 'prevented', label: say('preventedQuestion'), kind: 'amount', isOptional: true },
    { id: 'recovered', label: say('recoveredQuestion'), kind: 'amount', isOptional: true },
  ] as const;
  return (
    <Deed
      name={say('decide')}
      kind="primary"
      lead={say('decideLead')}
      questions={[
        { id: 'reason', label: say('what'), kind: 'choice', choices: reasons },
        { id: 'text', label: say('explain'), kind: 'long' },
        ...(currency === null ? [] : amounts),
      ]}
      done={say('decided')}
      onDo={({ reason = '', text = '', prevented, recovered }) =>
        call.POST('/api/v1/trust/cases/{id}/decision', {
          params: { path: { id } },
          body: {
            decision: CLEARING.some((one) => one === reason) ? 'falseAlarm' : 'confirmed',
            ...{ reason: reason as Reason, text },
            ...(prevented !== undefined && { prevented }),
            ...(recovered !== undefined && { recovered }),
          },
        })
      }
    />
  );
}

function Releasing({ id }: { readonly id: string }) {
  const say = useSay(trustTexts);
  return (
    <Deed
      name={say('release')}
      kind="primary"
      lead={say('releaseLead')}
      questions={[{ id: 'reason', label: say('why'), kind: 'long' }]}
      done={say('released')}
      onDo={({ reason = '' }) =>
        call.POST('/api/v1/trust/cases/{id}/release', { params: { path: { id } }, body: { reason } })
      }
    />
  );
}
