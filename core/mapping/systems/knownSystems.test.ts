import { describe, expect, it } from 'vitest';
import { isLineField } from '../../fact/parseLine.ts';
import { bareName } from '../foldedName.ts';
import { KNOWN_SYSTEMS } from './knownSystems.ts';

const DISCOUNT = /^discount(?:Amount|Percent|Fraction)$/;

const tables = KNOWN_SYSTEMS.map(({ names }) =>
  names
    .trim()
    .split('\n')
    .map((line) => line.split(': '))
    .flatMap(([field = '', list = '']) => list.split(', ').map((name) => ({ field, name }))),
);

describe('the tables of systems', () => {
  it('have each name once: of two fields one would never be found', () => {
    const twice = tables.flatMap((table) => {
      const names = table.map(({ name }) => bareName(name));
      const first = new Map(names.map((name, at) => [name, at] as const).reverse());
      return names.filter((name, at) => first.get(name) !== at);
    });
    expect(twice).toEqual([]);
  });

  it('name fields of a line', () => {
    const fields = new Set(tables.flat().map(({ field }) => field.replace('?', '')));
    const strange = [...fields].filter(
      (field) => field !== 'aside' && !isLineField(field) && !DISCOUNT.test(field),
    );
    expect(strange).toEqual([]);
  });

  it('are known by each name once, and by two at least', () => {
    const known = KNOWN_SYSTEMS.flatMap(({ knownBy }) =>
      knownBy === undefined ? [] : [knownBy.split(', ').map(bareName)],
    );
    expect(known.filter((names) => names.length < 2 || new Set(names).size < names.length)).toEqual([]);
  });
});
