import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import type { Answers, Question } from '../money/question.ts';
import { LEAST_SCORE } from './leastScore.ts';
import { policyTexts } from './policyTexts.ts';
import type { Detector } from './trustTypes.ts';

const WHY = 'why';

/** By what a detector goes from the next scan on: what decisions say of it, or what somebody says. */
export function DetectorTuning({ detector }: { readonly detector: Detector }) {
  const say = useSay(policyTexts);
  const { name, title: shown, parameters, feedback } = detector;
  const why = { id: WHY, label: say('why'), kind: 'long' } as const;
  const now = Object.fromEntries(parameters.map(({ key, value }) => [key, value]));
  const send = (values: Readonly<Record<string, number>>, { why: reason = '' }: Answers) =>
    call.POST('/api/v1/trust/parameters', { body: { detector: name, parameters: values, reason } });
  const questions: readonly Question[] = parameters.map(({ key, means, least, most, usual, value }) => ({
    ...{ id: key, label: means, value: String(value) },
    hint: say('between', { least, most, usual }),
  }));
  const suggestion = feedback?.suggestion ?? null;
  return (
    <Deeds>
      {suggestion !== null && (
        <Deed
          name={say('takeOver')}
          label={say('takeOverOf', { detector: shown })}
          lead={say('suggestion', suggestion)}
          questions={[why]}
          done={say('tuned')}
          onDo={(answers) => send({ ...now, [LEAST_SCORE]: suggestion.leastScore }, answers)}
        />
      )}
      <Deed
        name={say('tune')}
        label={say('tuneOf', { detector: shown })}
        lead={say('tuneLead')}
        questions={[...questions, why]}
        done={say('tuned')}
        onDo={(answers) => send(numbersIn(parameters, answers), answers)}
        kind="quiet"
      />
    </Deeds>
  );
}

/** What is no whole number is sent as one that the server refuses with its bounds. */
function numbersIn(parameters: Detector['parameters'], answers: Answers): Record<string, number> {
  return Object.fromEntries(
    parameters.map(({ key, least }) => {
      const typed = (answers[key] ?? '').replaceAll(/[\s,.]/g, '');
      return [key, /^\d+$/.test(typed) ? Number(typed) : least - 1];
    }),
  );
}
