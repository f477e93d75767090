import { z } from 'zod';
import { Abandoned } from '../../app/abandoned.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { problemOf, problemSchema } from './problem.ts';
import { type Answer, answer } from './route.ts';

const ITEMS_MAX = 1000;

/** Many of a kind in one request: with `allOrNothing` a single "no" leaves everything as it was. */
export function bulkBody<I extends z.ZodType>(item: I, max = ITEMS_MAX) {
  return z.strictObject({
    items: z.array(item).min(1).max(max),
    allOrNothing: z.boolean().describe('true: one refused item and nothing is done'),
  });
}

/** What became of each item, in the order of the request. */
export function bulkAnswer<V extends z.ZodType>(value: V) {
  return z.strictObject({
    done: z.int().min(0),
    refused: z.int().min(0),
    items: z.array(
      z.strictObject({
        index: z.int().min(0),
        status: z.int().describe('the status that the item alone would have had; 424: undone for another'),
        value: z.exactOptional(value),
        problem: z.exactOptional(problemSchema),
      }),
    ),
  });
}

/** What the statuses mean that a request of many can have beside 200. */
export const BULK_MEANING: Readonly<Record<number, string>> = {
  207: 'Some were refused, the others done',
  422: 'One was refused, so nothing was done',
};

export const BULK_STATUSES = Object.keys(BULK_MEANING).map(Number);

type BulkItem = {
  readonly index: number;
  readonly status: number;
  readonly value?: unknown;
  readonly problem?: unknown;
};

/** Does one item after the other; a use case that refuses has written nothing. */
export async function answerBulk<I, T>(
  body: { readonly items: readonly I[]; readonly allOrNothing: boolean },
  language: Language,
  each: (item: I, index: number) => Promise<Result<T>>,
  show: (value: T) => unknown,
): Promise<Result<Answer>> {
  const items: BulkItem[] = [];
  for (const [index, item] of body.items.entries()) {
    const result = await each(item, index);
    if (result.ok) items.push({ index, status: 200, value: show(result.value) });
    else {
      const problem = problemOf(result.refusals, language);
      items.push({ index, status: problem.status, problem });
    }
  }
  const isUndone = body.allOrNothing && items.some(({ problem }) => problem !== undefined);
  if (!isUndone) return bulkResult(items, items.some(({ problem }) => problem) ? 207 : 200);
  // What was done so far goes with the transaction; the answer stays.
  const undone = items.map((item) => (item.problem ? item : { index: item.index, status: 424 }));
  throw new Abandoned(bulkResult(undone, 422));
}

function bulkResult(items: readonly BulkItem[], status: number): Result<Answer> {
  const refused = items.filter((item) => item.status !== 200).length;
  return answer({ done: items.length - refused, refused, items }, { status });
}
