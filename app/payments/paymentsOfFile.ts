import type { StoredInstruction } from '../ports/paymentStore.ts';
import type { Tx } from '../ports.ts';

/** The payments of a file of ours by its message id, which banks may write in capitals; none of a file that is not ours. */
export async function paymentsOfFile(tx: Tx, messageId: string): Promise<readonly StoredInstruction[]> {
  const run = messageId === '' ? undefined : await tx.payments.runOfFile(messageId.toLowerCase());
  return run === undefined ? [] : tx.payments.instructionsOf(run);
}
