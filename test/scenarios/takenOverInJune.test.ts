import { afterAll, describe, expect, it } from 'vitest';
import type { MasterRow } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { NO_MASTER } from '../../core/master/master.ts';
import { moneyText } from '../../core/money/money.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { type Row, takeOver } from '../support/takeOver.ts';
import { totalsOf } from '../support/totalsOf.ts';
import {
  agreementText,
  dayOf,
  type JsonObject,
  lineOf,
  lineTexts,
  type Texts,
  UNITS,
  windowsText,
} from '../support/trade.ts';
import { IS_DEEP } from '../support/tradeCases.ts';

// A year is finished twice: by a company that had everything from the first day, and by one that takes
// the first half over on 30 June, as lines or as totals. Both must have earned the same, to the cent,
// and what the second one books on top of its balances must make up the difference exactly.
const HALF = dayOf('2026-06-30');
const percents = (...rows: readonly (readonly [string, string])[]) => ({
  tiers: { boundary: 'atLeast', rows: rows.map(([from, percent]) => ({ from, percent })) },
});
const STEPS = percents(['0', '1.25'], ['1000', '2.5'], ['2500', '3.75']);
const BASELINE = {
  source: 'sameWindowPreviousYear',
  growthAs: 'percent',
  whenNotPositive: { policy: 'paysNothing' },
  likeForLike: 'no',
};
const GROUP = {
  by: 'partner.club',
  target: 'group',
  joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
  leavers: 'finalTier',
  spreadBy: 'payoutMeasure',
  keptPercent: '0',
};

/** Each with how long the totals may be of which it can be told. */
const MECHANISMS: Readonly<Record<string, readonly [JsonObject, months: number]>> = {
  'the whole volume of the year': [STEPS, 6],
  'marginal bands of pieces': [
    {
      qualifier: UNITS,
      payout: UNITS,
      formula: 'marginal',
      tiers: {
        boundary: 'atLeast',
        reachingUnit: 'newRate',
        rows: [
          { from: '0', perUnit: '0.15' },
          { from: '80', perUnit: '0.35' },
        ],
      },
    },
    6,
  ],
  'growth against last year': [
    { formula: 'growthWhole', baseline: BASELINE, ...percents(['90', '1'], ['110', '2.5']) },
    6,
  ],
  'quarters that add up': [
    { ...STEPS, windows: windowsText('quarter', { qualifier: { toDate: 'year' }, pays: 'cumulative' }) },
    6,
  ],
  'quarters at the tier of the year': [
    { ...STEPS, windows: windowsText('quarter', { qualifier: { within: 'year' } }) },
    3,
  ],
  'months that roll over three': [
    { ...STEPS, windows: windowsText('month', { qualifier: { rollingMonths: 3 } }) },
    1,
  ],
  'a group that reaches its target together': [{ ...STEPS, group: GROUP }, 6],
  'a budget that partners share': [
    { ...STEPS, limits: [{ of: 'amount', scope: 'programme', max: '95.55', order: 'proRata' }] },
    6,
  ],
  'a cap for each partner': [{ ...STEPS, limits: [{ of: 'payout', scope: 'partner', max: '1700' }] }, 6],
  'a minimum and a floor': [
    { ...STEPS, minimum: { amount: '12' }, floor: { amount: '30', when: 'tierReached' } },
    6,
  ],
};

const PARTNERS = ['P1', 'P2', 'P3'];
const MASTER: readonly MasterRow[] = [
  ...PARTNERS.map((code): MasterRow => {
    return { kind: 'partner', code, name: code, attributes: { club: code === 'P3' ? '' : 'North' } };
  }),
  ...['A', 'B'].map((code): MasterRow => ({ kind: 'product', code, name: code, attributes: {} })),
];

/** Some sales of every month of two years, the same each time the test runs. */
const SALES: readonly Texts[] = [2025, 2026].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) =>
    PARTNERS.flatMap((partner, who) =>
      ['A', 'B'].flatMap((product, what) => {
        const seed = year * 7 + month * 13 + who * 29 + what * 5;
        if (seed % 3 === 0) return [];
        const day = String((seed % 28) + 1).padStart(2, '0');
        return [
          {
            document: `${year}-${month}-${partner}-${product}`,
            partner,
            product,
            invoiceDate: `${year}-${String(month + 1).padStart(2, '0')}-${day}`,
            quantity: String((seed % 17) + 1),
            netValue: `${(seed % 190) + 20}.${String(seed % 100).padStart(2, '0')}`,
          },
        ];
      }),
    ),
  ).flat(),
);
const BEFORE = SALES.filter(({ invoiceDate = '' }) => invoiceDate <= '2026-06-30');
const AFTER = SALES.filter(({ invoiceDate = '' }) => invoiceDate > '2026-06-30');

const HEADER = Object.keys(lineTexts()).join(',');
const rowOf = (texts: Texts) => Object.values(lineTexts(texts)).join(',');

