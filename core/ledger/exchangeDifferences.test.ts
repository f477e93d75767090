import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeDifferences, foreignKey, isMonetary, type ValuedTransfer } from './exchangeDifferences.ts';
import type { LedgerRole } from './ledgerRole.ts';

const SUBJECT = { agreement: 'A', term: 'volume', window: { from: 20_454, until: 20_485 } };

function moved(debit: LedgerRole, credit: LedgerRole, minor: bigint, book: bigint, leg = ''): ValuedTransfer {
  return {
    ...{ company: 'EU', event: 'settle', debit, credit, minor, currency: 'USD', effectiveOn: 20_460 },
    ...{ partner: 'P1', subject: SUBJECT, origin: { kind: 'test', id: '1' }, leg },
    book: { minor: book, currency: 'EUR' },
  };
}

/** What each account holds in both currencies after transfers and the differences that they realise. */
function held(transfers: readonly ValuedTransfer[]): Map<LedgerRole, { minor: bigint; book: bigint }> {
  const sums = new Map<LedgerRole, { minor: bigint; book: bigint }>();
  for (const { debit, credit, minor, book } of [...transfers, ...exchangeDifferences(transfers, new Map())]) {
    for (const [role, sign] of [
      [debit, 1n],
      [credit, -1n],
    ] as const) {
      const before = sums.get(role) ?? { minor: 0n, book: 0n };
      sums.set(role, { minor: before.minor + sign * minor, book: before.book + sign * book.minor });
    }
  }
  return sums;
}

const accrue = (minor: bigint, book: bigint) => moved('rebateExpense', 'accruedLiability', minor, book);
const settle = (minor: bigint, book: bigint) => moved('accruedLiability', 'partnerPayable', minor, book);

describe('what transfers realise', () => {
  it.each<[string, readonly ValuedTransfer[], bigint, bigint]>([
    ['growing, nothing', [accrue(100n, 90n), accrue(50n, 47n)], -137n, 0n],
    ['cleared at another rate, all of it', [accrue(100n, 90n), settle(100n, 92n)], 0n, 2n],
    ['cleared at a lower rate, a gain', [accrue(100n, 90n), settle(100n, 85n)], 0n, -5n],
    ['cleared in part, the part', [accrue(100n, 90n), settle(40n, 40n)], -54n, 4n],
    ['turned around, what was there', [accrue(100n, 90n), settle(150n, 141n)], 47n, 4n],
    ['of an amount without a rate, nothing', [accrue(100n, 0n), settle(100n, 0n)], 0n, 0n],
  ])('%s', (_, transfers, liability, difference) => {
    const sums = held(transfers);
    expect(sums.get('accruedLiability')?.book).toBe(liability);
    expect(sums.get('exchangeDifference')?.book ?? 0n).toBe(difference);
  });

  it('goes by what stood there before, and leaves alone what is no open amount', () => {
    const place = { company: 'EU', currency: 'USD', partner: 'P1', subject: SUBJECT };
    const before = new Map([
      [foreignKey({ ...place, role: 'accruedLiability' }), { minor: -100n, book: -90n }],
    ]);
    const told = exchangeDifferences([settle(100n, 92n)], before).map(
      ({ debit, credit, minor, book, cause, currency }) => [
        debit,
        credit,
        minor,
        book.minor,
        cause,
        currency,
      ],
    );
    expect(told).toEqual([['exchangeDifference', 'accruedLiability', 0n, 2n, 'exchangeRates', 'USD']]);
    expect(isMonetary('rebateExpense')).toBe(false);
    expect(exchangeDifferences([{ ...settle(1n, 1n), currency: 'EUR' }], new Map())).toEqual([]);
  });

  it('leaves nothing in the books where nothing is left, and the books balance, whatever comes', () => {
    const amount = fc.bigInt({ min: -500n, max: 500n }).filter((minor) => minor !== 0n);
    const step = fc.record({ minor: amount, percent: fc.bigInt({ min: 50n, max: 150n }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), step, (steps, last) => {
        const one = ({ minor, percent }: typeof last) => {
          const size = minor < 0n ? -minor : minor;
          const book = (size * percent) / 100n;
          return minor > 0n ? accrue(size, book) : settle(size, book);
        };
        const open = steps.reduce((sum, { minor }) => sum + minor, 0n);
        const closing = open === 0n ? [] : [one({ ...last, minor: -open })];
        const sums = held([...steps.map(one), ...closing]);
        expect(sums.get('accruedLiability') ?? { minor: 0n, book: 0n }).toEqual({ minor: 0n, book: 0n });
        expect([...sums.values()].reduce((sum, { book }) => sum + book, 0n)).toBe(0n);
      }),
    );
  });

  it('is told item by item: what was settled at one rate is not paid at the average of two', () => {
    const of = (item: string, transfer: ValuedTransfer) => ({ ...transfer, item });
    const paid = (minor: bigint, book: bigint) => moved('partnerPayable', 'bankClearing', minor, book);
    const told = exchangeDifferences(
      [
        ...[accrue(200n, 172n), of('S1', settle(100n, 92n)), of('S2', settle(100n, 80n))],
        of('S2', paid(100n, 97n)),
      ],
      new Map(),
    );
    expect(told.filter(({ item }) => item !== undefined).map(({ item, book }) => [item, book.minor])).toEqual(
      [['S2', 17n]],
    );
  });

  it('is for each item what was paid for it less what it was settled with, at whatever rates', () => {
    const item = fc.record({
      minor: fc.bigInt({ min: 1n, max: 500n }),
      settledAt: fc.bigInt({ min: 50n, max: 150n }),
      paidAt: fc.array(fc.bigInt({ min: 50n, max: 150n }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (items, chance) => {
          const [settled, parts] = [
            items.map(({ minor, settledAt }, index) => ({
              ...settle(minor, (minor * settledAt) / 100n),
              item: `S${index}`,
            })),
            items.flatMap(({ minor, paidAt }, index) =>
              inParts(minor, paidAt.length).flatMap((part, at) =>
                part === 0n
                  ? []
                  : [
                      {
                        ...moved('partnerPayable', 'bank', part, (part * (paidAt[at] ?? 100n)) / 100n),
                        item: `S${index}`,
                      },
                    ],
              ),
            ),
          ];
          const order = parts.map((part) => ({ part, at: chance.next().value ?? 0 }));
          const paid = order.sort((a, b) => a.at - b.at).map(({ part }) => part);
          const found = exchangeDifferences([...settled, ...paid], new Map());
          for (const [index, { book }] of settled.entries()) {
            const own = ({ item: of, debit, credit }: ValuedTransfer) =>
              of === `S${index}` && (debit === 'partnerPayable' || credit === 'partnerPayable');
            const left = [...settled, ...paid, ...found].filter(own).reduce((sum, { debit, book: worth }) => {
              return debit === 'partnerPayable' ? sum + worth.minor : sum - worth.minor;
            }, 0n);
            const worth = paid.filter(own).reduce((sum, one) => sum + one.book.minor, 0n);
            const differences = found
              .filter(own)
              .reduce(
                (sum, one) => sum + (one.credit === 'partnerPayable' ? one.book.minor : -one.book.minor),
                0n,
              );
            expect([left, differences]).toEqual([0n, worth - book.minor]);
          }
        },
      ),
    );
  });
});

function inParts(minor: bigint, count: number): bigint[] {
  const part = minor / BigInt(count);
  return Array.from({ length: count }, (_, index) =>
    index + 1 < count ? part : minor - part * BigInt(count - 1),
  );
}
