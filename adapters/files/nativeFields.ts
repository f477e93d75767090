import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { isRepairColumn } from './repairColumns.ts';
import type { TableFile } from './tableFile.ts';
import type { Value } from './valueFormat.ts';

/** The fields that a kind of file may have, and those without which it says nothing. */
export type OwnFields = {
  readonly fields: readonly string[];
  readonly needed: readonly string[];
  /** Which columns are fields, where names are free beyond those of `fields`. */
  readonly isField?: (column: string) => boolean;
};

/**
 * Our own file: each column is the field of its name, and a misspelled one is said once.
 * Refuses: file-column-unknown, file-column-missing.
 */
export function nativeFields(
  { name: file, columns }: TableFile,
  { fields, needed, isField = (column) => fields.includes(column) }: OwnFields,
): Result<Readonly<Record<string, Value>>> {
  const own = columns.filter((column) => !isRepairColumn(column));
  const unknown = own.filter((column) => !isField(column));
  const missing = needed.filter((column) => !own.includes(column));
  const facts = (column: string) => ({ file, column, field: column, columns: columns.join(', ') });
  const refusals = [
    ...unknown.map((column) =>
      refuse('file-column-unknown', 'header', { ...facts(column), allowed: fields.join(', ') }),
    ),
    ...missing.map((column) => refuse('file-column-missing', 'header', facts(column))),
  ];
  if (refusals.length > 0) return refused(...refusals);
  return accept(Object.fromEntries(own.map((column) => [column, { column }])));
}
