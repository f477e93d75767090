import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { earningsAsOf } from '../../../app/earnings/earningsAsOf.ts';
import { explainEarning } from '../../../app/earnings/explainEarning.ts';
import { listEarnings } from '../../../app/earnings/listEarnings.ts';
import { moneyText } from '../../../core/money/money.ts';
import { dayOf, openScenario, type Scenario, taken } from '../../support/scenario.ts';

// A retroactive volume rebate over 2026 with a late return and a late invoice across the close of
// the year. Every figure is the specification's, computed twice by independent programs before
// there was any code; none may be edited to pass.
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const [HEADER = '', ...ROWS] = read('lines.csv').trim().split('\n');
const rowOf = (document: string) => ROWS.find((row) => row.startsWith(`erp,${document},`)) ?? '';

/** day known | document | earned | delta | cause of the delta */
const TABLE = `
  2026-01-20 | L1 |     0.00 |    0.00 |
  2026-03-10 | L2 |     0.00 |    0.00 |
  2026-04-02 | L3 |   248.27 |  248.27 | onTimeLines
  2026-05-18 | L4 |  1076.14 |  827.87 | onTimeLines
  2026-08-05 | L5 |  2130.03 | 1053.89 | onTimeLines
  2026-12-15 | L6 |  3043.50 |  913.47 | onTimeLines
  2027-01-14 | R1 |  2129.59 | -913.91 | returns
  2027-01-20 | L7 |  3044.10 |  914.51 | lateLines
`;

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'Partner One', attributes: {} },
    { kind: 'product', code: 'X', name: 'Product X', attributes: {} },
  ]);
  await story.agreement(JSON.parse(read('agreement.json')));
});
afterAll(() => story.close());

describe('story A on the database', () => {
  const steps = TABLE.trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));

  it.each(steps)('%s, %s known: earned %s, booked %s', async (day, document, earned, delta, cause) => {
    story.on(String(day));
    const summary = await story.lines(HEADER, rowOf(String(document)));
    expect(summary.dispositions.accepted.rows).toBe(1);
    const booked = await story.calculate();
    const minor = BigInt(String(delta).replace('.', ''));
    expect(booked).toEqual(
      minor === 0n ? [] : [{ partner: 'P1', delta: minor, causes: { [cause ?? '']: minor } }],
    );
    expect(await earnedNow()).toBe(earned);
    expect(await story.calculate()).toEqual([]);
  });

  it('books nothing when the same files come again and everything runs again', async () => {
    story.on('2027-01-21');
    for (const row of ROWS) {
      const summary = await story.lines(HEADER, row);
      expect(summary.dispositions.duplicate.rows).toBe(1);
    }
    expect(await story.calculate()).toEqual([]);
  });

  it.each([
    ['2027-12-31', '2027-01-08', '3043.50'],
    ['2027-12-31', '2027-01-15', '2129.59'],
    ['2027-12-31', '2027-01-31', '3044.10'],
    ['2026-06-30', '2026-07-15', '1076.14'],
    ['2026-06-30', '2027-01-31', '614.45'],
    // L3 is invoiced on 04-02: as of the end of March it does not count, though it is known.
    ['2026-03-31', '2026-04-15', '0.00'],
  ])('as of %s, as known on %s: %s', async (effective, known, amount) => {
    const asOf = { agreement: 'STORY-A', effective: dayOf(effective), known: dayOf(known) };
    const [earning] = taken(await earningsAsOf(story.ports, story.tenant, asOf));
    expect(earning && moneyText(earning.amount)).toBe(amount);
  });

  it('spreads the amount over the lines to the cent, the return included', async () => {
    const { rows } = await listEarnings(story.ports, story.tenant, { limit: 10 });
    const explained = taken(await explainEarning(story.ports, story.tenant, rows[0]?.id ?? ''));
    const shares = Object.fromEntries(
      explained.lines.map(({ line, shareMinor }) => [line.document, shareMinor]),
    );
    expect(shares).toEqual({
      L1: 37067n,
      L2: 24937n,
      L3: 63n,
      L4: 91667n,
      L5: 150555n,
      L6: 60n,
      L7: 183n,
      R1: -122n,
    });
    expect(explained.bookings.map(({ deltaMinor }) => deltaMinor)).toEqual([
      24827n,
      82787n,
      105389n,
      91347n,
      -91391n,
      91451n,
    ]);
  });
});

async function earnedNow(): Promise<string | undefined> {
  const { rows } = await listEarnings(story.ports, story.tenant, { limit: 10 });
  return rows[0] && moneyText({ minor: rows[0].earnedMinor, currency: rows[0].account.currency });
}
