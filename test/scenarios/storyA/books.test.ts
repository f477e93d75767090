import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeMonth, type MonthToClose } from '../../../app/ledger/closeMonth.ts';
import { approveReopening, proposeReopening } from '../../../app/ledger/reopenMonth.ts';
import { reportRollForward } from '../../../app/ledger/reportRollForward.ts';
import { showNextMonth } from '../../../app/ledger/showNextMonth.ts';
import { verifyMonths } from '../../../app/ledger/verifyMonths.ts';
import { monthOf } from '../../../core/ledger/monthOf.ts';
import { moneyText } from '../../../core/money/money.ts';
import { dayOf, openScenario, type Scenario, taken } from '../../support/scenario.ts';

// The books of story A: what stands in them after each line, December closed before a return and a late
// invoice, and January that takes both. The figures are the specification's.
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const [HEADER = '', ...ROWS] = read('lines.csv').trim().split('\n');
const rowOf = (document: string) => ROWS.find((row) => row.startsWith(`erp,${document},`)) ?? '';
const ANNA = { kind: 'person', id: 'anna' } as const;
const BO = { kind: 'person', id: 'bo' } as const;

/** day known | document | accrued liability after it */
const UNTIL_DECEMBER = [
  ['2026-01-20', 'L1', '0.00'],
  ['2026-03-10', 'L2', '0.00'],
  ['2026-04-02', 'L3', '248.27'],
  ['2026-05-18', 'L4', '1076.14'],
  ['2026-08-05', 'L5', '2130.03'],
  ['2026-12-15', 'L6', '3043.50'],
] as const;

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

async function comes(day: string, document: string): Promise<void> {
  story.on(day);
  await story.lines(HEADER, rowOf(document));
  await story.calculate();
}

async function held(): Promise<Record<string, string>> {
  const rows = await story.ports.store.inTenant(story.tenant, (tx) => tx.ledger.balances({}));
  return Object.fromEntries(rows.map(({ role, minor, currency }) => [role, moneyText({ minor, currency })]));
}

async function rolled(month: string): Promise<string> {
  const days = monthOf(dayOf(`${month}-01`));
  const rows = taken(await reportRollForward(story.ports, story.tenant, { days }));
  const liability = rows.find(({ role }) => role === 'accruedLiability');
  if (liability === undefined) return 'nothing';
  const { opening, movements, closing } = liability;
  return `${opening} ${[...movements].map(([kind, minor]) => `${kind} ${minor}`).join(' ')} ${closing}`;
}

const close = (month: string, waivers: MonthToClose['waivers'] = {}) =>
  closeMonth(story.ports, story.tenant, { company: 'EU', month: dayOf(`${month}-01`), waivers, actor: ANNA });
const reopening = (actor: typeof ANNA | typeof BO) => ({
  ...{ company: 'EU', month: dayOf('2026-12-01'), reason: 'a late invoice of the year', actor },
});
const codes = (result: { ok: boolean }) =>
  'refusals' in result ? (result.refusals as { code: string }[]).map(({ code }) => code) : [];

describe('the books of story A', () => {
  it.each(UNTIL_DECEMBER)('%s, %s: %s accrued', async (day, document, accrued) => {
    await comes(day, document);
    const owed = accrued === '0.00' ? {} : { rebateExpense: accrued, accruedLiability: `-${accrued}` };
    expect(await held()).toEqual(owed);
  });

  it('close month by month, none before it is over and none but the next', async () => {
    expect(codes(await close('2026-12'))).toEqual(['ledger-month-not-next']);
    story.on('2027-01-08');
    // What closing would look at is told before, and is what it looks at.
    const april = taken(await showNextMonth(story.ports, story.tenant, 'EU'));
    expect([april?.month, april?.isOver]).toEqual(['2026-04', true]);
    await story.calculate();
    expect(
      taken(await showNextMonth(story.ports, story.tenant, 'EU'))?.checklist.map(({ open }) => open),
    ).toEqual([0, 0, 0, 0, 0]);
    for (const month of ['04', '05', '06', '07', '08', '09', '10', '11']) taken(await close(`2026-${month}`));
    const { hash, checklist } = taken(await close('2026-12'));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(checklist.map(({ check, open }) => `${check} ${open}`)).toEqual([
      'calculated 0',
      'quarantined 0',
      'blocked 0',
      'untied 0',
      'unvalued 0',
    ]);
    expect(codes(await close('2027-01'))).toEqual(['ledger-month-not-over']);
    const january = taken(await showNextMonth(story.ports, story.tenant, 'EU'));
    expect([january?.month, january?.isOver]).toEqual(['2027-01', false]);
    expect(codes(await showNextMonth(story.ports, story.tenant, 'NOBODY'))).toEqual(['company-not-found']);
    expect(await rolled('2026-12')).toBe('-213003 accrue -91347 -304350');
  });

  it('put what becomes known after the close into January, which rolls forward', async () => {
    await comes('2027-01-14', 'R1');
    await comes('2027-01-20', 'L7');
    // −3,043.50 + 913.91 − 914.51: the liability has a credit balance.
    expect(await rolled('2027-01')).toBe('-304350 accrue -60 -304410');
    expect(await rolled('2026-12')).toBe('-213003 accrue -91347 -304350');
    const months = taken(await verifyMonths(story.ports, story.tenant, 'EU'));
    expect(months.map(({ isClosed, isSame }) => isClosed && isSame)).toEqual(months.map(() => true));
    expect(months).toHaveLength(9);
  });

  it('are opened again by two persons, the last month alone, and take what was late then', async () => {
    const before = taken(await verifyMonths(story.ports, story.tenant, 'EU'))
      .at(-1)
      ?.deeds.at(-1)?.hash;
    const { ports, tenant } = story;
    const november = { ...reopening(ANNA), month: dayOf('2026-11-01') };
    expect(codes(await proposeReopening(ports, tenant, november))).toEqual(['ledger-month-not-last']);
    expect(codes(await approveReopening(ports, tenant, reopening(BO)))).toEqual([
      'ledger-reopen-not-proposed',
    ]);
    taken(await proposeReopening(ports, tenant, reopening(ANNA)));
    expect(codes(await proposeReopening(ports, tenant, reopening(BO)))).toEqual(['ledger-reopen-proposed']);
    expect(codes(await approveReopening(ports, tenant, reopening(ANNA)))).toEqual(['ledger-same-person']);
    const service = { ...reopening(BO), actor: { kind: 'service', id: 's' } as const };
    expect(codes(await approveReopening(ports, tenant, service))).toEqual(['person-needed']);
    taken(await approveReopening(ports, tenant, reopening(BO)));
    // Nothing was posted into it since: closed again, it holds the same.
    expect(taken(await close('2026-12')).hash).toBe(before);
  });

  it('a month that was changed behind the program’s back is found', async () => {
    const client = new Client({ connectionString: story.database.adminUrl });
    await client.connect();
    await client.query(`UPDATE ledger_transfer SET minor = minor + 1 WHERE tenant_id = $1 AND number = 2`, [
      story.tenant,
    ]);
    await client.end();
    const months = taken(await verifyMonths(story.ports, story.tenant, 'EU'));
    expect(months.filter(({ isSame }) => isSame === false).length).toBeGreaterThan(0);
  });
});
