import { expect, it } from 'vitest';
import { columnsOf, lineAt } from '../../engine/columnar/lineColumns.ts';
import { tradeLines } from './engineTrade.ts';
import { tradeColumns } from './tradeColumns.ts';

it('draws the columns of the lines that it draws', () => {
  const [drawn, { facts }] = [tradeColumns(7, 3000), columnsOf(tradeLines(7, 3000), false)];
  const lines = Array.from({ length: 3000 }, (_, row) => lineAt(drawn, row));
  expect(lines).toStrictEqual(Array.from({ length: 3000 }, (_, row) => lineAt(facts, row)));
  expect(lines.filter(({ returnOf }) => returnOf !== undefined).length).toBeGreaterThan(0);
});
