import { z } from 'zod';
import { type Operand, STEP_KINDS, type Step } from '../../core/explanation/explanation.ts';
import type { Language } from '../../core/wording/language.ts';
import { type RenderedStep, renderStep } from '../../core/wording/renderStep.ts';
import { dayText, exactNumberText } from './plainTexts.ts';

const operandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('money'), value: exactNumberText, currency: z.string() }),
  z.strictObject({
    kind: z.literal('number'),
    value: exactNumberText,
    unit: z.exactOptional(z.string()),
  }),
  z.strictObject({ kind: z.literal('percent'), value: exactNumberText }),
  z.strictObject({ kind: z.literal('count'), value: z.int() }),
  z.strictObject({ kind: z.literal('window'), firstDay: dayText, lastDay: dayText }),
  z.strictObject({ kind: z.literal('date'), value: dayText }),
  z.strictObject({ kind: z.literal('text'), value: z.string() }),
  z.strictObject({ kind: z.literal('word'), word: z.string() }),
]) satisfies z.ZodType<Operand>;

/** One step of a worked solution: the data that it is, and its sentence. */
export const stepSchema = z.strictObject({
  kind: z.enum(STEP_KINDS),
  text: z.string().describe('the sentence in the language of the answer'),
  operands: z.record(z.string(), operandSchema),
  get steps(): z.ZodArray<typeof stepSchema> {
    return z.array(stepSchema);
  },
});

export type StepJson = {
  readonly kind: Step['kind'];
  readonly text: string;
  readonly operands: Step['operands'];
  readonly steps: readonly StepJson[];
};

export function stepJson(step: Step, language: Language): StepJson {
  return withTexts(step, renderStep(step, language));
}

/** Both trees have the same shape: one holds the data, the other one its sentences. */
function withTexts(step: Step, rendered: RenderedStep): StepJson {
  return {
    kind: step.kind,
    text: rendered.text,
    operands: step.operands,
    steps: step.steps.map((inner, index) => withTexts(inner, rendered.steps[index] as RenderedStep)),
  };
}
