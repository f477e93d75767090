import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnerStatements, type StatedTransfer } from './partnerStatement.ts';

const transfer = (differs: Partial<StatedTransfer>): StatedTransfer => ({
  bookedOn: 10,
  event: 'settle',
  debit: 'accruedLiability',
  credit: 'partnerPayable',
  minor: 100n,
  currency: 'EUR',
  origin: { kind: 'settlement', id: 'S1' },
  ...differs,
});

const drawn: fc.Arbitrary<StatedTransfer> = fc
  .record({
    bookedOn: fc.integer({ min: 1, max: 30 }),
    sides: fc.constantFrom(
      ['accruedLiability', 'partnerPayable'] as const,
      ['partnerPayable', 'bankClearing'] as const,
      ['claimedReceivable', 'accruedReceivable'] as const,
      ['bankClearing', 'claimedReceivable'] as const,
      ['partnerPayable', 'partnerReceivable'] as const,
      ['rebateExpense', 'accruedLiability'] as const,
    ),
    minor: fc.bigInt({ min: 1n, max: 10_000n }),
    currency: fc.constantFrom('EUR', 'USD'),
    id: fc.constantFrom('S1', 'S2', 'S3'),
  })
  .map(({ bookedOn, sides: [debit, credit], minor, currency, id }) =>
    transfer({ bookedOn, debit, credit, minor, currency, origin: { kind: 'settlement', id } }),
  );

describe('a statement', () => {
  it('says what is open: a credit note, its tax, a payment of a part', () => {
    const [statement, ...others] = partnerStatements(
      [
        transfer({ bookedOn: 1, debit: 'rebateExpense', credit: 'accruedLiability' }),
        transfer({}),
        transfer({ debit: 'outputTax', minor: 20n }),
        transfer({
          bookedOn: 12,
          event: 'pay',
          debit: 'partnerPayable',
          credit: 'bankClearing',
          minor: 70n,
          origin: { kind: 'payment', id: 'P1' },
        }),
      ],
      { firstDay: 1, lastDay: 31 },
    );
    expect(others).toEqual([]);
    expect(statement?.entries.map(({ event, minor }) => [event, minor])).toEqual([
      ['settle', 120n],
      ['pay', -70n],
    ]);
    expect([statement?.openingMinor, statement?.closingMinor]).toEqual([0n, 50n]);
  });

  it('is not touched by an offset, nor by what is only accrued', () => {
    const offset = transfer({ debit: 'partnerPayable', credit: 'partnerReceivable' });
    const accrued = transfer({ debit: 'rebateExpense', credit: 'accruedLiability' });
    expect(partnerStatements([offset, accrued], { firstDay: 1, lastDay: 31 })).toEqual([]);
  });

  it('has a document as paid that was kept back, and nothing of what was kept back without one', () => {
    const kept = { event: 'deduct' as const, credit: 'partnerReceivable' as const };
    const origin = { kind: 'deduction', id: 'D1' };
    const matched = transfer({ ...kept, origin, debit: 'partnerPayable', minor: 40n });
    const direct = transfer({ ...kept, origin, debit: 'accruedLiability' });
    const written = transfer({ ...kept, origin, event: 'writeOff', debit: 'writtenOff' });
    const days = { firstDay: 1, lastDay: 31 };
    expect(partnerStatements([transfer({}), matched, direct, written], days)[0]).toMatchObject({
      ...{ closingMinor: 60n, entries: [{ event: 'settle' }, { event: 'deduct', minor: -40n }] },
    });
  });

  it('goes on where the one before ends, and has all days of both in it', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 25 }), fc.integer({ min: 1, max: 29 }), (transfers, cut) => {
        const whole = partnerStatements(transfers, { firstDay: 1, lastDay: 30 });
        const before = partnerStatements(transfers, { firstDay: 1, lastDay: cut });
        const after = partnerStatements(transfers, { firstDay: cut + 1, lastDay: 30 });
        for (const { currency, entries, openingMinor, closingMinor } of whole) {
          const [first, second] = [before, after].map((some) =>
            some.find((one) => one.currency === currency),
          );
          expect(openingMinor).toBe(0n);
          expect(entries).toEqual([...(first?.entries ?? []), ...(second?.entries ?? [])]);
          expect(second?.openingMinor).toBe(first?.closingMinor ?? 0n);
          expect(second?.closingMinor).toBe(closingMinor);
        }
      }),
      { numRuns: 200, seed: 20_261_129 },
    );
  });
});
