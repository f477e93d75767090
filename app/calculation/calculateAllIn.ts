import { CALCULATION_VERSION } from '../../core/earning/earning.ts';
import { businessDay } from '../businessDay.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { type CalculatedAgreement, calculateIn } from './calculateDue.ts';
import { LineSnapshots } from './lineSnapshots.ts';

/**
 * Calculates every agreement that is due inside a transaction that stands, waiting for those that
 * another worker holds; gives those with a difference.
 */
export async function calculateAllIn(
  ports: Ports,
  tx: Tx,
  tenant: TenantId,
): Promise<readonly CalculatedAgreement[]> {
  const snapshots = new LineSnapshots();
  const done: CalculatedAgreement[] = [];
  const batch = await tx.batches.last();
  await tx.runs.passUntouched(batch, CALCULATION_VERSION);
  for (const code of await tx.runs.due(batch, await businessDay(tx, ports.clock))) {
    await tx.runs.lock(code);
    const calculated = await calculateIn(ports, tx, { tenant, code, snapshots });
    if (calculated.bookings.length > 0) done.push(calculated);
  }
  return done;
}
