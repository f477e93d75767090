import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { OpenItem } from '../../core/payment/openItems.ts';
import type { OpenPayable } from '../ports/settlementStore.ts';
import type { Tx } from '../ports.ts';

/** By which ways of settling an agreement says that it is paid by transfer. */
export const PAID_METHODS = ['payment', 'creditNote', 'debitNote'] as const;
export type PaidMethod = (typeof PAID_METHODS)[number];

/** Which settlements a run pays. */
export type ItemSelection = {
  readonly company: string;
  readonly currency: string;
  readonly methods: readonly PaidMethod[];
  /** What is due by the end of this day; without it all that is open, due or not. */
  readonly dueUntil?: LocalDate;
  /** Only these partners. */
  readonly partners?: readonly string[];
};

export type ShownItem = OpenItem & { readonly payable: OpenPayable; readonly lastNumber: number };

/** What settlements owe, less what was paid of them and has not come back; what is paid in full is not shown. */
export async function openItems(tx: Tx, selection: ItemSelection): Promise<readonly ShownItem[]> {
  const { methods, partners, ...narrowed } = selection;
  const payables = (await tx.settlements.openPayables(narrowed)).filter(
    ({ method, partner }) => methods.some((one) => one === method) && (partners?.includes(partner) ?? true),
  );
  const paid = await tx.payments.paidOf(payables.map(({ settlement }) => settlement));
  return payables.flatMap((payable) => {
    const { settlement, partner, number } = payable;
    const { minor, lastNumber } = paid.get(settlement) ?? { minor: 0n, lastNumber: 0 };
    const open = payable.minor - minor;
    return open > 0n ? [{ settlement, partner, number, minor: open, payable, lastNumber }] : [];
  });
}
