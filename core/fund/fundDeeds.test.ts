import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivityEvent, activityStanding } from './activityStanding.ts';
import type { Activity, Fund } from './fund.ts';
import { approveAmount, checkRequest, freeOf, grantOf, isExpired, settleAmount } from './fundDeeds.ts';

const FUND: Fund = {
  code: 'MDF',
  company: 'EU',
  currency: 'EUR',
  budget: 1000n,
  firstDay: 0,
  lastDay: 364,
  claimDays: 30,
  percent: { digits: 50n, scale: 0 },
};
const ACTIVITY: Activity = {
  id: 'a1',
  fund: 'MDF',
  partner: 'P1',
  reference: 'FAIR',
  title: 'A fair',
  firstDay: 10,
  lastDay: 20,
  requested: 400n,
};
const EMPTY = { reserved: 0n, used: 0n };
type Happened = readonly [ActivityEvent['kind'], bigint];
const standsAfter = (...events: readonly Happened[]) =>
  activityStanding(events.map(([kind, minor], index) => ({ number: index + 1, kind, day: 15, minor })));
const codes = (result: { readonly ok: boolean; readonly refusals?: readonly { readonly code: string }[] }) =>
  result.refusals?.map(({ code }) => code) ?? [];

const ALL_ZERO = { approved: 0n, granted: 0n, settled: 0n, released: 0n, reserved: 0n };
const PAID = { ...ALL_ZERO, approved: 300n, granted: 100n, settled: 40n, reserved: 260n };

describe('an activity stands', () => {
  it.each<[string, readonly Happened[], object]>([
    ['as requested', [], { ...ALL_ZERO, state: 'requested' }],
    ['as rejected', [['rejected', 0n]], { ...ALL_ZERO, state: 'rejected' }],
    [
      'as approved while it is claimed and paid',
      [
        ['approved', 300n],
        ['claimed', 100n],
        ['settled', 40n],
      ],
      { ...PAID, state: 'approved' },
    ],
    [
      'as closed with what is still to be paid',
      [
        ['approved', 300n],
        ['claimed', 100n],
        ['settled', 40n],
        ['closed', 200n],
      ],
      { ...PAID, released: 200n, reserved: 60n, state: 'closed' },
    ],
    [
      'as expired also when the rest is paid',
      [
        ['approved', 300n],
        ['claimed', 100n],
        ['expired', 200n],
        ['settled', 100n],
      ],
      { ...PAID, settled: 100n, released: 200n, reserved: 0n, state: 'expired' },
    ],
  ])('%s', (_, events, standing) => {
    expect(standsAfter(...events)).toEqual(standing);
  });
});

describe('a request', () => {
  it.each([
    ['another partner', { partner: 'P2' }, { ...FUND, partner: 'P1' }, ['fund-partner-differs']],
    ['a day before the fund', { firstDay: -1 }, FUND, ['fund-days-outside']],
    ['a day after it', { lastDay: 365 }, FUND, ['fund-days-outside']],
    ['no amount', { requested: 0n }, FUND, ['claim-amount-not-positive']],
    ['days that are turned', { firstDay: 12, lastDay: 11 }, FUND, ['fund-days-outside']],
    ['one day and the smallest amount', { firstDay: 12, lastDay: 12, requested: 1n }, FUND, []],
    ['its own partner, first and last day', { firstDay: 0, lastDay: 364 }, { ...FUND, partner: 'P1' }, []],
  ])('of %s', (_, differs, fund, found) => {
    expect(checkRequest(fund, { ...ACTIVITY, ...differs }).map(({ code }) => code)).toEqual(found);
  });
});

describe('an approval', () => {
  it.each([
    [400n, EMPTY, []],
    [1n, EMPTY, []],
    [401n, EMPTY, ['fund-request-beyond']],
    [400n, { reserved: 500n, used: 100n }, []],
    [400n, { reserved: 500n, used: 101n }, ['fund-exhausted']],
    [0n, EMPTY, ['claim-amount-not-positive']],
  ])('of %s with %o gone', (minor, standing, found) => {
    expect(codes(approveAmount(FUND, standing, ACTIVITY, standsAfter(), minor))).toEqual(found);
  });

  it('is given once', () => {
    expect(codes(approveAmount(FUND, EMPTY, ACTIVITY, standsAfter(['approved', 1n]), 1n))).toEqual([
      'fund-activity-state',
    ]);
  });
});

