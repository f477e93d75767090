import { describe, expect, it } from 'vitest';
import { checkPolicy, NEVER, NO_POLICY, type TrustPolicy, USUAL_POLICY, verdictOf } from './policy.ts';

const fraud = (score: number) => ({ score, fraud: score });
const leak = (score: number) => ({ score, fraud: 0 });

describe('what a policy makes of a risk', () => {
  it.each([
    ['claim', fraud(399), 'pass'],
    ['claim', fraud(400), 'review'],
    ['claim', fraud(699), 'review'],
    ['claim', fraud(700), 'hold'],
    ['claim', leak(1000), 'review'],
    ['partner', fraud(849), 'review'],
    ['partner', fraud(850), 'hold'],
    ['agreement', fraud(1000), 'review'],
    ['agreement', fraud(499), 'pass'],
    ['line', leak(500), 'review'],
  ] as const)('%s %j: %s', (object, risk, verdict) => {
    expect(verdictOf(USUAL_POLICY, object, risk)).toBe(verdict);
  });

  it('holds nothing where nobody has said anything', () => {
    expect(verdictOf(NO_POLICY, 'claim', fraud(1000))).toBe('review');
    expect([NO_POLICY.awaitsScan, NO_POLICY.isNightly]).toEqual([false, false]);
  });
});

describe('a policy', () => {
  const refused = (policy: TrustPolicy) => {
    const checked = checkPolicy(policy);
    return checked.ok ? [] : checked.refusals.map(({ at }) => at);
  };
  const withClaim = (review: number, hold: number): TrustPolicy => ({
    ...USUAL_POLICY,
    thresholds: { ...USUAL_POLICY.thresholds, claim: { review, hold } },
  });

  it.each([
    [1, NEVER, []],
    [500, 500, []],
    [501, 500, ['thresholds.claim.hold']],
    [0, 500, ['thresholds.claim.review']],
    [1, NEVER + 1, ['thresholds.claim.hold']],
    [1.5, 500, ['thresholds.claim.review']],
  ])('of claims looked at from %d and held from %d is refused for %j', (review, hold, at) => {
    expect(refused(withClaim(review, hold))).toEqual(at);
  });

  it('tells somebody within a week at the latest', () => {
    expect(refused({ ...USUAL_POLICY, scanWithinMinutes: 10_080 })).toEqual([]);
    expect(refused({ ...USUAL_POLICY, scanWithinMinutes: 10_081 })).toEqual(['scanWithinMinutes']);
    expect(refused(NO_POLICY)).toEqual([]);
  });
});
