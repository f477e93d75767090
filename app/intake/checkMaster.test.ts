import { expect, it } from 'vitest';
import { masterOfTexts } from '../../test/support/trade.ts';
import type { MasterRow } from '../ports.ts';
import { checkMaster } from './checkMaster.ts';

const KNOWN = masterOfTexts({ partners: { HQ: {}, SHOP: { parent: 'HQ' } }, categories: { drinks: {} } });
const row = (kind: MasterRow['kind'], code: string, attributes: Record<string, string>): MasterRow => ({
  kind,
  code,
  name: code,
  attributes,
});

it.each<[string, MasterRow[], string[]]>([
  ['a new one below a known one', [row('partner', 'NEW', { parent: 'SHOP' })], []],
  [
    'two new ones',
    [row('category', 'green', { parent: 'tea' }), row('category', 'tea', { parent: 'drinks' })],
    [],
  ],
  ['one above that has no record', [row('partner', 'NEW', { parent: 'X' })], []],
  ['a round', [row('partner', 'HQ', { parent: 'SHOP' })], ['partner HQ parent SHOP parent-cycle']],
  ['a product has no tree of its own', [row('product', 'A', { parent: 'X' })], []],
  ['a weight', [row('product', 'A', { weight: 'heavy' })], ['product A weight heavy attribute-number']],
  ['a price', [row('price', 'L/A', { price: '9' })], ['price L/A price 9 price-form']],
  ['a rate is looked at elsewhere', [row('rate', 'USD/EUR', { price: 'x' })], []],
])('%s', (_, rows, expected) => {
  const found = checkMaster(rows, KNOWN)
    .flat()
    .map(({ at, facts }) => `${at} ${facts.field} ${facts.value} ${facts.reason}`);
  expect(found).toEqual(expected);
});
