import { allocate } from '../../core/money/allocate.ts';
import type { PaymentItem, StoredInstruction } from '../ports/paymentStore.ts';
import type { Tx } from '../ports.ts';

/**
 * Opens again what a payment pays, or a part of it: spread over what it still pays of each settlement by
 * largest remainder. Gives what became of each. Units: minor. Shape: the payment's run is locked.
 */
export async function takeBack(
  tx: Tx,
  { id }: Pick<StoredInstruction, 'id'>,
  minor: bigint,
): Promise<readonly PaymentItem[]> {
  const paid = new Map<string, bigint>();
  for (const item of await tx.payments.itemsOf(id)) {
    paid.set(item.settlement, (paid.get(item.settlement) ?? 0n) + item.minor);
  }
  const standing = [...paid].filter(([, own]) => own > 0n);
  const shares = allocate(
    minor,
    standing.map(([key, weight]) => ({ key, weight })),
  );
  if (shares === undefined) throw new Error('Fault: a payment that pays nothing comes back');
  const last = await tx.payments.paidOf([...paid.keys()]);
  const items = standing.flatMap(([settlement], index) => {
    const share = shares[index] ?? 0n;
    const number = (last.get(settlement)?.lastNumber ?? 0) + 1;
    return share === 0n ? [] : [{ settlement, instruction: id, number, minor: -share }];
  });
  await tx.payments.addItems(items);
  return items;
}
