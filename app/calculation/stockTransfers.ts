import { type StockedEarning, stockShares } from '../../core/accrual/stockShares.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { StockCount } from '../../core/fact/stockCount.ts';
import { type Transfer, transferred } from '../../core/ledger/transfer.ts';
import { multiply, rational } from '../../core/number/rational.ts';
import { roundAt } from '../../core/number/round.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { SubledgerBalance } from '../ports/ledgerStore.ts';
import type { Run, Tx } from '../ports.ts';
import { accountKey } from './accountKey.ts';
import type { Borne } from './borneDifferences.ts';
import { SharesOver } from './sharesOver.ts';
import type { Inputs } from './targetLayers.ts';

/**
 * What suppliers give back on goods that are still in stock is no income yet: it lowers what these goods
 * have cost, and is released as they are sold. The share goes to inventory by the last counts of the stock
 * of each company of ours; the difference to what its books hold there is posted, as always. `borne` is
 * what each company takes for each account. Source: IAS 2.11; rulings R1, R20.
 */
export async function stockTransfers(
  tx: Tx,
  now: Inputs,
  target: readonly Earning[],
  borne: Borne,
  run: Run,
): Promise<Transfer[]> {
  const { agreement, effective, master } = now;
  if (agreement.direction !== 'supplierRebate') return [];
  const balances = await tx.ledger.subledger({ agreement: agreement.id });
  const stock = (await tx.facts.stockOn(effective, run.batch, {})).filter(
    ({ partner }) => partner === undefined,
  );
  const { terms } = compilePlan(agreement, master);
  const shares = new SharesOver(terms, now.lines, { master, effective });
  const companies = [...new Set([...borne.values()].flatMap((own) => [...own.keys()]))].sort();
  return companies.flatMap((company) => {
    const booked = inventoryOf(balances.filter((balance) => balance.company === company));
    const counts = stock.filter((count) => count.company === company);
    if (counts.length === 0 && booked.size === 0) return [];
    const amounts = target.map((earning) => withLines(shares, earning, company));
    return ofCompany(now, { company, amounts, counts, booked, borne }, run);
  });
}

type CompanyStock = {
  readonly company: string;
  readonly amounts: readonly StockedEarning[];
  readonly counts: readonly StockCount[];
  readonly booked: ReadonlyMap<string, bigint>;
  readonly borne: Borne;
};

function ofCompany(
  { agreement, master, effective }: Inputs,
  { company, amounts, counts, booked, borne }: CompanyStock,
  run: Run,
): Transfer[] {
  const shares = stockShares(amounts, counts, master);
  return amounts.flatMap(({ earning }, index) => {
    const { currency } = earning.amount;
    const key = accountKey({ ...earning, currency });
    const all = rational(borne.get(key)?.get(company) ?? 0n);
    const held = roundAt(multiply(all, shares[index] ?? rational(0n)), 0, 'halfAwayFromZero');
    return transferred(
      held - (booked.get(key) ?? 0n),
      { debit: 'rebateIncome', credit: 'inventory' },
      {
        ...{ company, currency, partner: earning.partner, event: 'stock' },
        ...{ effectiveOn: effective, leg: key },
        subject: { agreement: agreement.id, term: earning.term, window: earning.window },
        origin: { kind: 'run', id: `${agreement.id} ${run.number}` },
      },
    );
  });
}

function withLines(shares: SharesOver, earning: Earning, company: string): StockedEarning {
  const found = shares.of(earning);
  if (found === undefined) throw new Error(`Fault: no term ${earning.term}`);
  return { earning, lines: found.filter(({ line }) => line.company === company) };
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
