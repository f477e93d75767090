import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../test/support/trade.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { formatDate, parseDate } from '../calendar/localDate.ts';
import { parseDecimal } from '../number/decimal.ts';
import { accruedParts } from './accruedFlows.ts';
import { agedAmounts, cashBuckets } from './cashFlow.ts';
import type { ExpectedFlow } from './expectedFlow.ts';
import { openItems } from './openItems.ts';
import { setOffAdvances } from './setOffAdvances.ts';

const day = (text: string) => parseDate(text) as number;
const decimal = (text: string) => parseDecimal(text) as NonNullable<ReturnType<typeof parseDecimal>>;

const base = agreementOf({});
function settledBy(differs: Partial<Agreement['settlement']>): Agreement {
  return {
    ...base,
    calendar: 'gregorian',
    validity: { from: day('2026-01-01'), until: day('2027-01-01') },
    termination: 'none',
    settlement: {
      ...base.settlement,
      frequency: 'quarter',
      asOf: { daysAfter: 10 },
      interimPercent: decimal('50'),
      finalDays: 60,
      paymentDays: 30,
      ...differs,
    },
  };
}

describe('when an accrued amount is expected', () => {
  const year = { from: day('2026-01-01'), until: day('2027-01-01') };
  it.each([
    ['in the first quarter', {}, '2026-02-10', ['50 2026-05-11', '51 2027-03-31']],
    ['on the day of a settlement', {}, '2026-04-11', ['50 2026-08-10', '51 2027-03-31']],
    ['in the last quarter', {}, '2026-12-01', ['50 2027-02-10', '51 2027-03-31']],
    ['when only what is final is left', {}, '2027-01-20', ['101 2027-03-31']],
    ['when it should have been settled', {}, '2027-06-01', ['101 2027-07-01']],
    ['with nothing paid meanwhile', { interimPercent: decimal('0') }, '2026-02-10', ['101 2027-03-31']],
    ['with everything paid meanwhile', { interimPercent: decimal('100') }, '2026-02-10', ['101 2026-05-11']],
  ])('%s', (_, differs, seenFrom, expected) => {
    const parts = accruedParts(settledBy(differs), year, 101n, day(seenFrom));
    expect(parts.map(({ minor, dueOn }) => `${minor} ${formatDate(dueOn)}`)).toEqual(expected);
  });

  it('all parts sum to the amount, and none is due before the day', () => {
    const minor = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n });
    const percent = fc.integer({ min: 0, max: 100 }).map(String);
    fc.assert(
      fc.property(minor, percent, fc.nat(600), (amount, share, after) => {
        const from = day('2026-01-01') + after;
        const parts = accruedParts(settledBy({ interimPercent: decimal(share) }), year, amount, from);
        expect(parts.reduce((sum, part) => sum + part.minor, 0n)).toBe(amount);
        expect(parts.every(({ dueOn }) => dueOn >= from)).toBe(true);
      }),
    );
  });
});

describe('what is left of open items', () => {
  const items = (...list: readonly [bigint, number, string][]) =>
    openItems(list.map(([minor, on, about]) => ({ minor, on, about }))).map(
      ({ minor, about }) => `${about} ${minor}`,
    );
  it.each([
    [
      'nothing paid',
      [
        [-100n, 1, 'a'],
        [-50n, 2, 'b'],
      ],
      ['a -100', 'b -50'],
    ],
    [
      'the oldest first, whatever the order',
      [
        [-50n, 2, 'b'],
        [120n, 3, 'p'],
        [-100n, 1, 'a'],
      ],
      ['b -30'],
    ],
    [
      'paid whole',
      [
        [-100n, 1, 'a'],
        [100n, 1, 'p'],
      ],
      [],
    ],
    [
      'paid before it was there',
      [
        [100n, 1, 'p'],
        [-100n, 2, 'a'],
      ],
      [],
    ],
    [
      'paid too much',
      [
        [-100n, 1, 'a'],
        [130n, 2, 'p'],
      ],
      ['p 30'],
    ],
    [
      'paid, and the payment returned',
      [
        [-100n, 1, 'a'],
        [100n, 2, 'p'],
        [-100n, 3, 'r'],
      ],
      ['r -100'],
    ],
  ] as [string, [bigint, number, string][], string[]][])('%s', (_, list, left) => {
    expect(items(...list)).toEqual(left);
  });

  it('sums to the movements, and has one sign', () => {
    const movement = fc.record({
      minor: fc.bigInt({ min: -99n, max: 99n }),
      on: fc.nat(9),
      about: fc.constant(''),
    });
    fc.assert(
      fc.property(fc.array(movement), (movements) => {
        const left = openItems(movements);
        const sum = (list: readonly { minor: bigint }[]) => list.reduce((all, { minor }) => all + minor, 0n);
        expect(sum(left)).toBe(sum(movements));
        expect(new Set(left.map(({ minor }) => minor > 0n)).size).toBeLessThan(2);
      }),
    );
  });
});

const flow = (minor: bigint, dueOn: string, differs: Partial<ExpectedFlow> = {}): ExpectedFlow => ({
  stage: 'documented',
  company: 'EU',
  currency: 'EUR',
  minor,
  dueOn: day(dueOn),
  isCashless: false,
  ...differs,
});

const window = { from: day('2026-01-01'), until: day('2027-01-01') };
const of = (agreement: string, term = 'volume') => ({
  subject: { agreement, term, window },
  partner: 'P1',
});
const accrued = (minor: bigint, dueOn: string, differs: Partial<ExpectedFlow> = {}) =>
  flow(minor, dueOn, { stage: 'accrued', ...of('A'), ...differs });
