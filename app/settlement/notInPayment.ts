import { moneyText } from '../../core/money/money.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Tx } from '../ports.ts';

/**
 * What is paid, or about to be, is not taken back: money would have left that nothing owes. Once the payment
 * is withdrawn, rejected or has come back, the settlement is open again and can be.
 * What was received of what is asked back stays where it was laid.
 * Refuses: settlement-received, settlement-in-payment (payment, amount, state), one for each payment.
 */
export async function notInPayment(tx: Tx, settlement: string): Promise<Result<true>> {
  if ((await tx.settlements.receivedOf(settlement)) > 0n) {
    return refused(refuse('settlement-received', 'id', { id: settlement }));
  }
  const payments = await tx.payments.payingOf(settlement);
  if (payments.length === 0) return accept(true);
  return refused(
    ...payments.map(({ id, minor, currency, state }) =>
      refuse('settlement-in-payment', 'id', { payment: id, amount: moneyText({ minor, currency }), state }),
    ),
  );
}
