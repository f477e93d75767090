import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { joinKey } from '../../core/text/key.ts';
import type { MasterRow, SourceDocument } from '../ports.ts';

/** A row of a file of master data: what it says of a thing, or why it says nothing. */
export type ReadMasterRow = {
  /** Position in the file, from 1. */
  readonly row: number;
  /** Where it stands in the file, as a person finds it. */
  readonly at: string;
  readonly texts: readonly string[];
  readonly read: Result<MasterRow>;
};

/** A file of master data, held as a whole. */
export type MasterFile = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly ReadMasterRow[];
  /** The saved description that it was read by. */
  readonly mapping?: SourceDocument['mapping'];
};

/** All that a file says, or every reason against it. Refuses: those of its rows, master-version-repeated. */
export function wholeMaster({ rows }: MasterFile): Result<readonly MasterRow[]> {
  const said = rows.flatMap(({ at, read }) => (read.ok ? [{ ...read.value, at }] : []));
  const repeated = repeatedMaster(said).flatMap((refusal) => refusal ?? []);
  const refusals = [...rows.flatMap(({ read }) => (read.ok ? [] : read.refusals)), ...repeated];
  return refusals.length > 0 ? refused(...refusals) : accept(said.map(({ at: _, ...row }) => row));
}

/**
 * Of each row, whether another one describes the same thing from the same day: which of them holds,
 * nobody can say, so all of them are refused. Refuses: master-version-repeated (code, first).
 */
export function repeatedMaster(
  rows: readonly (MasterRow & { readonly at: string })[],
): readonly (Refusal | undefined)[] {
  const groups = Map.groupBy(rows, keyOf);
  return rows.map((row) => {
    const [first, second] = groups.get(keyOf(row)) ?? [];
    if (first === undefined || second === undefined) return undefined;
    return refuse('master-version-repeated', row.at, { code: row.code, first: first.at });
  });
}

function keyOf({ kind, code, validFrom }: MasterRow): string {
  return joinKey(kind, code, String(validFrom ?? ''));
}