const stories: Scenario[] = [];
afterAll(() => Promise.all(stories.map((story) => story.close())));

async function company(term: JsonObject, on: string): Promise<Scenario> {
  const story = await openScenario('EU');
  stories.push(story);
  story.on(on);
  await story.master(MASTER);
  await story.agreement(agreementText(term));
  return story;
}

/** Account by account, what stands as earned. */
async function earned({ ports, tenant }: Scenario): Promise<Row[]> {
  const { rows } = await ports.store.inTenant(tenant, (tx) => tx.earnings.list({ limit: 999 }));
  return rows
    .map(({ account, earnedMinor, blockedLines }) => ({
      term: account.term,
      partner: account.partner,
      firstDay: formatDate(account.window.from),
      lastDay: formatDate(account.window.until - 1),
      amount: moneyText({ minor: earnedMinor, currency: account.currency }),
      blocked: String(blockedLines),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function totalRows(months: number): Row[] {
  const lines = BEFORE.map((texts) => lineOf(texts));
  const totals = totalsOf(lines, { months, date: 'invoice', lastDay: HALF, master: NO_MASTER });
  return totals.map((line) => ({
    side: line.side,
    company: line.company,
    partner: line.partner,
    product: line.product,
    takenOverFrom: formatDate(line.takenOverFrom as number),
    invoiceDate: formatDate(line.dates.invoice as number),
    quantity: formatDecimal(line.quantities.invoiced ?? { digits: 0n, scale: 0 }),
    unit: line.unit,
    netValue: formatDecimal(line.netValue ?? { digits: 0n, scale: 0 }),
    currency: line.currency,
  }));
}

/** Finishes the year; gives what is earned and the sum of what was booked, by partner. */
async function finish(story: Scenario): Promise<Map<string, bigint>> {
  const booked = new Map<string, bigint>();
  const half = Math.ceil(AFTER.length / 2);
  for (const [day, sales] of [
    ['2026-10-02', AFTER.slice(0, half)],
    ['2027-01-08', AFTER.slice(half)],
  ] as const) {
    story.on(day);
    await story.lines(HEADER, ...sales.map(rowOf));
    for (const { partner, delta } of await story.calculate())
      booked.set(partner, (booked.get(partner) ?? 0n) + delta);
  }
  return booked;
}

const without = (rows: readonly Row[]) =>
  rows.filter(({ amount, blocked }) => amount !== '0.00' || blocked !== '0');

/** Every second one; all of them in `deep`. */
const OWN = Object.entries(MECHANISMS).filter((_, at) => IS_DEEP || at % 2 === 0);

describe.each(OWN)('%s', (_, [term, months]) => {
  let half: Row[] = [];
  let whole: Row[] = [];

  it('is calculated from the first day on', async () => {
    const story = await company(term, '2026-01-01');
    await story.lines(HEADER, ...BEFORE.map(rowOf));
    story.on('2026-06-30');
    await story.calculate();
    half = await earned(story);
    await finish(story);
    whole = without(await earned(story));
    expect(whole.length).toBeGreaterThan(1);
    expect(whole.filter(({ blocked }) => blocked !== '0')).toEqual([]);
  });

  it.each(['lines', 'totals'] as const)(
    'comes to the same where the first half is taken over as %s',
    async (form) => {
      const story = await company(term, '2026-07-01');
      const over = takeOver(story, 'H1');
      taken(await over.open('EU', '2026-06-30'));
      if (form === 'lines') await story.lines(HEADER, ...BEFORE.map(rowOf));
      else taken(await over.load('history', totalRows(months)));
      const balances = half.map(({ blocked: _, amount: earnedAmount = '', ...place }) => {
        const others = { recognised: earnedAmount, settled: '0', paid: '0', openClaims: '0' };
        return { agreement: 'TEST', ...place, currency: 'EUR', earned: earnedAmount, ...others };
      });
      taken(await over.load('openings', balances));
      taken(
        await over.load(
          'figures',
          half.map(({ blocked: _, ...place }) => ({ agreement: 'TEST', currency: 'EUR', ...place })),
        ),
      );
      expect(await story.calculate()).toEqual([]);
      taken(await over.sign('compared by partner'));
      // Our calculation of the half year is that of the books: there is nothing to book.
      expect(await story.calculate()).toEqual([]);
      const booked = await finish(story);
      expect(without(await earned(story))).toEqual(whole);
      for (const partner of PARTNERS) {
        const minor = (rows: readonly Row[]) =>
          rows
            .filter((row) => row.partner === partner)
            .reduce((sum, { amount = '0' }) => sum + BigInt(amount.replace('.', '')), 0n);
        expect(`${partner} ${(booked.get(partner) ?? 0n) + minor(half)}`).toBe(`${partner} ${minor(whole)}`);
      }
    },
  );
});
