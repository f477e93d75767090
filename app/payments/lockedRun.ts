import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { PaymentRun } from '../ports/paymentStore.ts';
import type { Tx } from '../ports.ts';

/**
 * A run in one of these states, locked until the end of the transaction.
 * Refuses: payment-run-not-found, payment-run-out-of-place (state).
 */
export async function lockedRun(
  tx: Tx,
  id: string,
  states: readonly PaymentRun['state'][],
): Promise<Result<PaymentRun>> {
  const run = await tx.payments.lockRun(id);
  if (run === undefined) return refused(refuse('payment-run-not-found', 'id', { id }));
  const { state } = run;
  if (!states.includes(state)) return refused(refuse('payment-run-out-of-place', 'id', { id, state }));
  return accept(run);
}
