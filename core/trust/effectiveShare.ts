import { scopesOf } from './agreementScopes.ts';
import { byKey } from './byKey.ts';
import type { History } from './history.ts';
import { onceOf } from './onceOf.ts';

/** What an agreement paid of a value so far, by its earnings; else by its highest rate. */
export function effectiveShare(history: History, agreement: string): number {
  const own = earningsByAgreement(history).get(agreement) ?? [];
  const base = own.reduce((sum, one) => sum + Math.max(0, one.base), 0);
  const scope = scopesOf(history).find((one) => one.agreement.agreement === agreement);
  if (base > 0 && scope?.agreement.basis === 'value')
    return own.reduce((sum, one) => sum + one.earned, 0) / base;
  return Math.max(0, ...(scope?.tiers ?? []).map(({ rate }) => rate ?? 0)) / 10_000;
}

const earningsByAgreement = onceOf((history: History) => byKey(history.earnings, (one) => one.agreement));
