import { type StockedEarning, stockShares } from '../../core/accrual/stockShares.ts';
import { apportion } from '../../core/earning/apportion.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { type Transfer, transferred } from '../../core/ledger/transfer.ts';
import { multiply, rational } from '../../core/number/rational.ts';
import { roundAt } from '../../core/number/round.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import type { SubledgerBalance } from '../ports/ledgerStore.ts';
import type { Run, Tx } from '../ports.ts';
import { accountKey } from './accountKey.ts';
import type { Inputs } from './targetLayers.ts';

/**
 * What suppliers give back on goods that are still in stock is no income yet: it lowers what these goods
 * have cost, and is released as they are sold. The share goes to inventory by the last counts of our
 * stock; the difference to what the books hold there is posted, as always. `recognised` is what the
 * books take for each account. Source: IAS 2.11; rulings R1.
 */
export async function stockTransfers(
  tx: Tx,
  now: Inputs,
  target: readonly Earning[],
  recognised: ReadonlyMap<string, bigint>,
  run: Run,
): Promise<Transfer[]> {
  const { agreement, effective, master } = now;
  if (agreement.direction !== 'supplierRebate') return [];
  const booked = inventoryOf(await tx.ledger.subledger({ agreement: agreement.id }));
  const counts = (await tx.facts.stockOn(effective, run.batch, {})).filter(
    ({ company, partner }) => company === agreement.company && partner === undefined,
  );
  if (counts.length === 0 && booked.size === 0) return [];
  const { terms } = compilePlan(agreement, master);
  const amounts = target.map((earning) => withLines(now, terms, earning));
  const shares = stockShares(amounts, counts, master);
  return amounts.flatMap(({ earning }, index) => {
    const { currency } = earning.amount;
    const key = accountKey({ ...earning, currency });
    const all = rational(recognised.get(key) ?? 0n);
    const held = roundAt(multiply(all, shares[index] ?? rational(0n)), 0, 'halfAwayFromZero');
    const delta = held - (booked.get(key) ?? 0n);
    return transferred(
      delta,
      { debit: 'rebateIncome', credit: 'inventory' },
      {
        ...{ company: agreement.company, currency, partner: earning.partner, event: 'stock' },
        ...{ effectiveOn: effective, leg: key },
        subject: { agreement: agreement.id, term: earning.term, window: earning.window },
        origin: { kind: 'run', id: `${agreement.id} ${run.number}` },
      },
    );
  });
}

function withLines(
  { master, lines, effective }: Inputs,
  terms: readonly PlanTerm[],
  earning: Earning,
): StockedEarning {
  const planned = terms.find(({ id }) => id === earning.term);
  if (planned === undefined) throw new Error(`Fault: no term ${earning.term}`);
  return { earning, lines: apportion(earning, planned, lines, { master, effective }) };
}

/** What the books hold back in inventory, account by account. Units: minor, what is held back above zero. */
function inventoryOf(balances: readonly SubledgerBalance[]): Map<string, bigint> {
  const held = new Map<string, bigint>();
  for (const { role, term, partner, windowFrom, windowUntil, currency, minor } of balances) {
    if (role !== 'inventory' || windowFrom === undefined || windowUntil === undefined) continue;
    const window = { from: windowFrom, until: windowUntil };
    const key = accountKey({ term: term ?? '', partner: partner ?? '', window, currency });
    held.set(key, (held.get(key) ?? 0n) - minor);
  }
  return held;
}
