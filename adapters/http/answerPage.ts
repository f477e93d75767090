import { z } from 'zod';
import type { Result } from '../../core/refusal/refusals.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type Answer, answer } from './route.ts';

type Page = { readonly after?: string; readonly limit: number };

const place = z.tuple([
  z
    .string()
    .max(300)
    .regex(/^\P{Cc}*$/u),
]);

/**
 * A page of a list that is ordered by one unique text, such as a code or id: reads behind the
 * cursor, and says where the next page begins. `selection` names the list and its filters.
 * Refuses: cursor-invalid.
 */
export async function answerPage<T>(
  query: { readonly limit: number; readonly cursor?: string | undefined },
  selection: string,
  list: (page: Page) => Promise<{ readonly rows: readonly T[]; readonly hasMore: boolean }>,
  placeOf: (row: T) => string,
  show: (row: T) => unknown,
): Promise<Result<Answer>> {
  const after = readCursor(query.cursor, selection, place);
  if (!after.ok) return after;
  const { rows, hasMore } = await list({
    limit: query.limit,
    ...(after.value && { after: after.value[0] }),
  });
  const last = rows.at(-1);
  const next = hasMore && last !== undefined ? writeCursor(selection, [placeOf(last)]) : null;
  return answer({ rows: rows.map(show), next });
}
