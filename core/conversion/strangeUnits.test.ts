import { expect, it } from 'vitest';
import { strangeUnits, type UnitUse } from './strangeUnits.ts';

const record = (attributes: Readonly<Record<string, string>>) => ({
  code: 'A',
  versions: [{ name: 'A', attributes }],
});
const PACKED = new Map([['A', record({ 'unit.CS': '12 EA' })]]);
const BARE = new Map([['A', record({})]]);
const NONE: ReadonlySet<string> = new Set();
const EA: ReadonlySet<string> = new Set(['EA']);

/** "A EA 3" is three lines of A in EA. */
const uses = (...said: readonly string[]): readonly UnitUse[] =>
  said.map((one) => {
    const [product = '', unit = '', lines = ''] = one.split(' ');
    return { product, unit, lines: Number(lines) };
  });

it.each([
  ['the first lines say what is usual', uses('A EA 3', 'B KGM 1'), BARE, undefined, []],
  ['a product in two units without a way', uses('A EA 3', 'A STK 1'), BARE, undefined, ['STK 1 A']],
  ['a product in two units with a way', uses('A EA 3', 'A CS 1'), PACKED, undefined, []],
  ['the unit of earlier lines is at home', uses('A EA 1', 'A STK 3'), BARE, EA, ['STK 3 A']],
  ['a unit that earlier lines have', uses('A EA 1'), BARE, EA, []],
  ['a unit that nobody has ever said', uses('A STK 2', 'B STK 1'), BARE, NONE, ['STK 3 A B']],
  ['a unit that only master data say', uses('A CS 1'), PACKED, NONE, []],
  ['the unit that a factor ends in', uses('A EA 1'), PACKED, NONE, []],
  ['what one product says is not said of another', uses('B CS 1'), PACKED, NONE, ['CS 1 B']],
  ['as frequent, the first by name is at home', uses('A STK 1', 'A EA 1'), BARE, undefined, ['STK 1 A']],
  ['the most frequent first', uses('A X 1', 'B Y 2'), BARE, NONE, ['Y 2 B', 'X 1 A']],
] as const)('%s', (_, lines, products, known, found) => {
  const said = strangeUnits(lines, products, known);
  expect(said.map((one) => [one.unit, one.lines, ...one.products].join(' '))).toEqual(found);
});
