import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEDUCTION_ENDS, type DeductionPart, deductionStanding, endPart } from './deduction.ts';

describe('a deduction', () => {
  it.each([
    [0n, 'claim-amount-not-positive'],
    [1n, undefined],
    [100n, undefined],
    [101n, 'deduction-beyond'],
  ])('of 100 of which %s end', (minor, code) => {
    const done = endPart(deductionStanding(100n, []), { end: 'matched', minor }, 'EUR');
    expect(done.ok ? undefined : done.refusals[0]?.code).toBe(code);
  });

  it('is the sum of its parts whatever is split off, and never more ends than was deducted', () => {
    const asked = fc.array(
      fc.record({ end: fc.constantFrom(...DEDUCTION_ENDS), minor: fc.bigInt(-5n, 60n) }),
    );
    fc.assert(
      fc.property(asked, (parts) => {
        const done: DeductionPart[] = [];
        for (const part of parts) {
          const ended = endPart(deductionStanding(100n, done), part, 'EUR');
          if (ended.ok) done.push(ended.value);
        }
        const { deducted, open, matched, denied, writtenOff } = deductionStanding(100n, done);
        expect(open + matched + denied + writtenOff).toBe(deducted);
        expect(open).toBeGreaterThanOrEqual(0n);
      }),
    );
  });
});
