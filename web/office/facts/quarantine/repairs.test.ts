import { expect, test } from 'vitest';
import { columnsOf, edited, isWrong, repairsOf, textIn, type Waiting } from './repairs.ts';

const error = (at: string, value: string) => ({
  ...{ code: 'line-decimal-invalid', at, facts: { value }, title: '', detail: '' },
  texts: { en: { title: '', detail: '' }, 'zh-CN': { title: '', detail: '' } },
});

const waiting = (row: number, fields: Waiting['fields'], ...errors: ReturnType<typeof error>[]): Waiting => ({
  import: 'I',
  row,
  texts: [],
  fields,
  problem: { type: '', title: '', status: 400, code: '', at: '', errors },
});

const ROW = waiting(3, { document: 'D1', partner: 'P1', netValue: '9' }, error('quantity', 'zwölf'));

test('a cell begins with what was read, or with what was received and could not be', () => {
  expect(textIn(ROW, 'netValue')).toBe('9');
  expect(textIn(ROW, 'quantity')).toBe('zwölf');
  expect(textIn(ROW, 'unit')).toBe('');
  expect([isWrong(ROW, 'quantity'), isWrong(ROW, 'netValue')]).toEqual([true, false]);
});

test('the grid shows what is wrong first, then what tells a row', () => {
  expect(columnsOf([ROW, waiting(4, null, error('row', ''))])).toEqual([
    'quantity',
    'document',
    'partner',
    'netValue',
  ]);
});

test('only what reads otherwise is a repair, and what is written back is none', () => {
  const once = edited(new Map(), ROW, 'quantity', '12');
  expect([...repairsOf(once, [ROW])]).toEqual([['I', [{ row: 3, fields: { quantity: '12' } }]]]);
  expect(edited(once, ROW, 'quantity', 'zwölf').size).toBe(0);
});
