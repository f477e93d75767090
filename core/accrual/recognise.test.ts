import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { execute } from '../../engine/simple/execute.ts';
import { agreementOf, agreementText, dayOf, type JsonObject, lineOf } from '../../test/support/trade.ts';
import { earn } from '../earning/earn.ts';
import type { Line } from '../fact/line.ts';
import { NO_MASTER } from '../master/master.ts';
import { moneyText } from '../money/money.ts';
import { compilePlan } from '../plan/compilePlan.ts';
import { recognise } from './recognise.ts';
import { scaledCells } from './scaledCells.ts';

/** Tiers of the example in semantics 5.18: from 100,000, 200,000 and 300,000, 3, 4 and 5 percent. */
const TIERS = {
  boundary: 'atLeast',
  rows: [
    { from: '100000', percent: '3' },
    { from: '200000', percent: '4' },
    { from: '300000', percent: '5' },
  ],
};
const HALF = '2026-07-01';

const line = (value: string, day = '2026-03-01', document = 'L1') =>
  lineOf({ document, invoiceDate: day, netValue: value, quantity: '1' });

function recognised(
  accrual: unknown,
  lines: readonly Line[],
  effective: string,
  term: JsonObject = { tiers: TIERS },
): string[] {
  const settlement = { ...(agreementText().settlement as JsonObject), accrual } as JsonObject;
  const plan = compilePlan(agreementOf(term, { settlement }), NO_MASTER);
  const context = { master: NO_MASTER, effective: dayOf(effective) };
  const cells = execute(plan, lines, context);
  const earnings = earn(plan, cells, context);
  return recognise(plan, earnings, context.effective, (times) =>
    earn(plan, scaledCells(plan, cells, times), context),
  ).map(({ earning, minor, basis }) => `${moneyText({ minor, currency: earning.amount.currency })} ${basis}`);
}

const scenario = (percentOfForecast: string, probability: string) => ({ percentOfForecast, probability });
const three = [scenario('90', '30'), scenario('100', '50'), scenario('140', '20')];
const scenarios = (take: string, constraint: unknown = 'none') => ({ scenarios: three, take, constraint });

const forecast = (volume: string, partner = 'P1', others = 'expectedTier') => ({
  forecast: [{ term: 'volume', partner, volume }],
  others,
});

describe('110,000 after half a year (semantics 5.18)', () => {
  it.each([
    ['on the tier reached', 'reachedTier', '3300.00 reachedTier'],
    ['on the tier expected: 220,604', 'expectedTier', '4400.00 expectedTier'],
    ['on the tier of 320,000 that people expect', forecast('320000'), '5500.00 forecast'],
    ['on the tier of 200,000 that people expect', forecast('200000'), '4400.00 forecast'],
    ['a little less than that', forecast('199999.99'), '3300.00 forecast'],
    ['where less is expected than is there', forecast('90000'), '3300.00 forecast'],
    ['of another partner, by days', forecast('320000', 'P9'), '4400.00 expectedTier'],
    ['of another partner, reached', forecast('320000', 'P9', 'reachedTier'), '3300.00 reachedTier'],
    ['at a rate set by hand', { percent: '5' }, '5500.00 rate'],
    // 198,544 is 3 %, 220,604 is 4 %, 308,846 is 5 %: 0.3 × 3,300 + 0.5 × 4,400 + 0.2 × 5,500.
    ['by the mean of scenarios', scenarios('expectedValue'), '4290.00 scenarios'],
    ['by the most likely one', scenarios('mostLikely'), '4400.00 scenarios'],
    ['80 % sure not to owe more', scenarios('mostLikely', { confidence: '80' }), '4400.00 scenarios'],
    ['81 % sure not to owe more', scenarios('mostLikely', { confidence: '81' }), '5500.00 scenarios'],
  ])('%s', (_, accrual, expected) => {
    expect(recognised(accrual, [line('110000.00')], HALF)).toEqual([expected]);
  });
});

describe('an estimate', () => {
  it.each([
    ['once the window is over, at what was reached', '2026-12-31', '3300.00 expectedTier'],
    ['until the day of the final settlement', '2027-01-29', '3300.00 expectedTier'],
    ['from that day on it is none', '2027-01-30', '3300.00 final'],
    // 110,000 × 365 / 60 = 669,166: the highest tier.
    ['early in the year', '2026-03-01', '5500.00 expectedTier'],
  ])('%s', (_, effective, expected) => {
    expect(recognised('expectedTier', [line('110000.00')], effective)).toEqual([expected]);
  });

  it('at a rate ends with the final settlement, too', () => {
    expect(recognised({ percent: '5' }, [line('110000.00')], '2027-01-29')).toEqual(['5500.00 rate']);
    expect(recognised({ percent: '5' }, [line('110000.00')], '2027-01-30')).toEqual(['3300.00 final']);
  });

  it('of a marginal table is the average rate of the volume expected', () => {
    // 220,604.395… pays 3,000 + 4 % of 20,604.395… = 3,824.1758…; of it 182 / 365.
    const term = { formula: 'marginal', tiers: { boundary: 'atLeast', rows: TIERS.rows } };
    expect(recognised('expectedTier', [line('110000.00')], HALF, term)).toEqual(['1906.85 expectedTier']);
  });

  it('of growth compares the volume expected with the same baseline', () => {
    const baseline = {
      source: { fixed: '200000' },
      growthAs: 'percent',
      whenNotPositive: { policy: 'paysNothing' },
      likeForLike: 'no',
    };
    const tiers = { boundary: 'atLeast', rows: [{ from: '110', percent: '2' }] };
    const term = { formula: 'growthWhole', baseline, tiers };
    // 220,604 is 110.3 % of 200,000.
    expect(recognised('expectedTier', [line('110000.00')], HALF, term)).toEqual(['2200.00 expectedTier']);
    expect(recognised('reachedTier', [line('110000.00')], HALF, term)).toEqual(['0.00 reachedTier']);
  });
});

describe('laws', () => {
  const volumes = fc.array(fc.integer({ min: -20_000, max: 400_000 }), { minLength: 1, maxLength: 4 });
  const methods = fc.constantFrom(
    'reachedTier',
    'expectedTier',
    { percent: '3' },
    scenarios('expectedValue'),
  );

  it('from the final settlement on, every method recognises what is earned', () => {
    fc.assert(
      fc.property(volumes, methods, (cents, accrual) => {
        const lines = cents.map((value, index) => line(`${value}.00`, '2026-05-05', `L${index}`));
        const amounts = (found: readonly string[]) => found.map((text) => text.split(' ')[0]);
        expect(amounts(recognised(accrual, lines, '2027-02-01'))).toEqual(
          amounts(recognised('reachedTier', lines, '2027-02-01')),
        );
      }),
      { numRuns: 60 },
    );
  });
});
