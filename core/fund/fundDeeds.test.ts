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
const standsAfter = (...events: readonly (readonly [ActivityEvent['kind'], bigint])[]) =>
  activityStanding(events.map(([kind, minor], index) => ({ number: index + 1, kind, day: 15, minor })));
const codes = (result: { readonly ok: boolean; readonly refusals?: readonly { readonly code: string }[] }) =>
  result.refusals?.map(({ code }) => code) ?? [];

describe('a request', () => {
  it.each([
    ['another partner', { partner: 'P2' }, { ...FUND, partner: 'P1' }, ['fund-partner-differs']],
    ['a day before the fund', { firstDay: -1 }, FUND, ['fund-days-outside']],
    ['a day after it', { lastDay: 365 }, FUND, ['fund-days-outside']],
    ['no amount', { requested: 0n }, FUND, ['claim-amount-not-positive']],
    ['its own partner, first and last day', { firstDay: 0, lastDay: 364 }, { ...FUND, partner: 'P1' }, []],
  ])('of %s', (_, differs, fund, found) => {
    expect(checkRequest(fund, { ...ACTIVITY, ...differs }).map(({ code }) => code)).toEqual(found);
  });
});

describe('an approval', () => {
  it.each([
    [400n, EMPTY, []],
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
  ])('of %s on day %s grants %s', (cost, day, granted) => {
    expect(grantOf(FUND, ACTIVITY, approved, { cost, day })).toEqual({ ok: true, value: granted });
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
  expect(codes(settleAmount(FUND, standing, 61n))).toEqual(['fund-settlement-beyond']);
});

it('expires after the time to claim, with what was not granted', () => {
  const open = standsAfter(['approved', 300n], ['claimed', 100n]);
  expect([isExpired(FUND, ACTIVITY, open, 50), isExpired(FUND, ACTIVITY, open, 51)]).toEqual([false, true]);
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
