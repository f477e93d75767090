import type { Step, StepKind } from '../explanation/explanation.ts';
import { CATALOGUES } from './catalogue.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';
import { operandText } from './operandText.ts';

/** A step in a reader's language, with the steps below it. */
export type RenderedStep = {
  readonly kind: StepKind;
  readonly text: string;
  readonly steps: readonly RenderedStep[];
};

/** The one renderer of explanations: data in, sentences out. */
export function renderStep(step: Step, language: Language): RenderedStep {
  const operands = Object.entries(step.operands).map(
    ([name, operand]) => [name, operandText(operand, language)] as const,
  );
  return {
    kind: step.kind,
    text: fillText(CATALOGUES[language].steps[step.kind], Object.fromEntries(operands)),
    steps: step.steps.map((inner) => renderStep(inner, language)),
  };
}
