import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../number/rational.ts';
import type { ClaimLine } from './claim.ts';
import { claimAccountKey, claimedKey } from './claimKeys.ts';
import { type ClaimGround, matchClaim } from './matchClaim.ts';
import { isTolerated, NO_TOLERANCE } from './tolerance.ts';

const ACCOUNT = { term: 'volume', participant: 'P1', window: { from: 0, until: 31 } };
const sale = (document: string) => ({ source: 'erp', document, line: '1' });
const line = (number: number, minor: bigint, document?: string): ClaimLine => ({
  ...ACCOUNT,
  number,
  minor,
  ...(document && { transaction: sale(document) }),
});
const FIRST = { claim: 'c1', reference: 'R-1', line: 7 };
const GROUND: ClaimGround = {
  claimable: new Map([[claimAccountKey(ACCOUNT), 100n]]),
  shares: new Map([
    [claimedKey(ACCOUNT, sale('D1')), 60n],
    [claimedKey(ACCOUNT, sale('D2')), 60n],
  ]),
  claimedIn: new Map([[claimedKey(ACCOUNT, sale('D9')), FIRST]]),
};
const TOLERANCE = { minor: 5n, percent: rational(10n) };

describe('a claim line', () => {
  it.each([
    ['what its sale earned', line(1, 60n, 'D1'), 'equal', 60n, 60n],
    ['less than that', line(1, 59n, 'D1'), 'less', 60n, 59n],
    ['up to the tolerance more', line(1, 65n, 'D1'), 'tolerated', 60n, 65n],
    ['a cent beyond the tolerance', line(1, 66n, 'D1'), 'beyond', 60n, 60n],
    ['what the account earned', line(1, 100n), 'equal', 100n, 100n],
    ['a sale that we do not know', line(1, 5n, 'D5'), 'unknown', 0n, 0n],
    ['another window', { ...line(1, 5n), window: { from: 31, until: 59 } }, 'unknown', 0n, 0n],
    ['what was claimed before', line(1, 60n, 'D9'), 'repeated', 0n, 0n],
  ] as const)('that asks for %s', (_, asked, match, found, accepted) => {
    const [matched] = matchClaim([asked], GROUND, TOLERANCE);
    expect([matched?.match, matched?.found, matched?.decision.accepted]).toEqual([match, found, accepted]);
  });

  it('points to the first where it was claimed before, also in the same claim', () => {
    const matched = matchClaim(
      [line(1, 60n, 'D9'), line(2, 10n, 'D1'), line(3, 10n, 'D1')],
      GROUND,
      TOLERANCE,
    );
    expect(matched.map(({ first }) => first)).toEqual([
      FIRST,
      undefined,
      { claim: '', reference: '', line: 2 },
    ]);
    expect(matched[2]?.decision.objected).toEqual([{ reason: 'duplicate', minor: 10n }]);
  });

  it('gets what those before it left of the account', () => {
    const matched = matchClaim([line(1, 60n, 'D1'), line(2, 60n, 'D2')], GROUND, NO_TOLERANCE);
    expect(matched.map(({ match, found }) => `${match} ${found}`)).toEqual(['equal 60', 'beyond 40']);
  });

  it('has its amount granted and refused in whole, and without tolerance never more than was earned', () => {
    const lines = fc.array(
      fc.tuple(fc.bigInt(1n, 200n), fc.constantFrom('D1', 'D2', 'D5', 'D9', undefined)),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(lines, (asked) => {
        const sent = asked.map(([minor, document], index) => line(index + 1, minor, document));
        const matched = matchClaim(sent, GROUND, NO_TOLERANCE);
        for (const { claimed, decision } of matched)
          expect(decision.objected.reduce((sum, { minor }) => sum + minor, decision.accepted)).toBe(claimed);
        const granted = matched.reduce((sum, { decision }) => sum + decision.accepted, 0n);
        expect(granted).toBeLessThanOrEqual(100n);
      }),
    );
  });
});

describe('a tolerance', () => {
  it.each([
    [105n, 100n, true],
    [106n, 100n, false],
    [11n, 10n, true],
    [12n, 10n, false],
    [1n, 0n, false],
    [0n, 50n, true],
  ])('%s claimed for %s: both bounds hold (5 at most, 10 percent at most)', (claimed, found, isGranted) => {
    expect(isTolerated(claimed, found, TOLERANCE)).toBe(isGranted);
  });
});
