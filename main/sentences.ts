import type { RenderedStep } from '../core/wording/renderStep.ts';

/** A worked explanation as lines of a terminal, each level further in. */
export function sentences(step: RenderedStep, depth = 0): string {
  const own = `${'  '.repeat(depth)}${step.text}`;
  return [own, ...step.steps.map((inner) => sentences(inner, depth + 1))].join('\n');
}
