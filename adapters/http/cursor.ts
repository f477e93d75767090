import { z } from 'zod';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

const CURSOR_MAX = 2000;

/** Where the next page begins: what a list gave as `next`. Its inside is nobody's business. */
export const cursorParameter = {
  schema: z
    .string()
    .max(CURSOR_MAX)
    .regex(/^[\w-]+$/)
    .optional(),
  expected: '`next` of the page before',
  meaning: 'the page after the one that gave this as `next`; without it the first',
};

/**
 * A cursor is the place of the last row in the order of the list, not a number of rows: rows that
 * come or go in front of it neither repeat nor hide others. It belongs to a selection.
 */
export function writeCursor(selection: string, place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([selection, ...place])).toString('base64url');
}

/** A page of the rows that were found: one more than asked for tells that there is a next one. */
export function cutPage<T>(
  found: readonly T[],
  limit: number,
  selection: string,
  placeOf: (row: T) => readonly (string | number)[],
): { readonly rows: readonly T[]; readonly next: string | null } {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : writeCursor(selection, placeOf(last)) };
}

/** Refuses: cursor-invalid, also for a cursor of another selection. */
export function readCursor<P extends z.ZodType>(
  cursor: string | undefined,
  selection: string,
  place: P,
): Result<z.output<P> | undefined> {
  if (cursor === undefined) return accept(undefined);
  const parsed = z
    .tuple([z.literal(selection)])
    .rest(z.unknown())
    .safeParse(parse(cursor));
  const found = parsed.success ? place.safeParse(parsed.data.slice(1)) : undefined;
  return found?.success ? accept(found.data) : refused(refuse('cursor-invalid', 'cursor'));
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A page of a list: its rows and where the next one begins, null at the end. */
export function pageOf<R extends z.ZodType>(row: R) {
  return z.strictObject({ rows: z.array(row), next: nextSchema });
}

export const nextSchema = z.string().nullable().describe('the cursor of the next page; null at the end');
