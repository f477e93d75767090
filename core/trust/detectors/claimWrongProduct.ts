import { type AgreementScope, coversProduct, scopesOf } from '../agreementScopes.ts';
import { byKey } from '../byKey.ts';
import { type ClaimedLine, type ClaimedSale, claimedSales, liveClaims } from '../claimedSales.ts';
import type { Detector } from '../detector.ts';
import { claimLineEvidence } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { aboutClaimLine, found, withFacts } from '../found.ts';
import type { History, HistoryClaim, HistoryClaimLine, HistoryLine } from '../history.ts';
import { familyOf } from '../relatedPartners.ts';
import { isSameCode } from '../sameCode.ts';

/**
 * A claim for a product that the agreement does not cover, for another product than was sold, for another end customer, or for a sale of
 * another partner that is not of the same company. A code of an end customer that no line ever had is of somebody else's list, and nothing
 * is compared with it. Where most claims under an agreement are for another end customer than it names, or for sales of others, that is
 * one finding.
 */
export const claimWrongProduct: Detector = {
  name: 'claimWrongProduct',
  version: 3,
  group: 'fraud',
  needs: ['claims'],
  parameters: [],
  begin: (history) => {
    const sales = claimedSales(history);
    const endCustomers = new Set<string>();
    const scopes = new Map(scopesOf(history).map((scope) => [scope.agreement.agreement, scope]));
    const wrongOf = (claim: HistoryClaim, line: HistoryClaimLine): Wrong[] => {
      const one = { claim, line };
      const sale = sales.saleOf(one);
      const scope = scopes.get(claim.agreement ?? '');
      const why =
        whyOtherProduct(line, sale, scope) ??
        whyOthersSale(history, claim, sale) ??
        whyOtherEndCustomer({ line, sale, scope, endCustomers });
      return why === undefined ? [] : [{ one, sale, why }];
    };
    const end = () => {
      const claims = byKey(liveClaims(history), ({ agreement }) => agreement ?? '');
      return [...claims].flatMap(([agreement, own]) => {
        const all = own.flatMap((claim) => claim.lines.flatMap((line) => wrongOf(claim, line)));
        const lines = own.reduce((sum, claim) => sum + claim.lines.length, 0);
        return toldOf(agreement, all, lines);
      });
    };
    const see = (line: HistoryLine) => {
      sales.see(line);
      if (line.endCustomer !== undefined) endCustomers.add(line.endCustomer);
    };
    return { see, end };
  },
};

type Why = { readonly why: string; readonly claimed: string; readonly sold: string; readonly score: number };

type Wrong = { readonly one: ClaimedLine; readonly sale: ClaimedSale | undefined; readonly why: Why };

/**
 * Where most claim lines under an agreement are so, at least so many, the agreement is what is wrong, or the custom under it: one finding.
 * Its end customer is a word of the agreement, which two already contradict.
 */
const OF_AGREEMENT: ReadonlyMap<string, number> = new Map([
  ['otherEndCustomer', 2],
  ['othersSale', 5],
]);

function toldOf(agreement: string, all: readonly Wrong[], lines: number): Finding[] {
  return [...byKey(all, ({ why }) => why.why)].flatMap(([why, these]) => {
    const least = OF_AGREEMENT.get(why);
    const isMost = least !== undefined && these.length >= least && these.length * 2 > lines;
    return isMost && agreement !== ''
      ? [ofAgreement(agreement, these)]
      : these.map(({ one, sale, why: said }) => wrong(one, sale, said));
  });
}

function ofAgreement(agreement: string, other: readonly Wrong[]): Finding {
  const [first] = other as readonly [Wrong];
  const { score: _, ...facts } = first.why;
  const { claim } = first.one;
  return found(claimWrongProduct, {
    object: 'agreement',
    id: agreement,
    partner: claim.partner,
    agreement,
    day: claim.sentOn,
    score: 640,
    minor: other.reduce((sum, { one }) => sum + one.line.minor, 0),
    currency: claim.currency,
    evidence: [
      { object: 'agreement', id: agreement, facts: { ...facts, claims: String(other.length) } },
      ...other.slice(0, 4).map(({ one }) => claimLineEvidence(one.claim, one.line)),
    ],
  });
}

type ClaimedOf = {
  readonly line: HistoryClaimLine;
  readonly sale: ClaimedSale | undefined;
  readonly scope: AgreementScope | undefined;
  /** Those that lines have. */
  readonly endCustomers: ReadonlySet<string>;
};

function whyOtherProduct(
  line: HistoryClaimLine,
  sale: ClaimedSale | undefined,
  scope: AgreementScope | undefined,
): Why | undefined {
  if (sale !== undefined && line.product !== undefined && !isSameCode(line.product, sale.product)) {
    return { why: 'otherSold', claimed: line.product, sold: sale.product, score: 820 };
  }
  const product = sale?.product ?? line.product;
  if (product !== undefined && scope !== undefined && !coversSpelled(scope, product)) {
    return { why: 'notCovered', claimed: product, sold: product, score: 800 };
  }
  return undefined;
}

function coversSpelled(scope: AgreementScope, product: string): boolean {
  return (
    coversProduct(scope, product) || [...(scope.products ?? [])].some((code) => isSameCode(code, product))
  );
}

/** A partner claims for what it did not buy or sell itself; we claim from suppliers for what we sold to whomever. */
function whyOthersSale(
  history: History,
  claim: HistoryClaim,
  sale: ClaimedSale | undefined,
): Why | undefined {
  if (claim.claimant !== 'partner' || sale === undefined || sale.partner === claim.partner) return undefined;
  if (familyOf(history, sale.partner) === familyOf(history, claim.partner)) return undefined;
  return { why: 'othersSale', claimed: claim.partner, sold: sale.partner, score: 790 };
}

function whyOtherEndCustomer({ line, sale, scope, endCustomers }: ClaimedOf): Why | undefined {
  const fixed = scope?.agreement.endCustomer;
  const sold = sale?.endCustomer;
  const said = sold ?? line.endCustomer;
  // Without any in lines, claims and agreements are compared with each other.
  const isKnown = (code: string) => endCustomers.size === 0 || endCustomers.has(code);
  if (fixed !== undefined && said !== undefined && said !== fixed && isKnown(fixed)) {
    return { why: 'otherEndCustomer', claimed: fixed, sold: said, score: 780 };
  }
  if (sold !== undefined && line.endCustomer !== undefined && sold !== line.endCustomer) {
    return isKnown(line.endCustomer)
      ? { why: 'otherEndCustomer', claimed: line.endCustomer, sold, score: 700 }
      : undefined;
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
