import { joinKey } from '../../text/key.ts';
import { type AgreementScope, coversProduct, isInForce, scopesOfPartner } from '../agreementScopes.ts';
import { liveClaims } from '../claimedSales.ts';
import { type Detector, parameter } from '../detector.ts';
import { amountFact, lineEvidence } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import type { History, HistoryAgreement, HistoryLine } from '../history.ts';
import { onceOf } from '../onceOf.ts';
import { scoreBetween } from '../scoreOf.ts';

/**
 * Purchases above the price that the supplier agreed to, summed by agreement and partner. What the agreement pays back by the unit, and
 * what was claimed for a purchase, is no longer too much. Other units and currencies are not compared.
 */
export const priceAgainstContract: Detector = {
  name: 'priceAgainstContract',
  version: 2,
  group: 'leakage',
  needs: ['agreements', 'lines'],
  parameters: [parameter('tolerancePercent', 0, 1, 50), parameter('leastMinor', 0, 1000, 100_000_000)],
  begin: (history, parameters) => {
    const sums = new Map<string, Over>();
    let [partner, scopes]: [string | undefined, readonly AgreementScope[]] = [undefined, []];
    const see = (line: HistoryLine) => {
      if (line.partner !== partner) {
        partner = line.partner;
        scopes = scopesOfPartner(history, partner).filter(
          ({ agreement }) => agreement.contractPrice !== undefined,
        );
      }
      if (line.side !== 'purchase' || line.kind !== 'goods' || line.quantity <= 0) return;
      for (const scope of scopes) {
        const { agreement } = scope;
        const price = agreement.contractPrice;
        if (price === undefined || agreement.side !== 'supplier' || agreement.currency !== line.currency)
          continue;
        if (agreement.unit !== undefined && agreement.unit !== line.unit) continue;
        if (!coversProduct(scope, line.product) || !isInForce(agreement, line.day)) continue;
        const back = Math.max(0, ...scope.tiers.map(({ perUnit }) => perUnit ?? 0));
        const claimed = claimedFor(history).get(lineKey(agreement.agreement, line)) ?? 0;
        const owed = (line.quantity / 1_000_000) * (price + back) + claimed;
        if (line.minor * 100 <= owed * (100 + (parameters.tolerancePercent as number))) continue;
        addOver(sums, agreement, line, Math.round(line.minor - owed));
      }
    };
    const end = () =>
      [...sums.values()].flatMap((over) =>
        over.minor < (parameters.leastMinor as number) ? [] : [overpaid(over)],
      );
    return { see, end };
  },
};

const lineKey = (agreement: string, { document, line }: Pick<HistoryLine, 'document' | 'line'>) =>
  joinKey(agreement, document, line);

/** What we claimed for a purchase, by agreement, document and line. */
const claimedFor = onceOf((history: History): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { agreement, lines } of liveClaims(history)) {
    for (const { document, line, minor } of lines) {
      if (agreement === undefined || document === undefined || line === undefined) continue;
      const key = lineKey(agreement, { document, line });
      sums.set(key, (sums.get(key) ?? 0) + minor);
    }
  }
  return sums;
});

type Over = {
  readonly agreement: HistoryAgreement;
  readonly partner: string;
  minor: number;
  lines: number;
  owed: number;
  readonly first: HistoryLine[];
};

function addOver(
  sums: Map<string, Over>,
  agreement: HistoryAgreement,
  line: HistoryLine,
  minor: number,
): void {
  const key = `${agreement.agreement}\u001f${line.partner}`;
  const over = sums.get(key) ?? { agreement, partner: line.partner, minor: 0, lines: 0, owed: 0, first: [] };
  over.minor += minor;
  over.lines += 1;
  over.owed += line.minor - minor;
  if (over.first.length < 5) over.first.push({ ...line });
  sums.set(key, over);
}

function overpaid({ agreement, partner, minor, lines, owed, first }: Over): Finding {
  const line = first[0] as HistoryLine;
  const facts = {
    agreement: agreement.agreement,
    agreed: amountFact(agreement.contractPrice ?? 0, agreement.currency),
    lines: String(lines),
    over: amountFact(minor, agreement.currency),
  };
  return found(priceAgainstContract, {
    object: 'agreement',
    id: agreement.agreement,
    partner,
    agreement: agreement.agreement,
    day: line.day,
    score: scoreBetween(minor / Math.max(1, owed), 0, 1 / 4, 640, 860),
    minor,
    currency: agreement.currency,
    evidence: [withFacts(lineEvidence(line), facts), ...first.slice(1).map(lineEvidence)],
  });
}
