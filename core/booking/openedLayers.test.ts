import { describe, expect, it } from 'vitest';
import { differences, type Layer } from './differences.ts';
import { openedLayers } from './openedLayers.ts';

type Amounts = Readonly<Record<string, bigint>>;

const amounts = (entries: Amounts) => new Map(Object.entries(entries));
const layer = (cause: Layer['cause'], targets: Amounts): Layer => ({ cause, targets: amounts(targets) });

/** Every booking as "account delta: cause amount, …". */
function booked(layers: readonly Layer[], openings: Amounts): string[] {
  return differences(openedLayers(layers, amounts(openings)), amounts(openings)).map(
    ({ key, delta, causes }) => {
      return `${key} ${delta}: ${causes.map(({ cause, minor }) => `${cause} ${minor}`).join(', ')}`;
    },
  );
}

describe('the first run after a cut-over', () => {
  const layers = [layer('onTimeLines', { a: 1100n, b: 50n }), layer('returns', { a: 1020n, b: 40n })];

  it.each<[string, Amounts, string[]]>([
    [
      'nothing was taken over',
      {},
      ['a 1020: onTimeLines 1100, returns -80', 'b 40: onTimeLines 50, returns -10'],
    ],
    ['the books of before agree', { a: 1020n, b: 40n }, []],
    ['they had less', { a: 1000n, b: 40n }, ['a 20: adjustments 20']],
    ['they had more', { a: 1021n, b: 40n }, ['a -1: adjustments -1']],
    ['they had nothing and said so', { a: 0n, b: 40n }, ['a 1020: adjustments 1020']],
    ['one account is new', { a: 1020n }, ['b 40: onTimeLines 50, returns -10']],
    ['nothing supports what they had', { a: 1020n, b: 40n, c: 7n }, ['c -7: adjustments -7']],
  ])('books the difference once, by its cause, where %s', (_, openings, expected) => {
    expect(booked(layers, openings)).toEqual(expected);
  });

  it('has what was approved beside the terms in the layer of the same cause', () => {
    const all = [...layers, layer('adjustments', { a: 1050n, b: 45n })];
    expect(booked(all, { a: 1000n })).toEqual([
      'a 50: adjustments 50',
      'b 45: onTimeLines 50, returns -10, adjustments 5',
    ]);
  });

  it('books nothing where nothing is calculated', () => {
    expect(openedLayers([], amounts({ a: 1n }))).toEqual([]);
  });
});
