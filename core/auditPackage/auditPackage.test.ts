import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSample } from './drawSample.ts';
import { type Books, type Held, tieOut } from './tieOut.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

describe('a sample', () => {
  const population = Array.from({ length: 200 }, (_, at) => ({ id: `t${at}` }));
  const drawn = (size: number, seed: string, from = population) =>
    drawSample(from, { size, seed }, sha256).map(({ id }) => id);

  it('is the same for a seed, whatever the order, and a larger one holds it', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(population, { minLength: 200 }),
        fc.string(),
        fc.nat(50),
        (all, seed, size) => {
          expect(drawn(size, seed, all)).toEqual(drawn(size, seed));
          expect(drawn(size + 7, seed).slice(0, size)).toEqual(drawn(size, seed));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is another one for another seed, and all where there are no more', () => {
    expect(drawn(10, 'a')).not.toEqual(drawn(10, 'b'));
    expect(drawn(500, 'a')).toHaveLength(200);
    expect(drawn(0, 'a')).toEqual([]);
  });

  it('leaves nobody out: drawn often, each comes about as often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 200; seed += 1)
      for (const id of drawn(20, String(seed))) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(counts.size).toBe(200);
    expect(Math.max(...counts.values())).toBeLessThan(45);
  });
});

describe('a tie-out', () => {
  const held = (account: string, minor: bigint, currency = 'EUR'): Held => ({ account, currency, minor });
  const books: Books = {
    opening: [held('3070', -100n), held('4730', 100n)],
    moved: [{ debitAccount: '4730', creditAccount: '3070', currency: 'EUR', minor: 50n }],
    closing: [held('3070', -150n), held('4730', 150n)],
    subledger: [held('3070', -90n), held('3070', -60n), held('4730', 150n)],
    general: undefined,
  };
  const wrong = (differs: Partial<Books>) =>
    tieOut({ ...books, ...differs }).flatMap(({ account, currency, differences }) =>
      differences.map(({ between, minor }) => `${account} ${currency} ${between} ${minor}`),
    );

  it.each<[string, Partial<Books>, string[]]>([
    ['ties', {}, []],
    ['with the general ledger', { general: books.closing }, []],
    [
      'a cent in the general ledger',
      { general: [held('3070', -149n), held('4730', 150n)] },
      ['3070 EUR generalLedger 1'],
    ],
    ['an account that it lacks', { general: [held('3070', -150n)] }, ['4730 EUR generalLedger -150']],
    ['an account that we lack', { general: [...books.closing, held('9', 5n)] }, ['9 EUR generalLedger 5']],
    [
      'another currency',
      { general: [held('3070', -150n, 'USD'), held('4730', 150n)] },
      ['3070 EUR generalLedger 150', '3070 USD generalLedger -150'],
    ],
    ['a movement that is missing', { moved: [] }, ['3070 EUR movements 50', '4730 EUR movements -50']],
    [
      'a sub-ledger that is short',
      { subledger: [held('3070', -90n), held('4730', 150n)] },
      ['3070 EUR subledger 60'],
    ],
  ])('%s', (_, differs, differences) => {
    expect(wrong(differs)).toEqual(differences);
  });

  it('shows how an account came to what it holds', () => {
    expect(tieOut(books)[0]).toEqual({
      ...{ account: '3070', currency: 'EUR', opening: -100n, debit: 0n, credit: 50n, closing: -150n },
      ...{ subledger: -150n, general: undefined, differences: [] },
    });
  });
});
