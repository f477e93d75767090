import { expect, it } from 'vitest';
import { columnProfile } from './columnProfile.ts';
import { findDifferences, findProducts, holdsTax } from './lineArithmetic.ts';

const profiles = (...columns: string[][]) => columns.map((texts) => columnProfile(texts));
const QUANTITY = ['3', '12', '7', '-2', '1'];
const PRICE = ['1,99', '0,335', '10', '4,5', '8'];
const VALUE = ['5,97', '4,02', '70', '-9', '8'];

it('finds quantity × price = amount, to the cent, in the way the numbers are written', () => {
  expect(findProducts(profiles(QUANTITY, PRICE, VALUE))).toEqual([{ a: 0, b: 1, product: 2 }]);
});

it('finds none where rows differ, or where too few say anything', () => {
  expect(findProducts(profiles(QUANTITY, PRICE, ['6', '4', '7', '9', '8']))).toEqual([]);
  expect(findProducts(profiles(['1', '1', '0', '3'], ['2', '3', '4', '2'], ['2', '3', '0', '6']))).toEqual(
    [],
  );
});

it('finds value − discount = net value', () => {
  const net = ['5.00', '3.02', '69', '-9'];
  const columns = profiles(['5.97', '4.02', '70', '-9'], ['0.97', '1', '1', '0'], net);
  expect(findDifferences(columns, [0])).toEqual([
    { whole: 0, less: 1, rest: 2 },
    { whole: 0, less: 2, rest: 1 },
  ]);
});

it.each([
  ['their tax, at 19 % and 7 %', ['119.00', '238.00', '107.00', '595.00'], true],
  ['none of it', ['100.00', '200.00', '100.00', '500.00'], false],
  ['something else', ['123.45', '250.11', '111.11', '600.01'], false],
  ['too little to say', ['1.19', '2.38', '1.07', '5.95'], false],
] as const)('says of amounts that hold %s whether they hold their tax', (_, amounts, is) => {
  const [found, taxes] = profiles([...amounts], ['19.00', '38.00', '7.00', '95.00']);
  expect(found !== undefined && taxes !== undefined && holdsTax(found, taxes)).toBe(is);
});
