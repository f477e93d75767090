import type { Answer } from '../../../api/answer.ts';
import { Problem } from '../../../api/problem.ts';

/** Why the only item of a request was refused; null where it was not. */
export function problemOfItem(answer: Answer<'writeMasterData'> | undefined): Problem | null {
  const problem = answer?.items[0]?.problem;
  if (problem === undefined || problem === null) return null;
  return new Problem(problem.status, problem);
}
