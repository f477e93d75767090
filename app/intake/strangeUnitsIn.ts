import { type StrangeUnit, strangeUnits } from '../../core/conversion/strangeUnits.ts';
import { NO_MASTER } from '../../core/master/master.ts';
import type { Tx } from '../ports.ts';

/** Units of the lines of a batch that nobody knows of their products. Master data are read only where something is in doubt. */
export async function strangeUnitsIn(tx: Tx, batch: number): Promise<readonly StrangeUnit[]> {
  const uses = await tx.lines.unitsOf(batch);
  const known = await tx.lines.unitsBefore(
    batch,
    uses.map(({ unit }) => unit),
  );
  const inDoubt = strangeUnits(uses, NO_MASTER.products, known);
  if (inDoubt.length === 0) return [];
  return strangeUnits(uses, (await tx.master.knownAt(await tx.batches.last())).products, known);
}
