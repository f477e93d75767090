import { byKey } from '../byKey.ts';
import { type ClaimedLine, claimedSales, eachClaimed } from '../claimedSales.ts';
import { type Detector, parameter } from '../detector.ts';
import { claimLineEvidence, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { aboutClaimLine, found, withFacts } from '../found.ts';
import type { HistoryLine } from '../history.ts';

/**
 * Several claims that stand ask for the same sale under the same agreement, and together for more than was sold. Parts that add up to
 * the sale are right, and so is a claim that was refused and sent again. Two agreements that pay for one sale are another detector's.
 */
export const claimedTwice: Detector = {
  name: 'claimedTwice',
  version: 1,
  group: 'fraud',
  needs: ['claims'],
  parameters: [parameter('tolerancePercent', 0, 1, 50)],
  begin: (history, parameters) => {
    const sales = claimedSales(history);
    const end = () => {
      const groups = byKey(eachClaimed(history), ({ claim, line }) =>
        [line.document, line.line, claim.agreement ?? '', claim.claimant].join('\u001f'),
      );
      return [...groups.values()].flatMap((group) => {
        if (group.length < 2) return [];
        const sold = sales.saleOf(group[0] as ClaimedLine)?.quantity;
        return moreThanOnce(group, sold, 1 + (parameters.tolerancePercent as number) / 100);
      });
    };
    return { see: (line: HistoryLine) => sales.see(line), end };
  },
};

/** The first claim line that takes it over the sale, and each after it. Corrections of a claim are negative and take back. */
function moreThanOnce(group: readonly ClaimedLine[], sold: number | undefined, slack: number): Finding[] {
  const [first] = group as readonly [ClaimedLine];
  const most = sold ?? first.line.quantity;
  let sum = 0;
  return group.flatMap((one, index) => {
    const quantity = one.line.quantity;
    // Without quantities, the same amount is the same thing.
    const isOver =
      most === undefined || quantity === undefined
        ? index > 0 && one.line.minor === first.line.minor
        : sum + quantity > most * slack && quantity > 0 && index > 0;
    sum += quantity ?? 0;
    return isOver ? [twice(group, one, sum, most)] : [];
  });
}

function twice(
  group: readonly ClaimedLine[],
  one: ClaimedLine,
  claimed: number,
  sold: number | undefined,
): Finding {
  const others = group.filter((other) => other !== one && other.claim.sentOn <= one.claim.sentOn).slice(0, 5);
  const isOtherPartner = others.some((other) => other.claim.partner !== one.claim.partner);
  const unit = one.line.unit;
  const facts = {
    claimed: quantityFact(claimed, unit),
    sold: sold === undefined ? '?' : quantityFact(sold, unit),
    others: others.map((other) => other.claim.claim).join(', '),
  };
  return found(claimedTwice, {
    ...aboutClaimLine(one),
    score: isOtherPartner ? 880 : 940,
    minor: one.line.minor,
    evidence: [
      withFacts(claimLineEvidence(one.claim, one.line), facts),
      ...others.map(({ claim, line }) => claimLineEvidence(claim, line)),
    ],
  });
}
