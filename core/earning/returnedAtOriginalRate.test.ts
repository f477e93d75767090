import { describe, expect, it } from 'vitest';
import { agreementOf, dayOf, earningsOf, lineOf, planTermOf, windowsText } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { knownLines } from '../fact/knownLines.ts';
import { NO_MASTER } from '../master/master.ts';
import { apportion } from './apportion.ts';

/** A sale; or with the number of a sale before, what takes a part of it back. It is known by its batch, or by a day. */
type Row = {
  readonly day: string;
  readonly value: string;
  readonly back?: number;
  readonly partner?: string;
  readonly batch?: number;
  readonly knownOn?: string;
};

const AGREEMENT = agreementOf({
  windows: windowsText('quarter'),
  returns: { linked: 'currentAtOriginalRate', unlinked: 'returnWindow', negativeWindow: 'mirror' },
  tiers: {
    boundary: 'atLeast',
    rows: [
      { from: '0', percent: '1' },
      { from: '1000', percent: '10' },
    ],
  },
});

function known(rows: readonly Row[]) {
  const lines = rows.map(({ day, value, back, partner = 'P1', batch = 0, knownOn }, row) => ({
    file: 0,
    document: '',
    row,
    line: lineOf(
      {
        document: `D${row}`,
        partner,
        invoiceDate: `2026-${day}`,
        netValue: value,
        quantity: value.startsWith('-') ? '-1' : '1',
        ...(back !== undefined && { returnOfDocument: `D${back}`, returnOfLine: '1' }),
      },
      { batch, ...(knownOn !== undefined && { knownOn: dayOf(knownOn) }) },
    ),
  }));
  return knownLines(lines, dayOf('2026-12-31')).lines;
}

/** "5, -3": what P1 earns in each quarter that it has something in. */
function earned(rows: readonly Row[]): string {
  return earningsOf(AGREEMENT, known(rows), '2026-12-31')
    .filter((earning) => earning.partner === 'P1')
    .map(({ exact }) => exactText(exact))
    .join(', ');
}

/** "D1 300, D3 -1000": the cents of each line in the last quarter. */
function sharesOf(rows: readonly Row[]): string {
  const lines = known(rows);
  const last = earningsOf(AGREEMENT, lines, '2026-12-31').at(-1);
  const context = { master: NO_MASTER, effective: dayOf('2026-12-31') };
  const shares = last ? apportion(last, planTermOf(AGREEMENT), lines, context) : [];
  return shares.map(({ line, shareMinor }) => `${line.document} ${shareMinor}`).join(', ');
}

describe('what comes back at the original rate', () => {
  // In its own quarter it lowers the tier, as any return does.
  it.each([
    ['01-01', '100, -10'],
    ['03-31', '100, -10'],
    ['04-01', '9'],
  ])('takes what a unit earned in the quarter of its sale on %s', (day, expected) => {
    const rows = [
      { day, value: '1000' },
      { day: '05-01', value: '-100', back: 0, batch: 1 },
    ];
    expect(earned(rows)).toBe(expected);
  });

  it('adds to what the quarter has sold, which keeps its own tier', () => {
    const rows = [
      { day: '02-01', value: '1000' },
      { day: '04-01', value: '1000' },
      { day: '05-01', value: '-100', back: 0, batch: 1 },
      { day: '06-01', value: '-200', back: 0, batch: 1 },
    ];
    expect(earned(rows)).toBe('100, 70');
  });

  it('is worth what was known when it came: later sales raise the rate of later returns only', () => {
    const rows = [
      { day: '02-01', value: '900' },
      { day: '05-01', value: '-100', back: 0, batch: 1 },
      { day: '03-01', value: '100', batch: 2 },
      { day: '05-02', value: '-100', back: 0, batch: 3 },
    ];
    // 1 % of the first 100, 10 % of the second.
    expect(earned(rows)).toBe('100, -11');
  });

  it.each([
    [undefined, '2026-05-01', '2026-05-02', '2026-05-03', '100, -11'],
    ['2026-02-01', '2026-05-01', '2026-05-02', '2026-05-03', '100, -11'],
    ['2026-02-01', '2026-05-01', '2026-05-01', '2026-05-01', '100, -20'],
    ['2026-02-01', '2026-05-01', '2026-05-02', '2026-05-01', '100, -2'],
  ])('is worth what was known on its day: %s, %s, %s, %s', (first, second, third, fourth, expected) => {
    const rows = [
      { day: '02-01', value: '900', ...(first && { knownOn: first }) },
      { day: '05-01', value: '-100', back: 0, knownOn: second },
      { day: '03-01', value: '100', knownOn: third },
      { day: '05-02', value: '-100', back: 0, knownOn: fourth },
    ];
    expect(earned(rows)).toBe(expected);
  });

  it('comes with its sale, and takes back what that has earned', () => {
    const rows = [
      { day: '02-01', value: '1000' },
      { day: '05-01', value: '-100', back: 0 },
    ];
    expect(earned(rows)).toBe('100, -10');
  });

  it('looks at the lines of its own partner and quarter', () => {
    const rows = [
      { day: '02-01', value: '500' },
      { day: '02-01', value: '500', partner: 'P2' },
      { day: '07-01', value: '5000' },
      { day: '05-01', value: '-100', back: 0, batch: 1 },
      { day: '05-01', value: '-100', back: 1, partner: 'P2', batch: 1 },
    ];
    expect(earned(rows)).toBe('5, -1, 500');
  });

  it.each(['04-01', '06-30'])(
    'looks at the quarter of its sale on %s, whatever others have earned',
    (day) => {
      const rows = [
        { day: '02-01', value: '100' },
        { day, value: '1000' },
        { day: '08-01', value: '-100', back: 1, batch: 1 },
      ];
      expect(earned(rows)).toBe('1, 100, -10');
    },
  );

  it('takes nothing where it became known before its sale', () => {
    const rows = [
      { day: '02-01', value: '1000', batch: 2 },
      { day: '05-01', value: '-100', back: 0, batch: 1 },
    ];
    expect(earned(rows)).toBe('100, 0');
  });

  it('has what it took as its share; the lines of the quarter share what they have earned', () => {
    const rows = [
      { day: '02-01', value: '1000' },
      { day: '04-01', value: '300' },
      { day: '04-02', value: '200' },
      { day: '05-01', value: '-100', back: 0, batch: 1 },
    ];
    expect(sharesOf(rows)).toBe('D1 300, D2 200, D3 -1000');
  });

  it('is all there is to share where the lines of the quarter come to nothing', () => {
    const rows = [
      { day: '02-01', value: '1000' },
      { day: '04-01', value: '300' },
      { day: '04-02', value: '-300', back: 1 },
      { day: '05-01', value: '-100', back: 0, batch: 1 },
    ];
    expect(sharesOf(rows)).toMatch(/D3 -1000$/);
  });

  it('of a quarter that has earned nothing takes nothing', () => {
    const rows = [
      { day: '02-01', value: '100' },
      { day: '02-02', value: '-100', back: 0 },
      { day: '05-01', value: '-50', back: 0, batch: 1 },
    ];
    expect(earned(rows)).toMatch(/^0/);
  });
});
