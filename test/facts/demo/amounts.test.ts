import { readdirSync } from 'node:fs';
import { Client } from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Agreement } from '../../../core/agreement/agreement.ts';
import { formatDate, parseDate } from '../../../core/calendar/localDate.ts';
import { earn } from '../../../core/earning/earn.ts';
import type { Earning } from '../../../core/earning/earning.ts';
import { exactText } from '../../../core/explanation/operands.ts';
import type { Line } from '../../../core/fact/line.ts';
import type { Master } from '../../../core/master/master.ts';
import { moneyText } from '../../../core/money/money.ts';
import { atScale, type Decimal, formatDecimal, trimDecimal } from '../../../core/number/decimal.ts';
import { add, compare, multiply, type Rational, rational, ZERO } from '../../../core/number/rational.ts';
import { roundAt } from '../../../core/number/round.ts';
import { compilePlan } from '../../../core/plan/compilePlan.ts';
import { type MatchContext, matchLine } from '../../../core/plan/matchLine.ts';
import { execute } from '../../../engine/simple/execute.ts';
import { testDatabase } from '../../support/database.ts';
import { ownCases } from '../../support/ownCases.ts';
import { sharedTest } from '../../support/sharedTest.ts';
import { demoAgreement, demoLines, demoMaster, demoPath } from './demoFiles.ts';
import { BUSINESS_DAY, type Fact, factsOf, loadTables } from './loadTables.ts';

const AGREEMENTS = readdirSync(demoPath('agreements')).map((file) => file.replace(/\.json$/, ''));

/** Sixty thousand lines are read and matched again and again; other tests run beside it. */
vi.setConfig({ testTimeout: 120_000 });

let client: Client;
let lines: Line[];
let master: Master;

beforeAll(async () => {
  const database = await testDatabase();
  client = new Client(database.adminUrl);
  await client.connect();
  await loadTables(client);
  master = await demoMaster();
  lines = [
    ...(await demoLines('aw-reseller-sales')),
    ...(await demoLines('aw-purchasing')),
    ...(await demoLines('nw-sales')),
  ];
  return async () => {
    await client.end();
    await database.drop();
  };
}, 60_000);

/** Lines that count for no agreement are part of no share; one that counts twice is turnover once. */
async function shareOfTurnover(): Promise<{ paid: bigint; covered: bigint }> {
  const covered = new Set<Line>();
  let paid = 0n;
  for (const name of AGREEMENTS) {
    const agreement = await demoAgreement(name);
    const { terms } = compilePlan(agreement, master);
    for (const line of lines) {
      if (covered.has(line)) continue;
      if (terms.some((term) => matchLine(term, line, context()).state === 'counted')) covered.add(line);
    }
    for (const { amount } of earningsOf(agreement)) paid += amount.minor;
  }
  return { paid, covered: sumOf([...covered], (line) => line.netValue) / 10n ** 7n };
}

function context(day = BUSINESS_DAY): MatchContext {
  return { master, effective: parseDate(day) as number };
}

const earned = new Map<string, Earning[]>();

/** Worked out once for all tests: each looks at something else of it. */
function earningsOf(agreement: Agreement, day = BUSINESS_DAY): Earning[] {
  const key = `${agreement.id} ${day}`;
  const known = earned.get(key);
  if (known !== undefined) return known;
  const plan = compilePlan(agreement, master);
  const earnings = earn(plan, execute(plan, lines, context(day)), context(day));
  earned.set(key, earnings);
  return earnings;
}

/** Less than a twentieth short of the next threshold. */
function isJustBelow({ result: { missing }, qualifier }: Earning): boolean {
  if (missing === undefined) return false;
  return compare(multiply(missing, rational(20n)), add(qualifier.value, missing)) < 0;
}

/** An integer of nine places. */
function sumOf(of: readonly Line[], value: (line: Line) => Decimal | undefined): bigint {
  return of.reduce((sum, line) => sum + atScale(value(line) as Decimal, 9), 0n);
}

