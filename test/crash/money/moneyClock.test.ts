import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { createTenant } from '../../../adapters/db/createTenant.ts';
import { authenticate } from '../../../app/access/authenticate.ts';
import { createPerson } from '../../../app/access/createPerson.ts';
import { issueKey } from '../../../app/access/issueKey.ts';
import { systemActor } from '../../../app/actor.ts';
import { calculateDue } from '../../../app/calculation/calculateDue.ts';
import { passDeadlines } from '../../../app/claims/claimDeadlines.ts';
import { receiveMoney } from '../../../app/claims/receiveMoney.ts';
import { closeMonth } from '../../../app/ledger/closeMonth.ts';
import { proposeRun } from '../../../app/payments/proposeRun.ts';
import { issueSettlement } from '../../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../../app/settlement/proposeSettlement.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { dayOf, taken } from '../../support/scenario.ts';
import { decimalOf } from '../../support/trade.ts';
import { moneyGround } from './moneyGround.ts';
import { ANNA, accountOf, closing, deliver, moneyPorts, RUN, saleOf } from './moneyWorld.ts';
import { differing } from './tenantEffects.ts';

// Clocks: the ends of days in zones that turn theirs forward and back, leap days, two instances apart, and clocks
// that are three days wrong. Nothing stands in a wrong month, nothing runs twice or not at all.

const ground = await moneyGround();
const { store } = ground.database;
afterAll(() => ground.close());

const at = (instant: number) => moneyPorts(store, new Date(instant).toISOString());
const code = (result: Result<unknown>) => (result.ok ? 'ok' : (result.refusals[0]?.code ?? ''));
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** When the first day of a month begins, by hand: the offsets are those of tzdata 2026. */
const MONTHS: readonly (readonly [string, string, string, string])[] = [
  ['America/New_York', '2026-03-01', '2026-04-01T04:00:00Z', 'the clocks went forward on 8 March'],
  ['America/New_York', '2026-10-01', '2026-11-01T04:00:00Z', 'they go back two hours into 1 November'],
  ['America/New_York', '2026-11-01', '2026-12-01T05:00:00Z', 'the clocks went back on 1 November'],
  ['America/New_York', '2028-02-01', '2028-03-01T05:00:00Z', '29 February'],
  ['America/New_York', '2026-12-01', '2027-01-01T05:00:00Z', '31 December'],
  ['Europe/London', '2026-03-01', '2026-03-31T23:00:00Z', 'the clocks went forward on 29 March'],
  ['Europe/London', '2026-10-01', '2026-11-01T00:00:00Z', 'the clocks went back on 25 October'],
  ['Europe/London', '2028-02-01', '2028-03-01T00:00:00Z', '29 February'],
  ['Europe/London', '2026-12-01', '2027-01-01T00:00:00Z', '31 December'],
  ['Pacific/Auckland', '2026-03-01', '2026-03-31T11:00:00Z', 'before the clocks go back on 5 April'],
  ['Pacific/Auckland', '2026-04-01', '2026-04-30T12:00:00Z', 'after they have gone back'],
  ['Pacific/Auckland', '2026-09-01', '2026-09-30T11:00:00Z', 'the clocks went forward on 27 September'],
  ['Pacific/Auckland', '2028-02-01', '2028-02-29T11:00:00Z', '29 February'],
  ['Pacific/Auckland', '2026-12-01', '2026-12-31T11:00:00Z', '31 December'],
];

describe('a month', () => {
  it.each(MONTHS)('in %s that begins on %s is over at %s: %s', async (timeZone, month, over) => {
    const companies = [{ code: 'CO', name: 'CO', timeZone }];
    const tenant = await createTenant(ground.database.ownerUrl, {
      ...{ id: randomUUID(), code: `z-${randomUUID()}`, name: 'Z', companies },
    });
    const close = (instant: number) => closeMonth(at(instant), tenant, closing('CO', month));
    expect(code(await close(Date.parse(over) - SECOND))).toBe('ledger-month-not-over');
    expect(code(await close(Date.parse(over)))).toBe('ok');
  });
});

