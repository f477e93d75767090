import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Line } from '../../core/fact/line.ts';
import type { LineFilter, TenantId, Tx } from '../ports.ts';
import type { LineSnapshots } from './lineSnapshots.ts';
import { linesOf } from './linesOf.ts';
import type { Inputs } from './targetLayers.ts';

/** All that the terms of an agreement look at, as known at a batch, up to a day. */
export async function inputsAt(
  tx: Tx,
  { tenant, snapshots }: { readonly tenant: TenantId; readonly snapshots: LineSnapshots },
  agreement: Agreement,
  { batch, effective }: { readonly batch: number; readonly effective: LocalDate },
  filter: LineFilter = linesOf(agreement),
): Promise<Inputs> {
  const lines = await snapshots.knownAt(tx, tenant, batch, filter);
  return inputsOf(tx, agreement, lines, { batch, effective });
}

/** The same with lines that are at hand. */
export async function inputsOf(
  tx: Tx,
  agreement: Agreement,
  lines: readonly Line[],
  { batch, effective }: { readonly batch: number; readonly effective: LocalDate },
): Promise<Inputs> {
  const takenOver = await tx.cutOvers.stateOf(agreement.id, batch);
  const adjustments = await tx.adjustments.knownAt(agreement.id, batch);
  return {
    ...{ agreement, master: await tx.master.knownAt(batch), lines, effective, adjustments },
    ...(takenOver && { takenOver }),
  };
}
