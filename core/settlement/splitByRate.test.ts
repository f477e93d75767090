import { describe, expect, it } from 'vitest';
import { splitByRate } from './splitByRate.ts';

const rates = (amounts: Record<string, bigint>) => new Map(Object.entries(amounts));

describe('an amount by rates of tax', () => {
  it.each<
    [string, bigint, Record<string, bigint>, Record<string, bigint>, Record<string, bigint> | undefined]
  >([
    ['in proportion', 100n, { '10': 1n, '20': 3n }, {}, { '10': 25n, '20': 75n }],
    ['the largest remainder takes the cent', 100n, { '10': 1n, '20': 2n }, {}, { '10': 33n, '20': 67n }],
    ['less what is documented', 50n, { '10': 1n, '20': 1n }, { '10': 50n }, { '20': 50n }],
    ['moved from one rate to the other', 0n, { '10': 1n }, { '20': 30n }, { '10': 30n, '20': -30n }],
    ['all of it comes back', -30n, {}, { '10': 10n, '20': 20n }, { '10': -10n, '20': -20n }],
    ['a part comes back, and no line is left', -15n, {}, { '10': 10n, '20': 20n }, { '10': -5n, '20': -10n }],
    ['weights that cancel out', 10n, { '10': 5n, '20': -5n }, {}, undefined],
    ['nothing', 0n, {}, {}, {}],
  ])('%s', (_, minor, earned, documented, expected) => {
    const split = splitByRate(minor, rates(earned), rates(documented));
    expect(split && Object.fromEntries(split)).toEqual(expected);
  });
});