/** Each deed a second before a day begins and when it has. */
describe('when a day begins', () => {
  const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`);

  it('a payment of the day before is too late', async () => {
    const { tenant } = await ground.fresh();
    const proposal = { ...RUN, executionDay: dayOf('2026-04-27'), actor: ANNA };
    expect(code(await proposeRun(at(midnight('2026-04-28')), tenant, proposal))).toBe('payment-day-past');
    expect(code(await proposeRun(at(midnight('2026-04-28') - SECOND), tenant, proposal))).toBe('ok');
  });

  it('an account of a partner has cooled off, and not before', async () => {
    const { tenant } = await ground.fresh();
    await accountOf(at(midnight('2026-04-22')), tenant, 'P4', 'FR1420041010050500013M02606');
    const propose = (instant: number) => proposeRun(at(instant), tenant, { ...RUN, actor: ANNA });
    // Three days later, as the rules say.
    expect(code(await propose(midnight('2026-04-25') - SECOND))).toBe('bank-account-cooling-off');
    expect(code(await propose(midnight('2026-04-25')))).toBe('ok');
  });

  it('silence is an answer', async () => {
    const { tenant } = await ground.fresh();
    const silent = async (instant: number) =>
      (await passDeadlines(at(instant), tenant, { isRecorded: false, actor: ANNA })).silent.length;
    // Claims of 20 April are to be answered within five days.
    expect(await silent(midnight('2026-04-26') - SECOND)).toBe(0);
    expect(await silent(midnight('2026-04-26'))).toBe(1);
    expect(await silent(midnight('2026-04-26') + 3 * DAY)).toBe(0);
  });

  it('what its window has earned is due, and not before', async () => {
    const { tenant } = await ground.fresh();
    await deliver(at(midnight('2026-04-21')), tenant, 'april', [saleOf('P1', '2026-04-20', '5000.00')]);
    const asOf = async (instant: number) => {
      const proposed = await proposeSettlement(at(instant), tenant, {
        company: 'EU',
        partners: ['P1'],
        actor: ANNA,
      });
      return taken(proposed).settlements.map(({ netMinor }) => netMinor);
    };
    expect(await asOf(midnight('2026-04-30') - SECOND)).toEqual([20_000n]);
    expect(await asOf(midnight('2026-05-01'))).toEqual([10_000n]);
    expect(await asOf(midnight('2026-05-01') + 3 * DAY)).toEqual([]);
  });

  it('a key that expires at an instant is good until then', async () => {
    const { tenant } = await ground.fresh();
    const now = midnight('2026-05-01');
    const ports = (instant: number) => ({ ...at(instant), random: (size: number) => Buffer.alloc(size, 7) });
    const person = { login: 'clock', name: 'Clock' };
    const { id } = taken(await createPerson(ports(now - DAY), tenant, person, systemActor('cli')));
    const wanted = { holder: { kind: 'person', id } as const, label: 'clock', scopes: [] };
    const issued = await issueKey(
      ports(now - DAY),
      tenant,
      { ...wanted, expiresAt: new Date(now) },
      systemActor('cli'),
    );
    const { text } = taken(issued);
    expect((await authenticate(ports(now - 1), text)).ok).toBe(true);
    for (const later of [0, 10 * MINUTE, 3 * DAY])
      expect((await authenticate(ports(now + later), text)).ok).toBe(false);
  });
});

describe('clocks that differ', () => {
  const midnight = Date.parse('2026-04-22T00:00:00Z');

  it('of two instances by ten minutes at midnight calculate once, and know no less', async () => {
    const world = await ground.fresh();
    const [ahead, behind] = [at(midnight + 5 * MINUTE), at(midnight - 5 * MINUTE)];
    await deliver(behind, world.tenant, 'late', [saleOf('P1', '2026-04-20', '5000.00')]);
    const booked = async (ports: typeof ahead) =>
      (await calculateDue(ports, world.tenant)).reduce((sum, { bookings }) => sum + bookings.length, 0);
    expect(await booked(ahead)).toBe(1);
    const before = await ground.effects(world);
    expect(await booked(behind)).toBe(0);
    expect(
      differing(before, await ground.effects(world)).filter((table) => table.startsWith('booking')),
    ).toEqual([]);
    expect(await booked(at(midnight + DAY))).toBe(0);
    expect(await ground.faults(world)).toEqual([]);
  });

  it('by three days: what became known too early keeps what comes later waiting, and nothing of it stays', async () => {
    const world = await ground.fresh();
    const issue = (instant: number) =>
      issueSettlement(at(instant), world.tenant, { actor: ANNA, id: world.approved });
    await deliver(at(midnight + 3 * DAY), world.tenant, 'ahead', [saleOf('P1', '2026-04-20', '5000.00')]);
    const before = await ground.effects(world);
    expect(code(await issue(midnight))).toBe('known-day-backwards');
    expect(differing(before, await ground.effects(world))).toEqual([]);
    expect(code(await issue(midnight + 3 * DAY))).toBe('ok');
    await calculateDue(at(midnight + 3 * DAY), world.tenant);
    expect(await ground.faults(world)).toEqual([]);
  });

  it('by weeks from that of the books: nothing is posted into a month that is closed', async () => {
    const world = await ground.fresh();
    const close = closeMonth(at(midnight), world.tenant, closing('EU', '2026-03-01'));
    taken(await close);
    for (const [index, day] of ['2026-03-15', '2026-03-31', '2026-04-19'].entries()) {
      const receipt = { claim: world.claim, amount: decimalOf('1.00'), reference: `E-${index}`, actor: ANNA };
      taken(await receiveMoney(at(Date.parse(`${day}T23:59:59Z`)), world.tenant, receipt));
    }
    const { rows } = await ground.admin.query<{ day: string }>(
      `SELECT DISTINCT booked_on::text AS day FROM ledger_transfer WHERE tenant_id = $1 AND event = 'receive' ORDER BY 1`,
      [world.tenant],
    );
    expect(rows.map(({ day }) => day)).toEqual(['2026-04-01', '2026-04-19']);
    expect(await ground.faults(world)).toEqual([]);
  });
});
