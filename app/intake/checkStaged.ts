import type { StagedKind, TreeRow } from '../ports/factStore.ts';
import type { MasterRow, Tx } from '../ports.ts';
import { refuseUnfit } from './checkMaster.ts';

/**
 * Quarantines staged rows that cannot be true beside each other or beside what is known. Under the lock of
 * the counter of batches: master data of every earlier batch is seen.
 */
export async function checkStaged(tx: Tx, kind: StagedKind): Promise<void> {
  await tx.facts.quarantineUnknown(kind);
  if (kind !== 'master') return;
  const rows = await tx.facts.treeRows();
  if (rows.length === 0) return;
  const known = await tx.master.knownAt(await tx.batches.last());
  const alone = rows.map(() => []);
  const found = refuseUnfit(rows.map(versionOf), alone, known);
  await tx.facts.refuse(
    rows.flatMap(({ row }, index) => {
      const refusals = (found[index] ?? []).map((one) => ({
        ...one,
        ...{ at: 'parent', facts: { row: String(row), ...one.facts } },
      }));
      return refusals.length === 0 ? [] : [{ row, refusals }];
    }),
  );
}

function versionOf({ kind, code, first_day: validFrom, parent }: TreeRow): MasterRow {
  const attributes: MasterRow['attributes'] = parent === null ? {} : { parent };
  return { kind, code, name: code, ...(validFrom !== null && { validFrom }), attributes };
}
