import { type ClaimedLine, claimedSales, eachClaimed } from '../claimedSales.ts';
import { type Detector, parameter } from '../detector.ts';
import { claimLineEvidence, dayFact, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { aboutClaimLine, found, withFacts } from '../found.ts';
import type { HistoryLine } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';

/**
 * A claim for what had come back, or whose invoice had been cancelled, when the claim was sent. A cancelled invoice that was
 * written anew is none: the goods are still sold. A part that came back leaves the rest to be claimed.
 */
export const claimedAfterReturn: Detector = {
  name: 'claimedAfterReturn',
  version: 1,
  group: 'fraud',
  needs: ['claims', 'lines'],
  parameters: [parameter('tolerancePercent', 0, 1, 50)],
  begin: (history, parameters) => {
    const sales = claimedSales(history);
    const end = () =>
      [...eachClaimed(history)].flatMap((one): Finding[] => {
        const sale = sales.saleOf(one);
        if (sale === undefined) return [];
        const { back, quantity } = sales.backOf(one, one.claim.sentOn);
        const claimed = one.line.quantity ?? sale.quantity;
        const left = sale.quantity - quantity;
        if (quantity <= 0 || claimed <= left * (1 + (parameters.tolerancePercent as number) / 100)) return [];
        // More than was ever sold is told by another detector, and not twice.
        const excess = Math.min(claimed, sale.quantity) - Math.max(0, left);
        if (excess <= 0) return [];
        const facts = {
          claimed: quantityFact(claimed, sale.unit),
          sold: quantityFact(sale.quantity, sale.unit),
          back: quantityFact(quantity, sale.unit),
          backOn: dayFact(Math.max(...back.map(({ day }) => day))),
        };
        const evidence = [
          withFacts(claimLineEvidence(one.claim, one.line), facts),
          sale.evidence,
          ...back.slice(0, 5).map((entry) => entry.evidence),
        ];
        return [claimOfReturned(one, excess / claimed, evidence)];
      });
    return { see: (line: HistoryLine) => sales.see(line), end };
  },
};

function claimOfReturned(one: ClaimedLine, share: number, evidence: Finding['evidence']): Finding {
  const minor = Math.round(one.line.minor * share);
  return found(claimedAfterReturn, {
    ...aboutClaimLine(one),
    score: scoreBetween(share, 0, 1, 700, 950),
    minor,
    evidence,
  });
}
