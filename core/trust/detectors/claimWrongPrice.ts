import { type AgreementScope, scopesOf } from '../agreementScopes.ts';
import { type ClaimedLine, type ClaimedSale, claimedSales, liveClaims } from '../claimedSales.ts';
import { type Detector, parameter } from '../detector.ts';
import { amountFact, claimLineEvidence } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { aboutClaimLine, found, withFacts } from '../found.ts';
import type { History, HistoryLine } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';
import { tablesOf } from '../tables.ts';

/**
 * A claim asks for more by the unit than its agreement gives: than the amount by the unit, than the highest rate on what was sold, or
 * than what lies between the price paid to us and the contract price; or quantity times amount is not what stands at the end.
 */
export const claimWrongPrice: Detector = {
  name: 'claimWrongPrice',
  version: 1,
  group: 'fraud',
  needs: ['claims'],
  parameters: [parameter('tolerancePercent', 0, 2, 50), parameter('leastMinor', 0, 100, 1_000_000)],
  begin: (history, parameters) => {
    const sales = claimedSales(history);
    const scopes = new Map(scopesOf(history).map((scope) => [scope.agreement.agreement, scope]));
    const end = () =>
      liveClaims(history).flatMap((claim) =>
        claim.lines.flatMap((line): Finding[] => {
          const one = { claim, line };
          const owed = owedFor(history, one, sales.saleOf(one), scopes.get(claim.agreement ?? ''));
          if (owed === undefined) return [];
          const excess = line.minor - owed.minor;
          const slack = Math.max(
            parameters.leastMinor as number,
            (owed.minor * (parameters.tolerancePercent as number)) / 100,
          );
          return excess > slack ? [wrong(one, sales.saleOf(one), owed)] : [];
        }),
      );
    return { see: (line: HistoryLine) => sales.see(line), end };
  },
};

type Owed = { readonly why: string; readonly minor: number };

/** The most that can be right; unknown where neither agreement nor line say it. */
function owedFor(
  history: History,
  { claim, line }: ClaimedLine,
  sale: ClaimedSale | undefined,
  scope: AgreementScope | undefined,
): Owed | undefined {
  const quantity = line.quantity;
  const unit = sale?.unit ?? tablesOf(history).products.get(line.product ?? '')?.unit;
  // Another unit has another price, and is another detector's.
  const isOtherUnit = line.unit !== undefined && unit !== undefined && line.unit !== unit;
  if (quantity === undefined || quantity <= 0 || isOtherUnit) return undefined;
  const by = scope === undefined || scope.agreement.currency !== claim.currency ? undefined : scope;
  const each = by && perUnitOf(history, line.product ?? sale?.product, sale, by);
  if (each !== undefined) return { why: 'agreed', minor: Math.round((quantity / 1_000_000) * each) };
  const rate = by === undefined ? 0 : Math.max(0, ...by.tiers.map((tier) => tier.rate ?? 0));
  const isRated =
    by !== undefined && by.tiers.length > 0 && by.tiers.every((tier) => tier.rate !== undefined);
  if (isRated && sale !== undefined && sale.side === 'sale' && sale.currency === claim.currency) {
    const share = Math.min(1, quantity / sale.quantity);
    return { why: 'rate', minor: Math.round((sale.minor * share * rate) / 10_000) };
  }
  if (line.unitMinor === undefined) return undefined;
  // Half a cent by the unit is rounding.
  return { why: 'product', minor: Math.ceil((quantity / 1_000_000) * (line.unitMinor + 1 / 2)) };
}

function perUnitOf(
  history: History,
  code: string | undefined,
  sale: ClaimedSale | undefined,
  { agreement, tiers }: AgreementScope,
): number | undefined {
  if (agreement.contractPrice !== undefined) {
    const product = tablesOf(history).products.get(code ?? '');
    const list = product?.currency === agreement.currency ? product.listPrice : undefined;
    const bought = sale?.side === 'sale' && sale.currency === agreement.currency ? sale.unitMinor : undefined;
    const paid = Math.max(list ?? 0, bought ?? 0);
    return paid > agreement.contractPrice ? paid - agreement.contractPrice : undefined;
  }
  const amounts = tiers.flatMap(({ perUnit }) => (perUnit === undefined ? [] : [perUnit]));
  return amounts.length > 0 && amounts.length === tiers.length ? Math.max(...amounts) : undefined;
}

function wrong(one: ClaimedLine, sale: ClaimedSale | undefined, { why, minor }: Owed): Finding {
  const { claim, line } = one;
  const facts = {
    why,
    claimed: amountFact(line.minor, claim.currency),
    owed: amountFact(minor, claim.currency),
  };
  return found(claimWrongPrice, {
    ...aboutClaimLine(one),
    score: scoreBetween(line.minor / Math.max(1, minor), 1, 2, 680, 920),
    minor: line.minor - minor,
    evidence: [
      withFacts(claimLineEvidence(claim, line), facts),
      ...(sale === undefined ? [] : [sale.evidence]),
    ],
  });
}
