import { accept, type Refusal, type Result, refused } from '../../core/refusal/refusals.ts';
import type { Tx } from '../ports.ts';
import { paymentNotHeld } from '../trust/holdsOn.ts';

/**
 * Whether everything that a run pays may be paid now: a hold that came after it was proposed stops all of it, until the run is
 * withdrawn and proposed without the partner, or the hold is released. Refuses: payment-held, scan-awaited, one for each partner.
 */
export async function runNotHeld(tx: Tx, id: string): Promise<Result<true>> {
  const refusals: Refusal[] = [];
  for (const { id: payment, partner } of await tx.payments.instructionsOf(id)) {
    const items = await tx.payments.itemsOf(payment);
    const free = await paymentNotHeld(tx, {
      partner,
      payment,
      settlements: items.map(({ settlement }) => settlement),
    });
    if (!free.ok) refusals.push(...free.refusals);
  }
  return refusals.length > 0 ? refused(...refusals) : accept(true);
}
