import { expect, it } from 'vitest';
import { faultText } from './faultText.ts';

const nameOf = (field: string) => (field === 'invoiceDate' ? 'Invoice date' : field);

it.each([
  ['“2026-02-30” in invoiceDate is not a day.', '“2026-02-30” in Invoice date is not a day.'],
  ['“invoiceDate” in invoiceDate is not a day.', '“invoiceDate” in Invoice date is not a day.'],
  ['invoiceDate 中的“x”不是有效日期。', 'Invoice date 中的“x”不是有效日期。'],
  [
    'The field invoiceDate (column “invoiceDate”) is empty.',
    'The field Invoice date (column “invoiceDate”) is empty.',
  ],
  ['The field invoiceDate is empty.', 'The field Invoice date is empty.'],
  ['A line has no field “invoiceDate”.', 'A line has no field “invoiceDate”.'],
])('names the field of “%s” as the page does', (title, said) => {
  expect(faultText({ title, facts: { field: 'invoiceDate' } }, nameOf)).toBe(said);
});

it('leaves a fault of no field as it is', () => {
  expect(faultText({ title: 'The row is cut.', facts: {} }, nameOf)).toBe('The row is cut.');
});
