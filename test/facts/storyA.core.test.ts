import { describe, expect, it } from 'vitest';
import { differences } from '../../core/booking/differences.ts';
import { lineLayers } from '../../core/booking/lineLayers.ts';
import { apportion } from '../../core/earning/apportion.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { knownLines } from '../../core/fact/knownLines.ts';
import type { Line } from '../../core/fact/line.ts';
import { NO_MASTER } from '../../core/master/master.ts';
import { moneyText } from '../../core/money/money.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import {
  agreementOf,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  planTermOf,
  UNITS,
  windowsText,
} from '../support/trade.ts';

/**
 * Retroactive volume, interim settlement, late return across the close. The figures were worked out
 * by two independent programs before this one was written; they are specification, and no test may
 * be made to pass by changing them.
 */
const TERM: JsonObject = {
  qualifier: UNITS,
  tiers: {
    boundary: 'atLeast',
    rows: [
      { from: '1000', percent: '2' },
      { from: '2500', percent: '3.5' },
      { from: '5000', percent: '5' },
    ],
  },
};
const AGREEMENT = agreementOf(TERM);

/** Document, known on, invoiced on, units, value. */
const LINES: readonly (readonly [string, string, string, string, string])[] = [
  ['L1', '2026-01-20', '2026-01-20', '600', '7413.50'],
  ['L2', '2026-03-10', '2026-03-10', '399', '4987.45'],
  ['L3', '2026-04-02', '2026-04-02', '1', '12.55'],
  ['L4', '2026-05-18', '2026-05-18', '1500', '18333.33'],
  ['L5', '2026-08-05', '2026-08-05', '2499', '30111.11'],
  ['L6', '2026-12-15', '2026-12-15', '1', '11.99'],
  ['R1', '2027-01-14', '2027-01-14', '-2', '-24.44'],
  ['L7', '2027-01-20', '2026-12-30', '3', '36.60'],
];
const FACTS = LINES.map(([document, knownOn, invoiceDate, units, netValue]) => {
  const reference = document === 'R1' ? { returnOfDocument: 'L4', returnOfLine: '1' } : {};
  return lineOf({ document, knownOn, invoiceDate, quantity: units, netValue, ...reference });
});

function knownAt(known: string, facts: readonly Line[] = FACTS): readonly Line[] {
  const rows = facts.map((line, row) => ({ file: 0, document: '', row, line }));
  return knownLines(rows, dayOf(known)).lines;
}

/** "Q, M, earned" of the year, for the lines up to a day as known at the end of another. */
function read(effective: string, known: string, facts = FACTS): string {
  const [earning] = earningsOf(AGREEMENT, knownAt(known, facts), effective);
  return earning === undefined ? 'none' : written(earning);
}

function written({ qualifier, payouts, amount }: Earning): string {
  const payout = payouts.get('payout');
  return `${exactText(qualifier.value)}, ${payout ? exactText(payout.value) : 'none'}, ${moneyText(amount)}`;
}

/** What is booked when each of the facts in turn becomes known: "delta cause". */
function bookings(facts: readonly Line[]): string[] {
  const term = planTermOf(AGREEMENT);
  let before: readonly Line[] = [];
  let previous: number | undefined;
  let booked = 0n;
  return facts.map((fact) => {
    const knownOn = fact.knownOn as number;
    const upToNow = facts.slice(0, facts.indexOf(fact) + 1);
    const now = knownLines(
      upToNow.map((line, row) => ({ file: 0, document: '', row, line })),
      undefined,
    ).lines;
    const layers = lineLayers([term], before, now, previous).map(({ cause, lines }) => {
      const earnings = earningsOf(AGREEMENT, lines, '2027-12-31');
      return { cause, targets: new Map(earnings.map(({ amount }) => ['P1', amount.minor])) };
    });
    const [difference] = differences(layers, new Map([['P1', booked]]));
    [before, previous, booked] = [now, knownOn, booked + (difference?.delta ?? 0n)];
    const causes = difference?.causes.map(({ cause }) => cause).join();
    return `${formatDecimal({ digits: difference?.delta ?? 0n, scale: 2 })} ${causes ?? ''}`.trim();
  });
}