const ahead = (minor: bigint, differs: Partial<ExpectedFlow> = {}) =>
  flow(minor, '2027-03-31', { stage: 'advance', ...of('A'), ...differs });

describe('what was paid ahead', () => {
  const set = (due: readonly ExpectedFlow[], advances: readonly ExpectedFlow[]) =>
    setOffAdvances(due, advances).map(
      ({ minor, dueOn, isSetOff }) => `${minor} ${formatDate(dueOn)}${isSetOff ? ' less' : ''}`,
    );
  const due = [accrued(-60n, '2026-09-30'), accrued(-40n, '2026-05-11', of('A', 'growth'))];
  it.each([
    [
      'takes the earliest payment first, of whatever term',
      due,
      [ahead(50n)],
      ['40 2026-05-11 less', '10 2026-09-30 less'],
    ],
    [
      'comes back where nothing is left to take',
      due,
      [ahead(130n)],
      [...['40 2026-05-11 less', '60 2026-09-30 less', '30 2027-03-31']],
    ],
    ['takes all to the cent', due, [ahead(100n)], ['40 2026-05-11 less', '60 2026-09-30 less']],
    [
      'takes nothing twice where there are several',
      due,
      [ahead(90n), ahead(90n)],
      [...['40 2026-05-11 less', '60 2026-09-30 less', '80 2027-03-31']],
    ],
    [
      'is what all windows of the agreement hold together',
      due,
      [ahead(90n), ahead(-50n, of('A', 'growth'))],
      ['40 2026-05-11 less'],
    ],
    ['takes nothing of other partners', due, [ahead(5n, { partner: 'P2' })], ['5 2027-03-31']],
    ['takes nothing of other agreements', due, [ahead(5n, of('B'))], ['5 2027-03-31']],
    ['takes nothing of other companies', due, [ahead(5n, { company: 'UK' })], ['5 2027-03-31']],
    ['takes nothing of other currencies', due, [ahead(5n, { currency: 'USD' })], ['5 2027-03-31']],
    ['takes no goods', [accrued(-9n, '2026-05-11', { isCashless: true })], [ahead(5n)], ['5 2027-03-31']],
    ['takes nothing that comes to us', [accrued(9n, '2026-05-11')], [ahead(5n)], ['5 2027-03-31']],
    ['that came back too far is paid', due, [ahead(-5n)], ['-5 2027-03-31']],
  ] as [string, ExpectedFlow[], ExpectedFlow[], string[]][])('%s', (_, list, advances, left) => {
    expect(set(list, advances)).toEqual(left);
  });

  it('is less of what is paid, and no receipt', () => {
    const flows = [...due, ...setOffAdvances(due, [ahead(130n)])];
    const shown = cashBuckets(flows, 'month', day('2026-01-01')).map(({ receipts, payments }) => [
      receipts,
      payments,
    ]);
    expect(shown).toEqual([
      [0n, 0n],
      [0n, 0n],
      [30n, 0n],
    ]);
    expect(agedAmounts(flows, day('2026-12-31'))).toEqual([]);
  });
});

describe('the buckets', () => {
  const flows = [
    flow(-100n, '2026-01-04'),
    flow(-200n, '2026-01-05'),
    flow(300n, '2026-01-31'),
    flow(-50n, '2026-02-01'),
    flow(7n, '2026-02-01', { company: 'UK' }),
    flow(-9n, '2026-02-01', { isCashless: true }),
  ];
  const shown = (grain: 'week' | 'month', from: string) =>
    cashBuckets(flows, grain, day(from)).map(({ company, window, receipts, payments }) => {
      return `${company} ${window === undefined ? 'overdue' : formatDate(window.from)} ${receipts} ${payments}`;
    });

  it('are months', () => {
    expect(shown('month', '2026-01-01')).toEqual([
      'EU 2026-01-01 300 300',
      'EU 2026-02-01 0 50',
      'UK 2026-02-01 7 0',
    ]);
    expect(shown('month', '2026-01-05')).toEqual([
      'EU overdue 0 100',
      'EU 2026-01-01 300 200',
      'EU 2026-02-01 0 50',
      'UK 2026-02-01 7 0',
    ]);
  });

  it('or weeks from Monday on', () => {
    expect(shown('week', '2026-01-01')).toEqual([
      'EU 2025-12-29 0 100',
      'EU 2026-01-05 0 200',
      'EU 2026-01-26 300 50',
      'UK 2026-01-26 7 0',
    ]);
  });

  it('hold every flow that is cash, in either grain', () => {
    const drawn = fc.record({ minor: fc.bigInt({ min: -99n, max: 99n }), late: fc.nat(400) });
    fc.assert(
      fc.property(fc.array(drawn), fc.constantFrom('week', 'month'), (list, grain) => {
        const all = list.map(({ minor, late }) => ({
          ...flow(minor, '2025-12-01'),
          dueOn: day('2025-12-01') + late,
        }));
        const buckets = cashBuckets(all, grain as 'week', day('2026-01-01'));
        const net = buckets.reduce((sum, { receipts, payments }) => sum + receipts - payments, 0n);
        expect(net).toBe(all.reduce((sum, { minor }) => sum + minor, 0n));
      }),
    );
  });

  it('age only what was asked for', () => {
    const aged = agedAmounts([...flows, flow(1n, '2025-01-01', { stage: 'accrued' })], day('2026-02-05'));
    expect(
      aged.map(({ company, age, receipts, payments }) => `${company} ${age} ${receipts} ${payments}`),
    ).toEqual(['EU to30 300 59', 'EU to60 0 300', 'UK to30 7 0']);
  });
});
