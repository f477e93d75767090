import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import {
  type SettlementDeed,
  type SettlementState,
  settlementAfter,
} from '../../core/settlement/settlementState.ts';
import { isUuid } from '../isUuid.ts';
import type { StoredSettlement } from '../ports/settlementStore.ts';
import type { Tx } from '../ports.ts';

/** A settlement by its id. Refuses: settlement-not-found. */
export async function settlementOf(tx: Tx, id: string): Promise<Result<StoredSettlement>> {
  const found = isUuid(id) ? await tx.settlements.get(id) : undefined;
  return found === undefined ? refused(refuse('settlement-not-found', 'id', { id })) : accept(found);
}

/**
 * A settlement locked for a deed, as it stands once all who came before have committed, and the state
 * that the deed leads to. Runs of its company wait meanwhile: they would count it as it stood.
 * Refuses: settlement-not-found, those of settlementAfter.
 */
export async function lockedSettlement(
  tx: Tx,
  id: string,
  deed: SettlementDeed,
): Promise<Result<{ readonly settlement: StoredSettlement; readonly after: SettlementState }>> {
  const found = await settlementOf(tx, id);
  if (!found.ok) return found;
  await tx.company.lock(found.value.company);
  const settlement = await tx.settlements.lock(id);
  if (settlement === undefined) throw new Error(`Fault: settlement ${id} is gone`);
  const after = settlementAfter(settlement.state, deed);
  return after.ok ? accept({ settlement, after: after.value }) : after;
}
