import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEDGER_ROLES, type LedgerRole } from './ledgerRole.ts';
import { reversed, type Transfer, transferred } from './transfer.ts';

const about = {
  company: 'EU',
  event: 'accrue',
  currency: 'EUR',
  effectiveOn: 20_454,
  origin: { kind: 'booking', id: 'b1' },
  leg: 'terms',
} as const;
const sides = { debit: 'rebateExpense', credit: 'accruedLiability' } as const;

/** What each account holds after some transfers: debit plus, credit minus. */
function held(transfers: readonly Transfer[]): ReadonlyMap<LedgerRole, bigint> {
  const sums = new Map<LedgerRole, bigint>();
  const put = (role: LedgerRole, minor: bigint) => sums.set(role, (sums.get(role) ?? 0n) + minor);
  for (const { debit, credit, minor } of transfers) {
    put(debit, minor);
    put(credit, -minor);
  }
  return sums;
}

describe('a transfer', () => {
  it('goes from debit to credit, and the other way round below zero', () => {
    expect(transferred(5n, sides, about)).toEqual([{ ...about, ...sides, minor: 5n }]);
    expect(transferred(-5n, sides, about)).toEqual([
      { ...about, debit: 'accruedLiability', credit: 'rebateExpense', minor: 5n },
    ]);
    expect(transferred(0n, sides, about)).toEqual([]);
  });

  it('is taken back by its mirror, which names it', () => {
    const [first] = transferred(7n, sides, about);
    if (first === undefined) throw new Error('no transfer');
    const deed = { origin: { kind: 'reversal', id: 'r1' }, effectiveOn: 20_500 };
    const back = reversed({ ...first, id: 't1' }, deed);
    expect(back).toMatchObject({
      debit: 'accruedLiability',
      credit: 'rebateExpense',
      minor: 7n,
      reverses: 't1',
    });
    expect(back).toMatchObject({ ...deed, company: 'EU', event: 'accrue' });
    expect([...held([first, back]).values()]).toEqual([0n, 0n]);
  });

  it('leaves the books in balance, whatever is posted', () => {
    const role = fc.constantFrom(...(Object.keys(LEDGER_ROLES) as LedgerRole[]));
    const amounts = fc.array(fc.tuple(role, role, fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })));
    fc.assert(
      fc.property(amounts, (drawn) => {
        const posted = drawn.flatMap(([debit, credit, minor]) =>
          transferred(minor, { debit, credit }, about),
        );
        expect(posted.every(({ minor }) => minor > 0n)).toBe(true);
        expect([...held(posted).values()].reduce((sum, minor) => sum + minor, 0n)).toBe(0n);
      }),
    );
  });
});
