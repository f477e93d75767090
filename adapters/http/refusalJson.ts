import { z } from 'zod';
import type { RefusedRow } from '../../app/intake/lineImport.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { problemOf, problemSchema } from './problem.ts';

/** A "no" to one row among others: where, why and what would do, in every language. */
export const refusalSchema = problemSchema.shape.errors.element;

export function refusalsJson(refusals: readonly Refusal[], language: Language) {
  return refusals.length === 0 ? [] : problemOf(refusals, language).errors;
}

/** A file can be wrong in every row; who mends it begins with the first ones. */
export const REFUSALS_MAX = 1000;

export const refusedRowsSchema = z
  .array(z.strictObject({ row: z.int().min(1), errors: z.array(refusalSchema) }))
  .describe(`the first ${REFUSALS_MAX}`);

/** What is wrong with each of the first rows of a file. */
export function refusedRowsJson(bad: readonly RefusedRow[], language: Language) {
  return bad
    .slice(0, REFUSALS_MAX)
    .map(({ row, refusals }) => ({ row, errors: refusalsJson(refusals, language) }));
}
