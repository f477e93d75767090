import type { LocalDate } from '../calendar/localDate.ts';
import { type Window, windowsOf } from '../calendar/window.ts';
import type { History, HistoryAgreement, HistoryLine, HistoryTier } from './history.ts';
import { onceOf } from './onceOf.ts';
import { tablesOf } from './tables.ts';

/** What an agreement covers, ready to be asked for each line. */
export type AgreementScope = {
  readonly agreement: HistoryAgreement;
  /** Absent: all products. */
  readonly products?: ReadonlySet<string>;
  /** Thresholds from the lowest. */
  readonly tiers: readonly HistoryTier[];
};

/** Agreements that were ever in force (no drafts). */
export const scopesOf = onceOf((history: History): readonly AgreementScope[] =>
  history.agreements.flatMap((agreement) => {
    if (agreement.state === 'draft') return [];
    const tiers = [...agreement.tiers].sort((a, b) => a.from - b.from);
    const products = coveredProducts(history, agreement);
    return [{ agreement, tiers, ...(products && { products }) }];
  }),
);

function coveredProducts(history: History, agreement: HistoryAgreement): Set<string> | undefined {
  if (agreement.products.length === 0 && agreement.categories.length === 0) return undefined;
  const categories = new Set(agreement.categories);
  const inCategory = history.products.filter(
    (one) => one.category !== undefined && categories.has(one.category),
  );
  return new Set([...agreement.products, ...inCategory.map((one) => one.product)]);
}

/** The agreements that a partner takes part in. */
export function scopesOfPartner(history: History, partner: string): readonly AgreementScope[] {
  const { named, open } = scopesByName(history);
  const near = [...(named.get(partner) ?? []), ...open];
  return near.filter((scope) => takesPart(history, scope.agreement, partner));
}

/** Those that name a partner, and those that name none. */
const scopesByName = onceOf((history: History) => {
  const names = scopesOf(history).flatMap((scope) =>
    [...new Set(scope.agreement.partners)].map((partner) => ({ partner, scope })),
  );
  const named = new Map<string, AgreementScope[]>();
  for (const { partner, scope } of names) named.set(partner, [...(named.get(partner) ?? []), scope]);
  return { named, open: scopesOf(history).filter(({ agreement }) => agreement.partners.length === 0) };
});

export function takesPart(history: History, agreement: HistoryAgreement, code: string): boolean {
  const partner = tablesOf(history).partners.get(code);
  if (partner !== undefined && partner.kind !== agreement.side) return false;
  if (agreement.segment !== undefined && partner?.segment !== agreement.segment) return false;
  // Without names and segment, only a partner that is known to be of that side takes part.
  return agreement.partners.length === 0 ? partner !== undefined : agreement.partners.includes(code);
}

export function coversProduct(scope: AgreementScope, product: string): boolean {
  return scope.products === undefined || scope.products.has(product);
}

export function isInForce(agreement: HistoryAgreement, day: LocalDate): boolean {
  return agreement.from <= day && (agreement.until === undefined || day < agreement.until);
}

/** Sales count for customers, purchases for suppliers; only goods do. */
export function countsFor(agreement: HistoryAgreement, line: HistoryLine): boolean {
  if (line.kind !== 'goods') return false;
  return line.side === (agreement.side === 'customer' ? 'sale' : 'purchase');
}

/** What a line adds to the thresholds of an agreement, in minor units or millionths. */
export function basisOf(agreement: HistoryAgreement, line: HistoryLine): number {
  return agreement.basis === 'value' ? line.minor : line.quantity;
}

const FREQUENCIES = { month: 'month', quarter: 'quarter', year: 'year', whole: 'term' } as const;
/** An agreement from the year 1 to 9999 by months is a mistake, and no reason to count to a hundred thousand. */
const WINDOWS_MAX = 1200;

/** The windows of an agreement that began before `today`; the last may not have ended. */
export function windowsUpTo(agreement: HistoryAgreement, today: LocalDate): Window[] {
  const end = agreement.until ?? today + 1;
  const from = Math.max(agreement.from, end - WINDOWS_MAX * 28);
  const until = agreement.windows === 'whole' ? end : Math.min(end, today + 400);
  if (from >= until) return [];
  return windowsOf('fromStart', FREQUENCIES[agreement.windows], { from, until })
    .map((slice) => slice.window)
    .filter((window) => window.from <= today);
}

/** The highest tier that a base reaches. */
export function tierAt(scope: AgreementScope, base: number): HistoryTier | undefined {
  return scope.tiers.findLast((tier) => tier.from <= base);
}

/** What tiers pay on a base, in minor units: on everything where they are retroactive, else on what lies in each tier. */
export function paidOn(scope: AgreementScope, base: number, value: number): number {
  if (base <= 0) return 0;
  if (scope.agreement.retroactive) return partPaid(tierAt(scope, base), base, value);
  return scope.tiers.reduce((sum, tier, index) => {
    const next = scope.tiers[index + 1]?.from ?? Number.MAX_SAFE_INTEGER;
    const part = Math.max(0, Math.min(base, next) - tier.from);
    return sum + partPaid(tier, part, (value * part) / base);
  }, 0);
}

function partPaid(tier: HistoryTier | undefined, base: number, value: number): number {
  if (tier === undefined) return 0;
  if (tier.perUnit !== undefined) return Math.round((base / 1_000_000) * tier.perUnit);
  return Math.round((value * (tier.rate ?? 0)) / 10_000);
}
