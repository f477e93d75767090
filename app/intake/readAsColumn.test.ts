import { expect, it } from 'vitest';
import { refuse } from '../../core/refusal/refusals.ts';
import { readAsColumn } from './readAsColumn.ts';

const unread = (code: 'line-date-unread' | 'line-number-unread', field: string, expected: string) =>
  refuse(code, field, { field, column: 'c', value: '?', expected });

it.each([
  ['line-date-unread', 'day-month-year', '28.02.2025', '2025-02-28'],
  ['line-date-unread', 'day-month-year', '2025-02-28', '2025-02-28'],
  ['line-date-unread', 'month-day-year', '02/28/2025', '2025-02-28'],
  ['line-date-unread', 'day-month-year', '31.02.2025', '31.02.2025'],
  ['line-date-unread', 'serial1900', '45716', '2025-02-28'],
  ['line-number-unread', '1.234,56', '1.234,50', '1234.50'],
  ['line-number-unread', '1.234,56', '12,5', '12.5'],
  ['line-number-unread', '1.234,56', '12.5', '12.5'],
  ['line-number-unread', '1.234,56', '1.234', '1.234'],
  ['line-number-unread', '1,234.56', '1,234.5', '1234.5'],
  ['line-number-unread', '1,234.56', 'many', 'many'],
] as const)('%s of %s reads %s as %s', (code, expected, typed, read) => {
  expect(readAsColumn({ refusals: [unread(code, 'f', expected)] }, { f: typed, other: typed })).toEqual({
    f: read,
    other: typed,
  });
});

it('leaves what was not typed, and what was wrong in another way', () => {
  const refusals = [
    unread('line-date-unread', 'f', 'day-month-year'),
    refuse('line-date-invalid', 'g', { field: 'g', value: '' }),
  ];
  expect(readAsColumn({ refusals }, { g: '28.02.2025' })).toEqual({ g: '28.02.2025' });
});
