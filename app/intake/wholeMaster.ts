import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { joinKey } from '../../core/text/key.ts';
import type { FactRow } from '../facts/factKinds.ts';
import type { MasterRow } from '../ports.ts';
import { stagedMaster } from './stagedMaster.ts';

/** All that rows say, or every reason against them. Refuses: master-invalid, master-version-repeated, those of reading. */
export function wholeMaster(rows: readonly FactRow[]): Result<readonly MasterRow[]> {
  const staged = rows.map(stagedMaster);
  const said = staged.flatMap(({ fact, row, place = `row ${row}` }) =>
    fact === undefined ? [] : [{ ...(fact.value as MasterRow), at: place }],
  );
  const repeated = repeatedMaster(said).flatMap((refusal) => refusal ?? []);
  const refusals = [...staged.flatMap((row) => row.refusals), ...repeated];
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
