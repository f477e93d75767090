import { type AgreementScope, coversProduct, scopesOf } from '../agreementScopes.ts';
import { byKey } from '../byKey.ts';
import { type Detector, parameter } from '../detector.ts';
import { agreementsByCode } from '../earningEvidence.ts';
import { amountFact, lineEvidence, percentFact, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import type { History, HistoryEarning, HistoryLine } from '../history.ts';
import { lossLines, type Sale } from '../lossLines.ts';
import { onceOf } from '../onceOf.ts';
import { quarterOf, quarterStart } from '../quarters.ts';
import { scoreBetween } from '../scoreOf.ts';
import { tablesOf } from '../tables.ts';

/**
 * Sales of a product to a partner that bring less than the product costs once its rebates are taken off. Rebates are what the partner earned on
 * what counted in those days; each quarter by itself. A single sale of what is hardly ever sold at a loss is told of as a line, so that the
 * others do not hide it: where its loss is great, or where its quantity is usual, and its price so a slip. Other units or currencies than
 * the cost, gifts, and what is sold cheap in large quantities for a small loss, are left aside.
 */
export const negativeMargin: Detector = {
  name: 'negativeMargin',
  version: 3,
  group: 'leakage',
  needs: ['products', 'lines'],
  parameters: [
    parameter('leastMinor', 0, 5000, 100_000_000),
    parameter('leastLines', 1, 3, 1000),
    parameter('lossPercent', 0, 5, 100),
    parameter('slipMinor', 1, 200, 100_000_000),
  ],
  begin: (history, parameters) => {
    const { products } = tablesOf(history);
    const findings: Finding[] = [];
    const single = lossLines(parameters);
    let partner: string | undefined;
    let margins = new Map<string, Margin>();
    const flush = () => {
      for (const [product, margin] of margins) {
        const loss = margin.cost - (margin.minor - margin.rebates);
        const isMuch =
          loss >= (parameters.leastMinor as number) && margin.lines >= (parameters.leastLines as number);
        if (partner === undefined) continue;
        if (isMuch && margin.quantity > 0) findings.push(lossOn(partner, product, margin, loss));
        else for (const one of margin.bad) single.keep(one);
      }
      margins = new Map();
    };
    let quarter = { from: 0, until: 0 };
    let earned: readonly Earned[] = [];
    const see = (line: HistoryLine) => {
      // A good quarter does not hide a bad one.
      if (line.partner !== partner || line.day < quarter.from || line.day >= quarter.until) {
        flush();
        partner = line.partner;
        const number = quarterOf(line.day);
        quarter = { from: quarterStart(number), until: quarterStart(number + 1) };
        const { from, until } = quarter;
        earned = (shares(history).get(partner) ?? []).filter(
          ({ earning }) => earning.from < until && from < earning.until,
        );
      }
      if (line.side !== 'sale' || line.kind !== 'goods') return;
      const product = products.get(line.product);
      const cost = product?.unitCost;
      if (
        cost === undefined ||
        product?.currency !== line.currency ||
        (product.unit ?? line.unit) !== line.unit
      )
        return;
      const added = addMargin(margins, line, cost, rebateShare(earned, line));
      if (single.see(added)) margins.get(line.product)?.bad.push({ ...added, line: { ...line } });
    };
    return {
      see,
      end: () => {
        flush();
        // One finding a partner: the product that loses most, with the others.
        return [
          ...[...byKey(findings, (one) => one.partner).values()].map(worstOf),
          ...single.told().map(lossOnLine),
        ];
      },
    };
  },
};

type Margin = {
  minor: number;
  quantity: number;
  cost: number;
  rebates: number;
  lines: number;
  worst: HistoryLine;
  worstLoss: number;
  /** Sales that may be told of by themselves. */
  readonly bad: Sale[];
};

function addMargin(margins: Map<string, Margin>, line: HistoryLine, unitCost: number, share: number): Sale {
  let margin = margins.get(line.product);
  if (margin === undefined) {
    margin = {
      minor: 0,
      quantity: 0,
      cost: 0,
      rebates: 0,
      lines: 0,
      worst: line,
      worstLoss: Number.MIN_SAFE_INTEGER,
      bad: [],
    };
    margins.set(line.product, margin);
  }
  const [cost, rebate] = [Math.round((line.quantity / 1_000_000) * unitCost), Math.round(line.minor * share)];
  margin.minor += line.minor;
  margin.quantity += line.quantity;
  margin.cost += cost;
  margin.rebates += rebate;
  margin.lines += 1;
  if (cost - line.minor + rebate > margin.worstLoss) {
    margin.worstLoss = cost - line.minor + rebate;
    margin.worst = { ...line };
  }
  return { line, cost, rebate };
}

type Earned = { readonly earning: HistoryEarning; readonly scope: AgreementScope };

/** What the partner earns of a sale by all agreements together, by what was earned in the window of the sale. */
function rebateShare(earned: readonly Earned[], line: HistoryLine): number {
  let share = 0;
  for (const { earning, scope } of earned) {
    if (line.day < earning.from || line.day >= earning.until || !coversProduct(scope, line.product)) continue;
    const counted = scope.agreement.basis === 'value' ? line.minor : line.quantity;
    if (line.minor !== 0) share += ((earning.earned / earning.base) * counted) / line.minor;
  }
  return share;
}

const shares = onceOf((history: History) => {
  const scopes = new Map(scopesOf(history).map((scope) => [scope.agreement.agreement, scope]));
  const usable = history.earnings.flatMap((earning: HistoryEarning) => {
    const scope = scopes.get(earning.agreement);
    const isOurs = agreementsByCode(history).get(earning.agreement)?.side === 'customer';
    return scope === undefined || !isOurs || earning.base <= 0 || earning.earned <= 0
      ? []
      : [{ earning, scope }];
  });
  return byKey(usable, ({ earning }) => earning.partner);
});

function lossOn(partner: string, product: string, margin: Margin, loss: number): Finding {
  const { currency, unit } = margin.worst;
  const facts = {
    product,
    quantity: quantityFact(margin.quantity, unit),
    sold: amountFact(margin.minor, currency),
    rebates: amountFact(margin.rebates, currency),
    cost: amountFact(margin.cost, currency),
    loss: amountFact(loss, currency),
    share: percentFact(loss / Math.max(1, margin.minor)),
    by: margin.minor < margin.cost ? 'price' : 'rebates',
  };
  return found(negativeMargin, {
    object: 'partner',
    id: partner,
    partner,
    day: margin.worst.day,
    score: scoreBetween(loss / Math.max(1, margin.minor), 0, 3 / 10, 520, 820),
    minor: loss,
    currency,
    evidence: [{ object: 'product', id: product, facts }, lineEvidence(margin.worst)],
  });
}

function lossOnLine({ line, cost, rebate }: Sale): Finding {
  const { product, currency, unit, minor, partner, day } = line;
  const loss = cost + rebate - minor;
  const facts = {
    product,
    quantity: quantityFact(line.quantity, unit),
    sold: amountFact(minor, currency),
    rebates: amountFact(rebate, currency),
    cost: amountFact(cost, currency),
    loss: amountFact(loss, currency),
    share: percentFact(loss / minor),
    by: minor < cost ? 'price' : 'rebates',
  };
  const evidence = [
    withFacts(lineEvidence(line), facts),
    { object: 'product' as const, id: product, facts: {} },
  ];
  return found(negativeMargin, {
    object: 'line',
    id: evidence[0]?.id ?? '',
    partner,
    day,
    score: scoreBetween(loss / minor, 0, 1 / 2, 420, 720),
    minor: loss,
    currency,
    evidence,
  });
}

function worstOf(findings: readonly Finding[]): Finding {
  const inOrder = [...findings].sort(
    (a, b) =>
      (b.minor ?? 0) - (a.minor ?? 0) || ((a.evidence[0]?.id ?? '') < (b.evidence[0]?.id ?? '') ? -1 : 1),
  );
  const first = inOrder[0] as Finding;
  const same = inOrder.filter(({ currency }) => currency === first.currency);
  return {
    ...first,
    score: Math.max(...findings.map(({ score }) => score)),
    minor: same.reduce((sum, { minor }) => sum + (minor ?? 0), 0),
    evidence: inOrder.slice(0, 4).flatMap(({ evidence }) => evidence),
  };
}
