import { formatDate } from '../../core/calendar/localDate.ts';
import type { Master } from '../../core/master/master.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { joinKey } from '../../core/text/key.ts';
import type { Actor } from '../actor.ts';
import type { MasterRow, Ports, TenantId } from '../ports.ts';
import { checkMaster, knownTrees, lockTrees } from './checkMaster.ts';
import { invalidRate } from './invalidRate.ts';
import { recordMaster } from './recordMaster.ts';

/** Whether the row said something new. */
export type MasterWritten = { readonly isChanged: boolean };

/**
 * Rows of master data, each taken or refused for itself, in the order in which they came; what is
 * taken becomes known in one batch. Two rows of one thing for one day are both refused: neither
 * goes before the other.
 * Refuses: known-day-backwards; each row: master-invalid, master-version-repeated.
 */
export function writeMaster(
  ports: Ports,
  tenant: TenantId,
  rows: readonly MasterRow[],
  actor: Actor,
): Promise<Result<readonly Result<MasterWritten>[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    await lockTrees(tx, rows);
    const refusals = refusalsOf(rows, await knownTrees(tx, rows));
    const fit = rows.filter((_, index) => refusals[index]?.length === 0);
    const recorded = await recordMaster(ports, tx, fit, actor);
    if (!recorded.ok) return recorded;
    const changed = new Set(recorded.value.changes);
    return accept(
      rows.map((row, index) => {
        const own = refusals[index] ?? [];
        return own.length > 0 ? refused(...own) : accept({ isChanged: changed.has(row) });
      }),
    );
  });
}

/** Without a row that is refused another one may close a round, so the trees are looked at until all is fit. */
function refusalsOf(rows: readonly MasterRow[], known: Master): readonly (readonly Refusal[])[] {
  const refusals = alone(rows);
  for (;;) {
    const fit = [...rows.keys()].filter((index) => refusals[index]?.length === 0);
    const found = checkMaster(
      fit.map((index) => rows[index] as MasterRow),
      known,
    );
    if (found.every((own) => own.length === 0)) return refusals;
    for (const [place, index] of fit.entries()) refusals[index] = found[place] ?? [];
  }
}

/** What is wrong with rows whatever is known. */
function alone(rows: readonly MasterRow[]): Refusal[][] {
  const times = Map.groupBy(rows, keyOf);
  return rows.map((row) => {
    const at = `${row.kind} ${row.code}`;
    const isRepeated = (times.get(keyOf(row))?.length ?? 0) > 1;
    const first = row.validFrom === undefined ? '' : formatDate(row.validFrom);
    return [
      ...(row.kind === 'rate' ? invalidRate(row, at) : []),
      ...(isRepeated ? [refuse('master-version-repeated', at, { code: row.code, first })] : []),
    ];
  });
}

function keyOf({ kind, code, validFrom }: MasterRow): string {
  return joinKey(kind, code, String(validFrom ?? ''));
}
