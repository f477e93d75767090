import { describe, expect, test } from 'vitest';
import { choicesMeant } from './choices.ts';

const PARTNERS = [
  { id: 'AW0001', name: 'Bike World' },
  { id: 'AW0002', name: 'World of Bikes' },
  { id: 'NW0001', name: '北京贸易' },
];
const meant = (typed: string) => choicesMeant(PARTNERS, typed).map(({ id }) => id);

describe('what is typed', () => {
  test.each([
    ['', ['AW0001', 'AW0002', 'NW0001']],
    ['bike', ['AW0001', 'AW0002']],
    ['world', ['AW0002', 'AW0001']],
    ['aw0002', ['AW0002']],
    [' NW ', ['NW0001']],
    ['北京', ['NW0001']],
    ['nobody', []],
  ])('"%s" may mean %j', (typed, ids) => {
    expect(meant(typed)).toEqual(ids);
  });

  test('of very many only as many are shown as somebody looks through', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      id: String(index),
      name: `Partner ${index}`,
    }));
    expect(choicesMeant(many, 'partner')).toHaveLength(50);
  });
});
