import { dealtOver } from '../../core/accrual/dealtOver.ts';
import type { Cause } from '../../core/booking/cause.ts';
import type { LineShare } from '../../core/earning/apportion.ts';
import { type AccountRule, accountOf, PRODUCT_FIELDS } from '../../core/ledger/accountRules.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import { memberAttribute } from '../../core/plan/readAttribute.ts';
import { accrualSides } from './accrualTransfers.ts';
import { placeIn, type Recognised } from './borneDifferences.ts';
import type { CompanyShares } from './companyShares.ts';
import type { WorkedEarning, WorkedLayer } from './targetLayers.ts';

type Products = Pick<Transfer, 'productGroup' | 'costCentre'>;

/** What one cause has changed of what a company has recognised, for products with one account. Units: minor. */
export type ProductSplit = {
  readonly company: string;
  readonly account: string;
  readonly cause: Cause;
  readonly products: Products;
  readonly minor: bigint;
};

/** Whether a rule tells products apart; otherwise nothing is split. */
export function tellsProducts(rules: readonly AccountRule[]): boolean {
  return rules.some((rule) => PRODUCT_FIELDS.some((field) => rule[field] !== undefined));
}

/**
 * What each cause has changed, split by the accounts that the rules give to the products of the lines:
 * what the lines with the causes up to it come to, less what those before it did. Also where products
 * change places and the sum stays. Shape: the parts of a cause sum to it.
 */
export function productSplits(
  { layers, before, worked }: Recognised,
  shares: CompanyShares,
  rules: readonly AccountRule[],
): ProductSplit[] {
  const dealing = new Dealing(shares, rules);
  const keys = new Set([...before.keys(), ...layers.flatMap(({ targets }) => [...targets.keys()])]);
  return [...keys].sort().flatMap((key) => {
    const { company, account } = placeIn(key);
    const dealt = (minor: bigint, layer: WorkedLayer | undefined) =>
      dealing.of(minor, layer?.worked.get(account), company);
    const found: ProductSplit[] = [];
    let last = dealt(
      before.get(key) ?? 0n,
      worked.find(({ cause }) => cause === 'engine'),
    );
    for (const { cause, targets } of layers) {
      const seen = worked.find((layer) => layer.cause === cause) ?? worked.at(-1);
      const next = dealt(targets.get(key) ?? 0n, seen);
      for (const group of [...new Set([...last.keys(), ...next.keys()])].sort()) {
        const minor = (next.get(group) ?? 0n) - (last.get(group) ?? 0n);
        const products = dealing.productsOf(group);
        if (minor !== 0n) found.push({ company, account, cause, products, minor });
      }
      last = next;
    }
    return found;
  });
}

/** What no rule tells apart from the rest. */
const THE_REST = '';

/** Deals amounts out over the accounts of lines; each account is known by the first products that lead to it. */
class Dealing {
  readonly #shares: CompanyShares;
  readonly #rules: readonly AccountRule[];
  readonly #products = new Map<string, Products>();

  constructor(shares: CompanyShares, rules: readonly AccountRule[]) {
    this.#shares = shares;
    this.#rules = rules;
  }

  of(minor: bigint, behind: WorkedEarning | undefined, company: string): ReadonlyMap<string, bigint> {
    if (minor === 0n) return new Map();
    if (behind === undefined || behind.earning.isTakenOver) return new Map([[THE_REST, minor]]);
    const beside = behind.inputs.agreement.bearsTheRest === company ? behind.beside : 0n;
    const own = this.#shares.linesOf(behind).filter(({ line }) => line.company === company);
    const groupOf = (share: LineShare) => this.#groupOf(share, behind, company);
    const dealt = dealtOver(minor - beside, own, groupOf) ?? new Map([[THE_REST, minor - beside]]);
    return new Map([...dealt, [THE_REST, (dealt.get(THE_REST) ?? 0n) + beside]]);
  }

  productsOf(group: string): Products {
    return this.#products.get(group) ?? {};
  }

  #groupOf({ line, placedOn }: LineShare, { inputs, earning }: WorkedEarning, company: string): string {
    const sides = accrualSides(earning.direction);
    const role = earning.direction === 'supplierRebate' ? sides.credit : sides.debit;
    const named = PRODUCT_FIELDS.flatMap((field) => {
      const value = memberAttribute(`product.${field}`, line.product, placedOn, inputs.master);
      return value === undefined ? [] : [[field, value] as const];
    });
    const products: Products = Object.fromEntries(named);
    const amount = { company, agreement: inputs.agreement.id, event: 'accrue' };
    const account = accountOf(this.#rules, role, { ...amount, ...products });
    if (account === accountOf(this.#rules, role, amount)) return THE_REST;
    if (!this.#products.has(account)) this.#products.set(account, products);
    return account;
  }
}
