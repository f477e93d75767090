import { paidOn, windowsUpTo } from '../agreementScopes.ts';
import { type AgreementSeries, agreementSeries, valuesOf } from '../agreementSeries.ts';
import { sumOf } from '../dailySums.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { amountFact, dayFact, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { History } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';
import { aboutWindow } from '../windowFinding.ts';

/**
 * Little is missing to the next tier of a supplier in the window that runs: what it costs to buy the rest and what it brings. Where the pace
 * of buying reaches it anyway, or it brings too little for what has to be bought, nothing is said.
 */
export const tierWithinReach: Detector = {
  name: 'tierWithinReach',
  version: 1,
  group: 'leakage',
  needs: ['agreements', 'lines'],
  parameters: [
    parameter('missingPercent', 1, 10, 50),
    parameter('bringsPercent', 0, 5, 100),
    parameter('daysLeft', 1, 92, 366),
  ],
  begin: (history, parameters) => {
    const findings: Finding[] = [];
    const { see, end } = agreementSeries(
      history,
      ({ agreement, tiers }) => agreement.side === 'supplier' && tiers.length > 0,
      (series) => {
        for (const one of series) findings.push(...inReach(history, one, parameters));
      },
    );
    return {
      see,
      end: () => {
        end();
        return findings;
      },
    };
  },
};

function inReach(history: History, one: AgreementSeries, parameters: Parameters): Finding[] {
  const { scope, sums, partner } = one;
  const { agreement } = scope;
  const window = windowsUpTo(agreement, history.today).findLast(
    ({ from, until }) => from <= history.today && history.today < until,
  );
  if (window === undefined || window.until - history.today > (parameters.daysLeft as number)) return [];
  const [sold, back] = [sumOf(sums, 'sold', window), sumOf(sums, 'returned', window)];
  const total = sold - back;
  const next = scope.tiers.find(({ from }) => from > total);
  if (next === undefined || total <= 0) return [];
  const lacking = next.from - total;
  const pace = (total / Math.max(1, history.today + 1 - window.from)) * (window.until - history.today - 1);
  if (lacking * 100 > next.from * (parameters.missingPercent as number) || pace >= (lacking * 11) / 10)
    return [];
  const values = valuesOf(one);
  const value = sumOf(values, 'sold', window) - sumOf(values, 'returned', window);
  const cost = Math.round((value * lacking) / total);
  const brings = paidOn(scope, next.from, value + cost) - paidOn(scope, total, value);
  if (brings <= 0 || brings * 100 < cost * (parameters.bringsPercent as number)) return [];
  const about = aboutWindow(history, scope, partner, window);
  const said = (amount: number) =>
    agreement.basis === 'value'
      ? amountFact(amount, agreement.currency)
      : quantityFact(amount, agreement.unit);
  const facts = {
    agreement: agreement.agreement,
    total: said(total),
    threshold: said(next.from),
    missing: said(lacking),
    cost: amountFact(cost, agreement.currency),
    brings: amountFact(brings, agreement.currency),
    until: dayFact(window.until - 1),
  };
  const evidence = [{ object: about.object, id: about.id, facts }];
  const score = scoreBetween(brings / Math.max(1, cost), 0, 1, 500, 860);
  return [found(tierWithinReach, { ...about, day: history.today, score, minor: brings, evidence })];
}
