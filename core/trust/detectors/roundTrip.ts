import { compareTexts } from '../../text/compareTexts.ts';
import { byKey } from '../byKey.ts';
import { type Detector, parameter } from '../detector.ts';
import { amountFact, lineEvidence } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { HistoryLine } from '../history.ts';
import { relatedGroups } from '../relatedPartners.ts';
import { scoreOf } from '../scoreOf.ts';

/**
 * Goods that go round: sold to a partner and, soon after, bought back in (nearly) the same quantity from the same people under another
 * code. Each round earns a rebate and moves nothing. A return is no purchase, and a return of goods is none.
 */
export const roundTrip: Detector = {
  name: 'roundTrip',
  version: 1,
  group: 'fraud',
  needs: ['partners', 'lines'],
  parameters: [
    parameter('withinDays', 1, 60, 365),
    parameter('quantityPercent', 0, 5, 50),
    parameter('leastRounds', 1, 2, 100),
  ],
  begin: (history, parameters) => {
    const groups = relatedGroups(history);
    const lines: HistoryLine[] = [];
    const see = (line: HistoryLine) => {
      if (line.kind !== 'goods' || line.quantity <= 0 || line.side === 'sellThrough') return;
      if (line.returnOf === undefined && groups.has(line.partner)) lines.push({ ...line });
    };
    const end = () => {
      const goods = byKey(
        lines,
        (line) => `${groups.get(line.partner)}\u001f${line.product}\u001f${line.unit}`,
      );
      const rounds = [...goods.values()].flatMap((group) =>
        roundsOf(group, parameters.withinDays as number, parameters.quantityPercent as number),
      );
      return [
        ...byKey(rounds, ({ sale, purchase }) => `${sale.partner}\u001f${purchase.partner}`).values(),
      ].flatMap((pair) => (pair.length < (parameters.leastRounds as number) ? [] : [roundTrips(pair)]));
    };
    return { see, end };
  },
};

type Round = { readonly sale: HistoryLine; readonly purchase: HistoryLine };

/** Each sale with the first purchase after it that fits and is not taken yet. */
function roundsOf(lines: readonly HistoryLine[], days: number, percent: number): Round[] {
  const inOrder = [...lines].sort(
    (a, b) => a.day - b.day || compareTexts(`${a.document} ${a.line}`, `${b.document} ${b.line}`),
  );
  const purchases = inOrder.filter(({ side }) => side === 'purchase');
  const taken = new Set<HistoryLine>();
  return inOrder.flatMap((sale) => {
    if (sale.side !== 'sale') return [];
    const purchase = purchases.find(
      (one) =>
        !taken.has(one) &&
        one.day >= sale.day &&
        one.day - sale.day <= days &&
        Math.abs(one.quantity - sale.quantity) * 100 <= sale.quantity * percent,
    );
    if (purchase === undefined) return [];
    taken.add(purchase);
    return [{ sale, purchase }];
  });
}

function roundTrips(rounds: readonly Round[]): Finding {
  const inOrder = [...rounds].sort(
    (a, b) => a.sale.day - b.sale.day || compareTexts(a.sale.document, b.sale.document),
  );
  const { sale, purchase } = inOrder[0] as Round;
  const minor = rounds.reduce((sum, round) => sum + round.sale.minor, 0);
  const facts = {
    rounds: String(rounds.length),
    other: purchase.partner,
    product: sale.product,
    amount: amountFact(minor, sale.currency),
  };
  return found(roundTrip, {
    object: 'partner',
    id: sale.partner,
    partner: sale.partner,
    day: sale.day,
    score: scoreOf(760 + Math.min(200, rounds.length * 25)),
    minor,
    currency: sale.currency,
    evidence: [
      { object: 'partner', id: sale.partner, facts },
      ...inOrder.slice(0, 4).flatMap((round) => [lineEvidence(round.sale), lineEvidence(round.purchase)]),
    ],
  });
}
