import { describe, expect, it } from 'vitest';
import type { Cause } from './cause.ts';
import { CAUSES } from './cause.ts';
import { differences, type Layer } from './differences.ts';

type Amounts = Readonly<Record<string, bigint>>;

function layersOf(...layers: readonly (readonly [Cause, Amounts])[]): Layer[] {
  return layers.map(([cause, targets]) => ({ cause, targets: new Map(Object.entries(targets)) }));
}

function booked(amounts: Amounts): Map<string, bigint> {
  return new Map(Object.entries(amounts));
}

describe('what there is to book', () => {
  it('is the target less what is booked, by the causes that changed it', () => {
    const layers = layersOf(
      ['onTimeLines', { a: 100n }],
      ['lateLines', { a: 130n }],
      ['corrections', { a: 130n }],
      ['returns', { a: 120n }],
    );
    expect(differences(layers, booked({ a: 90n }))).toEqual([
      {
        key: 'a',
        target: 120n,
        booked: 90n,
        delta: 30n,
        causes: [
          { cause: 'onTimeLines', minor: 10n },
          { cause: 'lateLines', minor: 30n },
          { cause: 'returns', minor: -10n },
        ],
      },
    ]);
  });

  it('is nothing where the causes cancel out, or nothing changed', () => {
    const cancelling = layersOf(['lateLines', { a: 15n }], ['returns', { a: 10n }]);
    expect(differences(cancelling, booked({ a: 10n }))).toEqual([]);
    expect(differences(layersOf(['returns', { a: 10n, b: 0n }]), booked({ a: 10n }))).toEqual([]);
    expect(differences([], booked({ a: 10n }))).toEqual([]);
  });

  it('takes back what no line supports any more', () => {
    expect(differences(layersOf(['terms', {}]), booked({ a: 10n }))).toEqual([
      { key: 'a', target: 0n, booked: 10n, delta: -10n, causes: [{ cause: 'terms', minor: -10n }] },
    ]);
  });

  it('is in the order of the accounts, whatever the order of the amounts', () => {
    const layers = layersOf(['onTimeLines', { c: 3n, a: 1n }], ['lateLines', { b: 2n, a: 1n }]);
    const found = differences(layers, booked({ d: 4n }));
    expect(found.map(({ key, delta }) => [key, delta])).toEqual([
      ['a', 1n],
      ['b', 2n],
      ['d', -4n],
    ]);
    expect(found[2]?.causes).toEqual([{ cause: 'onTimeLines', minor: -4n }]);
  });

  it('refuses causes in another order than the list has, since each amount depends on it', () => {
    const turned = layersOf(['returns', { a: 1n }], ['lateLines', { a: 2n }]);
    expect(() => differences(turned, booked({}))).toThrow('lateLines after returns');
    const twice = layersOf(['returns', { a: 1n }], ['returns', { a: 2n }]);
    expect(() => differences(twice, booked({}))).toThrow('returns after returns');
    expect(
      differences(layersOf(...CAUSES.map((cause) => [cause, { a: 1n }] as const)), booked({})),
    ).toHaveLength(1);
  });
});