describe('story A on the pure core', () => {
  it.each([
    ['2026-01-20', '600, 7413.5, 0.00'],
    ['2026-03-10', '999, 12400.95, 0.00'],
    ['2026-04-02', '1000, 12413.5, 248.27'],
    ['2026-05-18', '2500, 30746.83, 1076.14'],
    ['2026-08-05', '4999, 60857.94, 2130.03'],
    ['2026-12-15', '5000, 60869.93, 3043.50'],
    ['2027-01-08', '5000, 60869.93, 3043.50'],
    ['2027-01-14', '4998, 60845.49, 2129.59'],
    ['2027-01-20', '5001, 60882.09, 3044.10'],
  ])('on %s the year stands at %s', (day, expected) => {
    expect(read(day, day)).toBe(expected);
  });

  it('books the difference each time, with its cause', () => {
    expect(bookings(FACTS)).toEqual([
      '0.00',
      '0.00',
      '248.27 onTimeLines',
      '827.87 onTimeLines',
      '1053.89 onTimeLines',
      '913.47 onTimeLines',
      '-913.91 returns',
      '914.51 lateLines',
    ]);
  });

  it('comes to the same end when the late invoice comes before the return', () => {
    const facts = [...FACTS.slice(0, 6), FACTS[7] as Line, FACTS[6] as Line];
    expect(bookings(facts).slice(6)).toEqual(['1.83 onTimeLines', '-1.23 returns']);
  });

  it.each([
    ['2026-12-31', '2027-01-08', '5000, 60869.93, 3043.50'],
    ['2026-12-31', '2027-01-15', '4998, 60845.49, 2129.59'],
    ['2026-12-31', '2027-01-31', '5001, 60882.09, 3044.10'],
    ['2026-06-30', '2026-07-15', '2500, 30746.83, 1076.14'],
    ['2026-06-30', '2027-01-31', '2498, 30722.39, 614.45'],
  ])('as of %s, known %s: %s', (effective, known, expected) => {
    expect(read(effective, known)).toBe(expected);
  });

  it.each([
    ['2026-04-15', '2026-03-31', '0.00'],
    ['2026-07-15', '2026-06-30', '1076.14'],
    ['2026-10-15', '2026-09-30', '2130.03'],
    ['2027-01-31', '2026-12-31', '3044.10'],
    ['2027-01-18', '2026-12-31', '2129.59'],
  ])('a settlement run on %s as of %s finds %s payable', (known, asOf, payable) => {
    expect(read(asOf, known)).toMatch(new RegExp(`, ${payable.replace('.', '\\.')}$`));
  });

  it('spreads the end amount over the lines by largest remainder', () => {
    const lines = knownAt('2027-01-31');
    const context = { master: NO_MASTER, effective: dayOf('2027-01-31') };
    const [earning] = earningsOf(AGREEMENT, lines, '2027-01-31');
    const shares = apportion(earning as Earning, planTermOf(AGREEMENT), lines, context);
    const cents = shares.map(
      ({ line, shareMinor }) => `${line.document} ${formatDecimal({ digits: shareMinor ?? 0n, scale: 2 })}`,
    );
    expect(cents).toEqual([
      'L1 370.67',
      'L2 249.37',
      'L3 0.63',
      'L4 916.67',
      'L5 1505.55',
      'L6 0.60',
      'L7 1.83',
      'R1 -1.22',
    ]);
    expect(shares.reduce((sum, { shareMinor }) => sum + (shareMinor ?? 0n), 0n)).toBe(304_410n);
  });

  it('by the policy "window of the return date" leaves the return to the next year', () => {
    const returns = { linked: 'returnWindow', unlinked: 'returnWindow', negativeWindow: 'zero' };
    const twoYears = { validity: { firstDay: '2026-01-01', lastDay: '2027-12-31' } };
    const earnings = earningsOf(
      agreementOf({ ...TERM, returns }, twoYears),
      knownAt('2027-01-31'),
      '2027-12-31',
    );
    expect(earnings.map(written)).toEqual(['5003, 60906.53, 3045.33', '-2, -24.44, 0.00']);
  });
});

describe('wrong answers to story A', () => {
  it('3,044.12 rounds each line: the shares of the last state, each rounded by itself', () => {
    const cents = LINES.map(
      ([, , , , value]) => Math.sign(Number(value)) * Math.round(Math.abs(Number(value)) * 5),
    );
    expect(cents.reduce((sum, cent) => sum + cent, 0)).toBe(304_412);
    expect(read('2027-01-31', '2027-01-31')).not.toContain('3044.12');
  });

  it('366.92 and 602.22 count each quarter alone', () => {
    const quarters = agreementOf({ ...TERM, windows: windowsText('quarter') });
    const amounts = earningsOf(quarters, knownAt('2026-12-31')).map(({ amount }) => moneyText(amount));
    expect(amounts).toEqual(['0.00', '366.92', '602.22', '0.00']);
  });
});
