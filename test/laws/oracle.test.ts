import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../core/calendar/localDate.ts';
import { apportion } from '../../core/earning/apportion.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { computed, inputsOf } from '../support/caseInputs.ts';
import { type Answer, earnedAmounts } from '../support/oracle.ts';
import { IS_DEEP, SEED, type TradeCase, tradeCases } from '../support/tradeCases.ts';

const RUNS = IS_DEEP ? 20_000 : 300;

/** Both sides in the same words: what was earned, by whom, when, and which line brought how much. */
type Row = {
  readonly account: string;
  readonly amount: string;
  readonly lines: string;
  readonly shares: string;
};

function ours(trade: TradeCase): Row[] {
  const inputs = inputsOf(trade);
  const terms = compilePlan(inputs.agreement).terms;
  return computed(inputs).map((earning) => {
    const term = terms.find(({ id }) => id === earning.term) as PlanTerm;
    const shares = apportion(earning, term, inputs.lines, inputs.context);
    return {
      account: `${earning.term} ${earning.partner} ${formatDate(earning.window.from)} ${formatDate(earning.window.until - 1)}`,
      amount: `tier ${earning.reached.tier}: ${earning.exact.n}/${earning.exact.d}, ${earning.amount.minor}`,
      lines: `${earning.payout.lines} counted, ${blocked(earning)}`,
      shares: shares.map(({ line, shareMinor }) => `${line.document} ${line.line} ${shareMinor}`).join(', '),
    };
  });
}

function blocked({ blocked: { lines, value } }: Earning): string {
  return `${lines} blocked: ${value.n}/${value.d}`;
}

function theirs(trade: TradeCase): Row[] {
  return earnedAmounts(trade).map((answer) => ({
    account: `${answer.term} ${answer.partner} ${answer.firstDay} ${answer.lastDay}`,
    amount: `tier ${answer.tier}: ${reduced(answer.exact)}, ${answer.minor}`,
    lines: `${answer.countedLines} counted, ${answer.blockedLines} blocked: ${reduced(answer.blockedWorth)}`,
    shares: answer.shares.map(({ line, minor }) => `${line} ${minor}`).join(', '),
  }));
}

function reduced({ above, below }: Answer['exact']): string {
  let [a, b] = [above < 0n ? -above : above, below];
  while (b !== 0n) [a, b] = [b, a % b];
  return `${above / a}/${below / a}`;
}

describe('the program and the oracle', () => {
  it(`agree on ${RUNS} random agreements, in every amount and every line share`, {
    timeout: IS_DEEP ? 3_600_000 : 60_000,
  }, () => {
    const seen = {
      earnings: 0,
      paid: 0,
      blocked: 0,
      negative: 0,
      tiers: new Set<number>(),
      formulas: new Set<string>(),
    };
    fc.assert(
      fc.property(tradeCases, (trade) => {
        const rows = ours(trade);
        expect(rows).toEqual(theirs(trade));
        for (const { amount, lines } of rows) {
          const [tier, minor] = [
            Number(/tier (\d+)/.exec(amount)?.[1]),
            BigInt(amount.split(', ')[1] ?? '0'),
          ];
          seen.earnings += 1;
          seen.tiers.add(tier);
          if (minor > 0n) seen.paid += 1;
          if (minor < 0n) seen.negative += 1;
          if (!lines.includes(', 0 blocked')) seen.blocked += 1;
        }
        for (const { formula } of trade.agreement.terms) if (rows.length > 0) seen.formulas.add(formula);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    // The random cases are worth something: they earn, take back, block, and reach every tier.
    expect(seen.earnings).toBeGreaterThan(3 * RUNS);
    expect(seen.paid).toBeGreaterThan(RUNS / 2);
    expect(seen.blocked).toBeGreaterThan(RUNS);
    expect(seen.negative).toBeGreaterThan(RUNS / 50);
    expect([...seen.tiers].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(seen.formulas.size).toBe(4);
  });
});
