import type { Tx } from '../../app/ports.ts';
import { AT, anAccount, TODAY } from './facts.ts';

/** A row in each table of the money: what was posted, the rules for it, and a month that was closed. */
export async function fillMoney(tx: Tx, mark: string): Promise<void> {
  const partner = `${mark}-P1`;
  const { term, window, currency } = anAccount();
  await tx.ledger.setRules([{ role: 'bank', account: mark }], `person:${mark}`, AT);
  const transfer = {
    ...({ company: 'NW', event: 'accrue', minor: 100n, currency, effectiveOn: TODAY, partner } as const),
    ...({ debit: 'rebateExpense', credit: 'accruedLiability' } as const),
    subject: { agreement: `${mark}-${partner}`, term, window },
    origin: { kind: 'booking', id: mark },
    leg: mark,
  };
  await tx.ledger.post([transfer], { day: TODAY, at: AT, batch: await tx.batches.last() });
  const by = { reason: mark, actor: `person:${mark}`, at: AT };
  const month = window.from;
  const closed = { company: 'NW', month, deed: 'closed', hash: '0'.repeat(64), checklist: mark } as const;
  await tx.ledger.turn({ ...closed, ...by }, window.until);
}
