import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { isUuid } from '../isUuid.ts';
import type { StoredAdjustment } from '../ports/adjustmentStore.ts';
import type { Tx } from '../ports.ts';

/** Refuses: adjustment-not-found. */
export async function adjustmentOf(tx: Tx, id: string): Promise<Result<StoredAdjustment>> {
  const found = isUuid(id) ? await tx.adjustments.get(id) : undefined;
  return found === undefined ? refused(refuse('adjustment-not-found', 'id', { id })) : accept(found);
}

/**
 * A proposal that nobody has decided on, and nobody decides on or calculates meanwhile.
 * Refuses: adjustment-not-found, adjustment-decided.
 */
export async function lockedProposal(tx: Tx, id: string): Promise<Result<StoredAdjustment>> {
  const found = await adjustmentOf(tx, id);
  if (!found.ok) return found;
  await tx.runs.lock(found.value.agreement);
  // Of two at once the second one sees what the first one made of it.
  const now = await adjustmentOf(tx, id);
  if (!now.ok || now.value.decision === undefined) return now;
  return refused(refuse('adjustment-decided', 'id', { id }));
}

/**
 * Whether an adjustment can be taken back: it was approved, nobody has taken it back, it is not one that takes
 * back itself, and it has not lapsed.
 * Refuses: adjustment-not-approved, adjustment-withdrawn, adjustment-expired.
 */
export async function takenBack(
  tx: Tx,
  { id, agreement, decision, withdraws, expiresOn }: StoredAdjustment,
  today: LocalDate,
): Promise<Result<true>> {
  if (decision?.is !== 'approved') return refused(refuse('adjustment-not-approved', 'id', { id }));
  const known = await tx.adjustments.knownAt(agreement, await tx.batches.last());
  if (withdraws !== undefined || known.some((entry) => entry.withdraws === id))
    return refused(refuse('adjustment-withdrawn', 'id', { id }));
  if (expiresOn !== undefined && expiresOn < today)
    return refused(refuse('adjustment-expired', 'id', { id, day: formatDate(expiresOn) }));
  return accept(true);
}
