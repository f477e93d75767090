import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stillOpen, sumOf } from './stillOpen.ts';

type Amounts = Readonly<Record<string, bigint>>;

const of = (amounts: Amounts) => new Map(Object.entries(amounts));
const open = (borne: Amounts, before: Amounts, settled: bigint) =>
  Object.fromEntries(stillOpen({ settling: 'HQ', borne: of(borne), open: of(before) }, settled));

describe('what each company has open', () => {
  const borne = { DE: 1200n, FR: 1800n };

  it.each<[string, Amounts, Amounts, bigint, Amounts]>([
    ['nothing is settled', borne, borne, 0n, borne],
    ['all is settled', borne, borne, 3000n, { DE: 0n, FR: 0n }],
    ['a part is settled', borne, borne, 1000n, { DE: 800n, FR: 1200n }],
    ['the cents do not divide', borne, borne, 2999n, { DE: 0n, FR: 1n }],
    ['only one has something open', borne, { DE: 0n, FR: 200n }, 150n, { DE: 0n, FR: 50n }],
    ['more is settled than is open', borne, { DE: 0n, FR: 200n }, 250n, { DE: 0n, FR: 0n, HQ: -50n }],
    ['what is open cancels out', borne, { DE: 7n, FR: -7n }, 0n, { DE: 0n, FR: 0n }],
    ['all is taken back', borne, { DE: 0n, FR: 0n }, -3000n, { DE: 1200n, FR: 1800n }],
    ['a part is taken back', borne, { DE: 0n, FR: 0n }, -500n, { DE: 200n, FR: 300n }],
    ['too much was settled and is invoiced', borne, { DE: -200n, FR: 0n }, -200n, { DE: 0n, FR: 0n }],
    ['amounts are below zero', { DE: -10n, FR: -20n }, { DE: -10n, FR: -20n }, -15n, { DE: -5n, FR: -10n }],
    ['nothing was ever recognised', {}, {}, 5n, { HQ: -5n }],
  ])('where %s', (_, recognised, before, settled, after) => {
    expect(open(recognised, before, settled)).toEqual(after);
  });

  it('sums to what was open less what is settled, in whatever order companies stand', () => {
    const minor = fc.bigInt({ min: -500n, max: 2000n });
    const company = fc.record({ code: fc.constantFrom('DE', 'FR', 'HQ', 'IT'), borne: minor, open: minor });
    const drawn = fc.uniqueArray(company, { minLength: 1, maxLength: 4, selector: ({ code }) => code });
    fc.assert(
      fc.property(drawn, minor, (companies, settled) => {
        const found = (all: typeof companies) =>
          stillOpen(
            {
              settling: 'HQ',
              borne: new Map(all.map((entry) => [entry.code, entry.borne])),
              open: new Map(all.map((entry) => [entry.code, entry.open])),
            },
            settled,
          );
        const after = found(companies);
        const before = companies.reduce((sum, entry) => sum + entry.open, 0n);
        expect(sumOf(after)).toBe(before - settled);
        expect(new Map([...found(companies.toReversed())].sort())).toEqual(new Map([...after].sort()));
      }),
    );
  });
});