function textOf(sum: bigint): string {
  return formatDecimal(trimDecimal({ digits: sum, scale: 9 }));
}

function factOf(earning: Earning): Fact {
  return {
    term: earning.term,
    partner: earning.partner,
    firstDay: formatDate(earning.window.from),
    qualifier: decimalText(earning.qualifier.value),
    payout: exactText([...earning.payouts.values()].reduce((sum, { value }) => add(sum, value), ZERO)),
    earned: moneyText(earning.amount),
    blocked: String(earning.blocked.lines),
  };
}

/** As SQL has it; a share without an end, to six places. */
function decimalText(value: Rational): string {
  const text = exactText(value);
  if (!text.includes('/')) return text;
  return formatDecimal(trimDecimal({ digits: roundAt(value, 6, 'halfAwayFromZero'), scale: 6 }));
}

function inOrder(facts: readonly Fact[]): Fact[] {
  const key = (fact: Fact) => [fact.term, fact.partner, fact.firstDay].join(' ');
  return facts.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Known answers: agreement, term, partner, first day, qualifier, earned. The qualifiers were summed from the
 * raw files in a third program (Python, exact fractions); tier and amount were then read off the
 * contract by hand. They stand here so that our calculation and the SQL cannot drift together.
 */
const KNOWN: readonly (readonly [string, string, string, string, string, string])[] = [
  // Just below the last step at 2.5 %, above it at 4 %; the first step at 0.5 %; below the first.
  ['aw-warehouse-2012', 'volume', 'AW00000227', '2012-01-01', '299522.7179', '7488.07'],
  ['aw-warehouse-2012', 'volume', 'AW00000514', '2012-01-01', '301029.9532', '12041.20'],
  ['aw-warehouse-2012', 'volume', 'AW00000302', '2012-01-01', '66934.7012', '334.67'],
  ['aw-warehouse-2012', 'volume', 'AW00000647', '2012-01-01', '21263.2098', '0.00'],
  // 81.82 dollars short of 1.5 %, and 140.44 dollars beyond it.
  ['aw-warehouse-2013', 'volume', 'AW00000021', '2013-07-01', '59918.178', '449.39'],
  ['aw-warehouse-2013', 'volume', 'AW00000345', '2013-07-01', '60140.442', '902.11'],
  ['aw-warehouse-2013', 'volume', 'AW00000475', '2013-01-01', '128582.9852', '3536.03'],
  ['aw-warehouse-2013', 'volume', 'AW00000529', '2013-01-01', '16733.316', '0.00'],
  // 100,000 × 1.5 % + 150,000 × 3 % + 6,436.741 × 4.5 %; 97,883.8417 × 1.5 %.
  ['aw-var-2013', 'incremental', 'AW00000010', '2013-01-01', '306436.741', '6289.65'],
  ['aw-var-2013', 'incremental', 'AW00000476', '2013-01-01', '147883.8417', '1468.26'],
  ['aw-var-2013', 'incremental', 'AW00000661', '2013-01-01', '27094.2036', '0.00'],
  // 119.74 % of 142,030.7292; 101.17 % of 274,274.19; 134.27 % of 293,874.3914.
  ['aw-growth-2013', 'growth', 'AW00000312', '2012-12-01', '170069.6579', '1700.70'],
  ['aw-growth-2013', 'growth', 'AW00000506', '2012-12-01', '277495.365', '0.00'],
  ['aw-growth-2013', 'growth', 'AW00000697', '2012-12-01', '394593.0887', '7891.86'],
  // Steps at 40, 80 and 120 bikes.
  ['aw-bikes-lump-2013', 'bikes', 'AW00000043', '2013-04-01', '39', '0.00'],
  ['aw-bikes-lump-2013', 'bikes', 'AW00000678', '2013-04-01', '40', '350.00'],
  ['aw-bikes-lump-2013', 'bikes', 'AW00000072', '2013-04-01', '80', '900.00'],
  ['aw-bikes-lump-2013', 'bikes', 'AW00000193', '2013-01-01', '144', '1600.00'],
  // More than a dozen helmets, but from two dozen pairs of gloves.
  ['aw-safety-2013', 'helmets', 'AW00000138', '2013-01-01', '12', '0.00'],
  ['aw-safety-2013', 'helmets', 'AW00000002', '2013-01-01', '13', '5.20'],
  ['aw-safety-2013', 'helmets', 'AW00000700', '2013-01-01', '61', '42.70'],
  ['aw-safety-2013', 'gloves', 'AW00000167', '2013-01-01', '24', '7.20'],
  ['aw-safety-2013', 'gloves', 'AW00000464', '2013-01-01', '23', '0.00'],
  ['aw-safety-2013', 'gloves', 'AW00000496', '2013-01-01', '59', '17.70'],
  ['aw-safety-2013', 'gloves', 'AW00000599', '2013-01-01', '61', '33.55'],
  // The 20th piece is not paid yet; 30 × 0.40 + 50 × 0.75 + 1 × 1.20.
  ['aw-specialty-apparel', 'pieces', 'AW00000126', '2012-07-01', '20', '0.00'],
  ['aw-specialty-apparel', 'pieces', 'AW00000513', '2012-07-01', '21', '0.40'],
  ['aw-specialty-apparel', 'pieces', 'AW00000235', '2012-07-01', '101', '50.70'],
  ['aw-vendor-volume', 'stocked', 'PROFESSI0001', '2024-01-01', '997431.1935', '17455.05'],
  ['aw-vendor-volume', 'stocked', 'VICTORY0001', '2025-01-01', '1004688.216', '25117.21'],
  ['aw-vendor-volume', 'stocked', 'INLINEA0001', '2024-01-01', '499002.819', '4990.03'],
  ['aw-vendor-volume', 'stocked', 'TRAINING0001', '2025-01-01', '46366.614', '0.00'],
  // The 7,500th piece is paid: 7,270 × 0.30; 7,500 × 0.30 + 15,000 × 0.60 + 17,277 × 0.90.
  ['aw-vendor-units', 'pieces', 'INLINEA0001', '2024-07-01', '7372', '0.00'],
  ['aw-vendor-units', 'pieces', 'EXPERTB0001', '2025-01-01', '14769', '2181.00'],
  ['aw-vendor-units', 'pieces', 'CHICAGO0001', '2025-01-01', '47276', '26799.30'],
  // Exactly at the first and the second threshold.
  ['nw-quarter', 'volume', 'SANTG', '1997-07-01', '500', '2.50'],
  ['nw-quarter', 'volume', 'BSBEV', '1998-04-01', '1500', '15.00'],
  ['nw-quarter', 'volume', 'FOLKO', '1997-01-01', '497.22', '0.00'],
  ['nw-quarter', 'volume', 'QUEEN', '1997-07-01', '3988.9575', '39.89'],
  ['nw-quarter', 'volume', 'GREAL', '1997-07-01', '8173.115', '245.19'],
  // New: 187 × 0.5 % = 0.935; 93.5 % of 4,615.68; 100.8 % of 2,555.52; 197.6 % of 10,259.715; 216.2 % of 2,386.40.
  ['nw-growth-1998', 'growth', 'LAUGB', '1998-01-01', '187', '0.94'],
  ['nw-growth-1998', 'growth', 'HILAA', '1998-01-01', '4315.7', '0.00'],
  ['nw-growth-1998', 'growth', 'VICTE', '1998-01-01', '2576.45', '12.88'],
  ['nw-growth-1998', 'growth', 'ERNSH', '1998-01-01', '20272.9', '304.09'],
  ['nw-growth-1998', 'growth', 'RICAR', '1998-01-01', '5160.525', '129.01'],
  // Fractions of a cent are dropped: 20.31576, 95.94975, 261.59675.
  ['nw-sweets-1997', 'incremental', 'RICSU', '1997-01-01', '1854.384', '20.31'],
  ['nw-sweets-1997', 'incremental', 'GREAL', '1997-01-01', '4448.325', '95.94'],
  ['nw-sweets-1997', 'incremental', 'BERGS', '1997-01-01', '7981.935', '261.59'],
  ['nw-supplier-promotion', 'packs', 'ANTON', '1997-01-01', '18', '0.00'],
  ['nw-supplier-promotion', 'packs', 'ERNSH', '1997-07-01', '49', '9.80'],
  ['nw-supplier-promotion', 'packs', 'BOTTM', '1997-01-01', '50', '20.00'],
  ['nw-supplier-promotion', 'packs', 'FRANK', '1997-07-01', '102', '66.30'],
  // 87.66 % on full pallets; 90.04 %; one pallet short of 9.00; 22 × 9.00; 32 × 9.00.
  ['aw-pallets-2013', 'pallets', 'AW00000003', '2013-10-01', '5', '0.00'],
  ['aw-pallets-2013', 'pallets', 'AW00000021', '2013-01-01', '9', '54.00'],
  ['aw-pallets-2013', 'pallets', 'AW00000154', '2013-01-01', '21', '126.00'],
  ['aw-pallets-2013', 'pallets', 'AW00000599', '2013-10-01', '22', '198.00'],
  ['aw-pallets-2013', 'pallets', 'AW00000599', '2013-01-01', '32', '288.00'],
  // 42,636.732 × 0.5 % + 4,057.5043 × 5 %; 26,896.236 × 0.25 % + 2,227.5974 × 3 %; one product; 4.997 %.
  ['aw-crosssell-2013', 'mix', 'AW00000061', '2013-01-01', '46694.2363', '416.06'],
  ['aw-crosssell-2013', 'mix', 'AW00000700', '2013-04-01', '29123.8334', '134.07'],
  ['aw-crosssell-2013', 'mix', 'AW00000667', '2013-01-01', '15148.1025', '0.00'],
  ['aw-crosssell-2013', 'mix', 'AW00000385', '2013-01-01', '30516.5072', '0.00'],
  // 70 more than the 6 before; of 66 more the last 40 in stock; of 40 more 5; of 45 more none; of 25 more 13.
  ['nw-upsell-1998', 'extra', 'REGGC', '1998-01-01', '76', '56.00'],
  ['nw-upsell-1998', 'extra', 'MAISD', '1998-01-01', '66', '32.00'],
  ['nw-upsell-1998', 'extra', 'HUNGO', '1998-01-01', '75', '2.00'],
  ['nw-upsell-1998', 'extra', 'QUEDE', '1998-01-01', '55', '0.00'],
  ['nw-upsell-1998', 'extra', 'BLAUS', '1998-04-01', '25', '5.20'],
  // 19 bikes; half of 1,518.9489; all of 3,240.9981 and of 5,947.8573.
  ['aw-touring-support-2013', 'support', 'AW00000634', '2013-01-01', '19', '0.00'],
  ['aw-touring-support-2013', 'support', 'AW00000451', '2013-01-01', '99', '759.47'],
  ['aw-touring-support-2013', 'support', 'AW00000193', '2013-01-01', '368', '3241.00'],
  ['aw-touring-support-2013', 'support', 'AW00000085', '2013-01-01', '484', '5947.86'],
  // Central is short of 200,000; Southeast has 1 %, Southwest 1.5 %, of 21,860.136 and 18,814.092 less a twentieth.
  ['aw-territory-2013', 'together', 'AW00000183', '2013-01-01', '198105.7763', '0.00'],
  ['aw-territory-2013', 'together', 'AW00000441', '2013-01-01', '290362.4474', '207.67'],
  ['aw-territory-2013', 'together', 'AW00000292', '2013-01-01', '435297.4499', '268.10'],
  // By the rate 574.22, 1,543.66, 281.66 with 1,655.41 of surplus before; 737.23; nothing; 265.11 with 798.54 before.
  ['aw-vendor-fund', 'fund', 'ANDERSON0001', '2024-07-01', '114843.687', '800.00'],
  ['aw-vendor-fund', 'fund', 'ANDERSON0001', '2025-01-01', '154366.086', '1543.66'],
  ['aw-vendor-fund', 'fund', 'ANDERSON0001', '2025-07-01', '56331.387', '281.66'],
  ['aw-vendor-fund', 'fund', 'CAPITAL0001', '2025-01-01', '147445.746', '800.00'],
  ['aw-vendor-fund', 'fund', 'CARLSON0001', '2025-07-01', '32187.3615', '800.00'],
  ['aw-vendor-fund', 'fund', 'CAPITAL0001', '2025-07-01', '53021.0205', '265.11'],
  // Shares of 14.96 %, 15.18 % and 29.95 %; 101,085.4394 and 175,569.6867 at 0.25 %.
  ['aw-mix-2013', 'mix', 'AW00000054', '2013-01-01', '14.957678', '0.00'],
  ['aw-mix-2013', 'mix', 'AW00000638', '2013-07-01', '15.179278', '252.71'],
  ['aw-mix-2013', 'mix', 'AW00000490', '2013-01-01', '29.9479', '438.92'],
  // One free pack of 9.00; four full dozens; from 60 on every ten.
  ['nw-free-goods-1997', 'packs', 'BLONP', '1997-04-01', '10', '0.00'],
  ['nw-free-goods-1997', 'packs', 'WHITC', '1997-04-01', '12', '9.00'],
  ['nw-free-goods-1997', 'packs', 'LAMAI', '1997-01-01', '58', '36.00'],
  ['nw-free-goods-1997', 'packs', 'FAMIA', '1997-04-01', '60', '54.00'],
  ['nw-free-goods-1997', 'packs', 'MEREP', '1997-01-01', '109', '90.00'],
  // 369.60; nothing new in March; 2,319.18 to date; 3,759.09 less 2,995.02.
  ['aw-canada-2013', 'to-date', 'AW00000010', '2013-02-01', '73920.7391', '369.60'],
  ['aw-canada-2013', 'to-date', 'AW00000010', '2013-03-01', '73920.7391', '0.00'],
  ['aw-canada-2013', 'to-date', 'AW00000010', '2013-05-01', '154611.7466', '1949.58'],
  ['aw-canada-2013', 'to-date', 'AW00000155', '2013-11-01', '250605.6793', '764.07'],
  // 1 %, and 3 % of 99 %; 604.74 and 1,175.49 cut to 1,500; 1,110.00 and 2,862.62 cut to 1,500.
  ['aw-stack-2013', 'components', 'AW00000199', '2013-01-01', '30453.576', '304.54'],
  ['aw-stack-2013', 'frames', 'AW00000199', '2013-01-01', '30091.02', '893.70'],
  ['aw-stack-2013', 'components', 'AW00000205', '2013-01-01', '40315.6869', '509.54'],
  ['aw-stack-2013', 'frames', 'AW00000205', '2013-01-01', '39779.7009', '990.46'],
  ['aw-stack-2013', 'components', 'AW00000154', '2013-01-01', '74000.3216', '419.12'],
  ['aw-stack-2013', 'frames', 'AW00000154', '2013-01-01', '72655.2536', '1080.88'],
  // 18 pairs of gloves make nine sets, 20 make ten; 49 make 24, 50 make 25.
  ['aw-bundles-2013', 'sets', 'AW00000016', '2013-01-01', '9', '0.00'],
  ['aw-bundles-2013', 'sets', 'AW00000079', '2013-01-01', '10', '25.00'],
  ['aw-bundles-2013', 'sets', 'AW00000139', '2013-01-01', '24', '60.00'],
  ['aw-bundles-2013', 'sets', 'AW00000003', '2013-01-01', '25', '100.00'],
  // 10.08 against nothing; 12.72 against 14.00; 39.21 against 65.00; 80.81 against 65.00.
  ['aw-jerseys-2013', 'value', 'AW00000109', '2013-07-01', '503.904', '10.08'],
  ['aw-jerseys-2013', 'value', 'AW00000430', '2013-07-01', '635.88', '0.00'],
  ['aw-jerseys-2013', 'pieces', 'AW00000430', '2013-07-01', '20', '14.00'],
  ['aw-jerseys-2013', 'pieces', 'AW00000552', '2013-01-01', '65', '65.00'],
  ['aw-jerseys-2013', 'value', 'AW00000464', '2013-01-01', '2020.337', '80.81'],
];

describe('the lines of the demo files', () => {
  it.each([
    ['aw-sales', 60_855, '80450596.9823'],
    ['aw-purchasing', 8_845, '63791994.838'],
    ['nw-orders', 2_155, '1265793.0395'],
  ])('%s: %i lines add up to the total of its README', (source, count, net) => {
    const own = lines.filter((line) => line.source === source);
    expect(own).toHaveLength(count);
    expect(textOf(sumOf(own, (line) => line.netValue))).toBe(net);
  });

  /** The column of discounts is no field of a line: on 378 lines its rounding differs from the others by 0.0001. */
  it('keep the line discounts of the reseller sales between gross and net', async () => {
    const own = lines.filter((line) => line.source === 'aw-sales');
    const gross = sumOf(own, (line) => line.grossValue);
    const discounts = textOf(gross - sumOf(own, (line) => line.netValue));
    const { rows } = await client.query(`
      select sum(discount_amount)::text as total, sum(extended_amount - sales_amount)::text as between,
        (count(*) filter (where abs(extended_amount - sales_amount - discount_amount) = 0.0001))::int as rounded
      from aw_sales`);
    expect(rows).toEqual([{ total: '527507.9262', between: '527507.8884', rounded: 378 }]);
    expect(discounts).toBe('527507.8884');
  });
});

describe('the demo agreements over the demo files', () => {
  it.each(ownCases(AGREEMENTS))('%s earns what SQL over the raw files says, row by row', async (name) => {
    const ours = earningsOf(await demoAgreement(name)).map(factOf);
    const theirs = await factsOf(client, name);
    expect(theirs.length).toBeGreaterThan(20);
    expect(inOrder(ours)).toEqual(inOrder(theirs));
    const known = KNOWN.filter(([agreement]) => agreement === name);
    expect(known.length).toBeGreaterThan(2);
    for (const [, term, partner, firstDay, qualifier, earned] of known) {
      expect(ours).toContainEqual(expect.objectContaining({ term, partner, firstDay, qualifier, earned }));
    }
  });

  it('count on an earlier business day only what was shipped by then', async () => {
    const ours = earningsOf(await demoAgreement('aw-vendor-volume'), '2025-03-31').map(factOf);
    const theirs = await factsOf(client, 'aw-vendor-volume', '2025-03-31');
    expect(inOrder(ours)).toEqual(inOrder(theirs));
    expect(theirs).not.toEqual(await factsOf(client, 'aw-vendor-volume'));
  });

  /** Nobody learns anything from an agreement that gives everybody the same. */
  it.each(ownCases(AGREEMENTS))(
    '%s has partners in several tiers, some without, some just below the next',
    async (name) => {
      const agreement = await demoAgreement(name);
      const earnings = earningsOf(agreement);
      for (const term of agreement.terms) {
        const own = earnings.filter((earning) => earning.term === term.id);
        const tiers = new Set(own.map((earning) => earning.result.reached.tier));
        expect([...tiers].sort()).toEqual([0, ...term.tiers.rows.map((_, index) => index + 1)]);
        expect(own.some(isJustBelow)).toBe(true);
      }
    },
  );

  sharedTest('pays between one and four percent of the turnover that the agreements cover', async () => {
    const { paid, covered } = await shareOfTurnover();
    expect(paid * 100n).toBeGreaterThan(covered);
    expect(paid * 100n).toBeLessThan(4n * covered);
  });
});
