import { describe, expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { riskOf } from './risk.ts';

const finding = (known: Partial<Finding>): Finding => ({
  detector: 'duplicateClaims',
  version: 1,
  group: 'fraud',
  object: 'claim',
  id: 'C',
  partner: 'P',
  score: 500,
  evidence: [],
  ...known,
});
const CLAIM = { object: 'claim', id: 'C', partner: 'P' } as const;

describe('the risk of an object', () => {
  test('is what is found on it, and nothing where nothing is', () => {
    expect(riskOf(CLAIM, [])).toBeUndefined();
    expect(riskOf(CLAIM, [finding({})])?.score).toBe(500);
    expect(riskOf(CLAIM, [finding({ id: 'D' })])).toBeUndefined();
  });

  test('two that agree say more than one, and never more than 1000', () => {
    const two = riskOf(CLAIM, [finding({}), finding({ detector: 'oddClaims' })]);
    expect(two?.score).toBe(750);
    expect(two?.drivers.map(({ points }) => points)).toEqual([250, 250]);
    const all = ['oddClaims', 'claimedTwice', 'claimVelocity'] as const;
    expect(
      riskOf(
        CLAIM,
        all.map((detector) => finding({ detector, score: 1000 })),
      )?.score,
    ).toBe(1000);
  });

  test('a detector counts once, by its strongest finding', () => {
    const lines = [1, 2, 3].map((n) =>
      finding({ detector: 'claimedTwice', object: 'claimLine', id: `C/${n}`, score: 300 * n }),
    );
    expect(riskOf(CLAIM, lines)).toMatchObject({ score: 855, drivers: [{ finding: { id: 'C/3' } }] });
  });

  test('its partner counts by half; what was left on the table is no risk', () => {
    expect(riskOf(CLAIM, [finding({ object: 'partner', id: 'P' })])?.score).toBe(250);
    expect(riskOf(CLAIM, [finding({ group: 'leakage' })])).toBeUndefined();
    expect(riskOf({ object: 'partner', id: 'P' }, [finding({})])?.score).toBe(350);
  });
});
