import { scopesOf } from '../agreementScopes.ts';
import { type ClaimedLine, type ClaimedSale, claimedSales, eachClaimed } from '../claimedSales.ts';
import type { Detector } from '../detector.ts';
import { claimLineEvidence, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { aboutClaimLine, found, withFacts } from '../found.ts';
import type { History, HistoryClaim, HistoryClaimLine, HistoryLine, HistoryProduct } from '../history.ts';
import { tablesOf } from '../tables.ts';

/**
 * A claim in another unit than the sale: pieces where packs were sold, or the other way. Where the quantities agree after conversion by
 * the pack, the claim is right. Where nobody knows how many of one are the other, as many of the one as were sold of the other cannot
 * be right, unless no more is asked for than the agreement gives for the sale.
 */
export const claimWrongUnit: Detector = {
  name: 'claimWrongUnit',
  version: 2,
  group: 'fraud',
  needs: ['claims', 'lines'],
  parameters: [],
  begin: (history) => {
    const sales = claimedSales(history);
    const end = () =>
      [...eachClaimed(history)].flatMap((one): Finding[] => {
        const sale = sales.saleOf(one);
        const ratio = sale === undefined ? undefined : wrongRatio(history, one, sale);
        return sale === undefined || ratio === undefined ? [] : [wrong(one, sale, ratio)];
      });
    return { see: (line: HistoryLine) => sales.see(line), end };
  },
};

/** Claimed for each sold, where the units differ and the quantities do not fit. */
function wrongRatio(history: History, { claim, line }: ClaimedLine, sale: ClaimedSale): number | undefined {
  if (line.quantity === undefined || line.quantity <= 0 || line.unit === undefined || line.unit === sale.unit)
    return undefined;
  const pack = packOf(tablesOf(history).products.get(sale.product), line.unit, sale.unit);
  const ratio = line.quantity / sale.quantity;
  if (pack === undefined)
    return ratio < 1 ? undefined : (overAsked(history, claim, line, sale) ?? (ratio > 1 ? ratio : undefined));
  return ratio > pack + pack / 100 ? ratio / pack : undefined;
}

/** How many times what the agreement gives for the sale is asked for; undefined: no more than that, or nobody knows. */
function overAsked(
  history: History,
  { agreement: code, currency }: HistoryClaim,
  line: HistoryClaimLine,
  sale: ClaimedSale,
): number | undefined {
  const scope = scopesOf(history).find(({ agreement }) => agreement.agreement === code);
  if (scope === undefined || scope.agreement.currency !== currency) return undefined;
  const each = Math.max(0, ...scope.tiers.map(({ perUnit }) => perUnit ?? 0));
  if (each === 0 || scope.agreement.unit !== sale.unit) return undefined;
  const ratio = line.minor / ((sale.quantity / 1_000_000) * each);
  return ratio > 1 + 1 / 10 ? ratio : undefined;
}

/** How many of the claim's unit are one of the sale's; unknown where it is not the pack of the product. */
function packOf(product: HistoryProduct | undefined, claimed: string, sold: string): number | undefined {
  if (product?.perPack === undefined || product.unit === undefined) return undefined;
  if (claimed === product.unit) return product.perPack;
  return sold === product.unit ? 1 / product.perPack : undefined;
}

function wrong(one: ClaimedLine, sale: ClaimedSale, ratio: number): Finding {
  const facts = {
    claimed: quantityFact(one.line.quantity ?? 0, one.line.unit),
    sold: quantityFact(sale.quantity, sale.unit),
  };
  return found(claimWrongUnit, {
    ...aboutClaimLine(one),
    score: 830,
    minor: Math.round(one.line.minor * (1 - 1 / ratio)),
    evidence: [withFacts(claimLineEvidence(one.claim, one.line), facts), sale.evidence],
  });
}
