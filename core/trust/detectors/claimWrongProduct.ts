import { type AgreementScope, coversProduct, scopesOf } from '../agreementScopes.ts';
import { type ClaimedLine, type ClaimedSale, claimedSales, liveClaims } from '../claimedSales.ts';
import type { Detector } from '../detector.ts';
import { claimLineEvidence } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { aboutClaimLine, found, withFacts } from '../found.ts';
import type { HistoryLine } from '../history.ts';

/** A claim for a product that the agreement does not cover, for another product than was sold, or for another end customer. */
export const claimWrongProduct: Detector = {
  name: 'claimWrongProduct',
  version: 1,
  group: 'fraud',
  needs: ['claims'],
  parameters: [],
  begin: (history) => {
    const sales = claimedSales(history);
    const scopes = new Map(scopesOf(history).map((scope) => [scope.agreement.agreement, scope]));
    const end = () =>
      liveClaims(history).flatMap((claim) =>
        claim.lines.flatMap((line): Finding[] => {
          const sale = sales.saleOf({ claim, line });
          const why = whyWrong({ claim, line }, sale, scopes.get(claim.agreement ?? ''));
          return why === undefined ? [] : [wrong({ claim, line }, sale, why)];
        }),
      );
    return { see: (line: HistoryLine) => sales.see(line), end };
  },
};

type Why = { readonly why: string; readonly claimed: string; readonly sold: string; readonly score: number };

function whyWrong(
  { line }: ClaimedLine,
  sale: ClaimedSale | undefined,
  scope: AgreementScope | undefined,
): Why | undefined {
  const product = line.product ?? sale?.product;
  if (sale !== undefined && line.product !== undefined && line.product !== sale.product) {
    return { why: 'otherSold', claimed: line.product, sold: sale.product, score: 820 };
  }
  if (product !== undefined && scope !== undefined && !coversProduct(scope, product)) {
    return { why: 'notCovered', claimed: product, sold: product, score: 800 };
  }
  const fixed = scope?.agreement.endCustomer;
  const endCustomer = sale?.endCustomer ?? line.endCustomer;
  if (fixed !== undefined && endCustomer !== undefined && endCustomer !== fixed) {
    return { why: 'otherEndCustomer', claimed: fixed, sold: endCustomer, score: 780 };
  }
  if (
    sale?.endCustomer !== undefined &&
    line.endCustomer !== undefined &&
    sale.endCustomer !== line.endCustomer
  ) {
    return { why: 'otherEndCustomer', claimed: line.endCustomer, sold: sale.endCustomer, score: 700 };
  }
  return undefined;
}

function wrong(one: ClaimedLine, sale: ClaimedSale | undefined, { score, ...facts }: Why): Finding {
  const evidence = [
    withFacts(claimLineEvidence(one.claim, one.line), facts),
    ...(sale === undefined ? [] : [sale.evidence]),
  ];
  return found(claimWrongProduct, { ...aboutClaimLine(one), score, minor: one.line.minor, evidence });
}
