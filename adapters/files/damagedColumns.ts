import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { isRepairColumn } from './repairColumns.ts';
import type { TableRow } from './tableFile.ts';

/**
 * The columns of a row whose bytes were not text, and what is shown of them. In a file of rows that
 * failed, the sign that stands for such bytes is what we put there ourselves; what we said of a row
 * may show it again.
 */
export function damagedColumns(
  { texts, damaged }: TableRow,
  columns: readonly string[],
  isOfFailed: boolean,
): ReadonlyMap<string, string> {
  if (damaged.length === 0 && !isOfFailed) return NONE;
  const shown = isOfFailed ? [...texts.keys()].filter((index) => texts[index]?.includes('\ufffd')) : [];
  const named = [...damaged, ...shown].map((index) => [columns[index] ?? '', texts[index] ?? ''] as const);
  return new Map(named.filter(([column]) => !isRepairColumn(column)));
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Every damaged column is refused, once: what was read of it says nothing. */
export function withDamaged(damaged: ReadonlyMap<string, string>, refusals: Refusal[]): Refusal[] {
  if (damaged.size === 0) return refusals;
  const ofDamaged = [...damaged].map(([column, value]) =>
    refuse('line-text-invalid', column, { field: column, column, value }),
  );
  return [...ofDamaged, ...refusals.filter(({ facts }) => !damaged.has(facts.column ?? ''))];
}
