import type { LocalDate } from '../../calendar/localDate.ts';
import {
  type ClaimedLine,
  type ClaimedSale,
  claimedSales,
  eachClaimed,
  liveClaims,
} from '../claimedSales.ts';
import { type Detector, parameter } from '../detector.ts';
import { claimLineEvidence, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { aboutClaimLine, found, withFacts } from '../found.ts';
import type { History, HistoryLine } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';

/**
 * A claim line asks for more than the sale that it names, or names a sale that nobody knows of although the other sales of the
 * claimant are known. A unit that differs is another detector's.
 */
export const claimedMoreThanSold: Detector = {
  name: 'claimedMoreThanSold',
  version: 1,
  group: 'fraud',
  needs: ['claims', 'lines'],
  parameters: [parameter('tolerancePercent', 0, 1, 50), parameter('knownPercent', 1, 80, 100)],
  begin: (history, parameters) => {
    const sales = claimedSales(history);
    const spans = new Map<string, { from: LocalDate; until: LocalDate }>();
    const see = (line: HistoryLine) => {
      sales.see(line);
      const span = spans.get(line.partner);
      if (span === undefined) spans.set(line.partner, { from: line.day, until: line.day });
      else if (line.day > span.until) span.until = line.day;
    };
    const end = () => {
      const claimed = [...eachClaimed(history)];
      const shares = knownShares(history, claimed, (one) => sales.saleOf(one) !== undefined);
      return claimed.flatMap((one): Finding[] => {
        const sale = sales.saleOf(one);
        if (sale === undefined) {
          const day = one.line.day ?? one.claim.sentOn;
          const span = spans.get(one.claim.partner);
          const isInside = span !== undefined && span.from <= day && day <= span.until;
          const isKnown = (shares.get(one.claim.partner) ?? 0) * 100 >= (parameters.knownPercent as number);
          return isInside && isKnown ? [unknownSale(one)] : [];
        }
        const { quantity, unit } = one.line;
        if (quantity === undefined || (unit !== undefined && unit !== sale.unit)) return [];
        const most = sale.quantity * (1 + (parameters.tolerancePercent as number) / 100);
        return quantity > most ? [moreThanSold(one, quantity, sale)] : [];
      });
    };
    return { see, end };
  },
};

/** Of the claim lines that name a sale: how many of each partner's are found. */
function knownShares(
  history: History,
  claimed: readonly ClaimedLine[],
  isKnown: (one: ClaimedLine) => boolean,
): Map<string, number> {
  const counts = new Map(liveClaims(history).map((claim) => [claim.partner, { all: 0, known: 0 }]));
  for (const one of claimed) {
    const count = counts.get(one.claim.partner);
    if (count === undefined) continue;
    count.all += 1;
    if (isKnown(one)) count.known += 1;
  }
  return new Map([...counts].map(([partner, { all, known }]) => [partner, all === 0 ? 0 : known / all]));
}

function unknownSale(one: ClaimedLine): Finding {
  const { claim, line } = one;
  const facts = { claimed: quantityFact(line.quantity ?? 0, line.unit), sold: '0' };
  const evidence = [withFacts(claimLineEvidence(claim, line), facts)];
  return found(claimedMoreThanSold, { ...aboutClaimLine(one), score: 720, minor: line.minor, evidence });
}

function moreThanSold(one: ClaimedLine, quantity: number, sale: ClaimedSale): Finding {
  const { claim, line } = one;
  const facts = { claimed: quantityFact(quantity, sale.unit), sold: quantityFact(sale.quantity, sale.unit) };
  return found(claimedMoreThanSold, {
    ...aboutClaimLine(one),
    score: scoreBetween(quantity / sale.quantity, 1, 2, 800, 970),
    minor: Math.round((line.minor * (quantity - sale.quantity)) / quantity),
    evidence: [withFacts(claimLineEvidence(claim, line), facts), sale.evidence],
  });
}