describe('a claim with its cost', () => {
  const approved = standsAfter(['approved', 300n]);
  it.each([
    [200n, 15, 100n],
    [201n, 15, 101n],
    [1000n, 15, 300n],
    [200n, 50, 100n],
    [200n, 10, 100n],
    [1n, 15, 1n],
  ])('of %s on day %s grants %s', (cost, day, granted) => {
    expect(grantOf(FUND, ACTIVITY, approved, { cost, day })).toEqual({ ok: true, value: granted });
  });

  it('grants what is left, to the last cent', () => {
    const almost = standsAfter(['approved', 300n], ['claimed', 299n]);
    expect(grantOf(FUND, ACTIVITY, almost, { cost: 100n, day: 15 })).toEqual({ ok: true, value: 1n });
  });

  it('needs a cost', () => {
    expect(codes(grantOf(FUND, ACTIVITY, approved, { cost: 0n, day: 15 }))).toEqual([
      'claim-amount-not-positive',
    ]);
  });

  it.each([
    ['too early', approved, 9, 'fund-claim-early'],
    ['a day too late', approved, 51, 'fund-claim-late'],
    ['not approved', standsAfter(), 15, 'fund-activity-state'],
    ['used up', standsAfter(['approved', 300n], ['claimed', 300n]), 15, 'fund-nothing-left'],
  ])('is refused: %s', (_, standing, day, code) => {
    expect(codes(grantOf(FUND, ACTIVITY, standing, { cost: 100n, day }))).toEqual([code]);
  });
});

it('is settled in parts, never beyond what was granted', () => {
  const standing = standsAfter(['approved', 300n], ['claimed', 100n], ['settled', 40n]);
  expect(settleAmount(FUND, standing, 60n).ok).toBe(true);
  expect(settleAmount(FUND, standing, 1n).ok).toBe(true);
  expect(codes(settleAmount(FUND, standing, 0n))).toEqual(['claim-amount-not-positive']);
  for (const without of [standsAfter(), standsAfter(['rejected', 0n])])
    expect(codes(settleAmount(FUND, without, 1n))).toEqual(['fund-activity-state']);
  expect(codes(settleAmount(FUND, standing, 61n))).toEqual(['fund-settlement-beyond']);
});

it('expires after the time to claim, with what was not granted', () => {
  const open = standsAfter(['approved', 300n], ['claimed', 100n]);
  expect([isExpired(FUND, ACTIVITY, open, 50), isExpired(FUND, ACTIVITY, open, 51)]).toEqual([false, true]);
  const paid = standsAfter(['approved', 100n], ['claimed', 60n], ['settled', 60n]);
  const cent = standsAfter(['approved', 101n], ['claimed', 100n]);
  expect([isExpired(FUND, ACTIVITY, paid, 51), isExpired(FUND, ACTIVITY, cent, 51)]).toEqual([true, true]);
  const done = standsAfter(['approved', 100n], ['claimed', 100n]);
  expect(isExpired(FUND, ACTIVITY, done, 51)).toBe(false);
});

it('never spends more than the budget, whatever is asked in whatever order', () => {
  const deed = fc.record({
    activity: fc.nat(2),
    kind: fc.constantFrom('approve' as const, 'claim' as const, 'settle' as const, 'close' as const),
    minor: fc.bigInt(1n, 700n),
  });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const logs: ActivityEvent[][] = [[], [], []];
      const asked = { ...ACTIVITY, requested: 700n };
      for (const { activity, kind, minor } of deeds) {
        const log = logs[activity] as ActivityEvent[];
        const standing = activityStanding(log);
        const all = logs.map(activityStanding);
        const fund = {
          reserved: all.reduce((sum, one) => sum + one.reserved, 0n),
          used: all.reduce((sum, one) => sum + one.settled, 0n),
        };
        const write = (name: ActivityEvent['kind'], done: { ok: boolean; value?: bigint }) => {
          if (done.ok) log.push({ number: log.length + 1, kind: name, day: 15, minor: done.value ?? 0n });
        };
        if (kind === 'approve') write('approved', approveAmount(FUND, fund, asked, standing, minor));
        if (kind === 'claim') write('claimed', grantOf(FUND, asked, standing, { cost: minor, day: 15 }));
        if (kind === 'settle') write('settled', settleAmount(FUND, standing, minor));
        if (kind === 'close' && standing.state === 'approved')
          write('closed', { ok: true, value: standing.reserved - (standing.granted - standing.settled) });
        const now = logs.map(activityStanding);
        const sums = {
          reserved: now.reduce((sum, one) => sum + one.reserved, 0n),
          used: now.reduce((sum, one) => sum + one.settled, 0n),
        };
        expect(freeOf(FUND, sums)).toBeGreaterThanOrEqual(0n);
        for (const one of now) {
          expect(one.settled <= one.granted && one.granted <= one.approved).toBe(true);
          expect(one.settled + one.released + one.reserved).toBe(one.approved);
        }
      }
    }),
  );
});
