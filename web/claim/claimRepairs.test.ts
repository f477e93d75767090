import { expect, it } from 'vitest';
import { columnsOf, edited, repairsOf, type SentRows, wrongElsewhere, wrongIn } from './claimRepairs.ts';

const refusal = (at: string, row?: string) => ({
  ...{ code: 'claim-field-invalid', at, title: 'x', detail: 'y', facts: row === undefined ? {} : { row } },
  texts: { en: { title: 'x', detail: 'y' }, 'zh-CN': { title: 'x', detail: 'y' } },
});
const rowOf = (row: number, reference: string) => ({
  row,
  texts: { reference, agreement: 'A', amount: 'ten', unit: '', product: 'TEA' },
});
const SENT: SentRows = {
  rows: [rowOf(1, 'R-1'), rowOf(2, 'R-1'), rowOf(3, 'R-2')],
  waiting: [1, 2],
  refusals: [refusal('amount', '2'), refusal('unit', '2'), refusal('partner'), refusal('term', '9')],
};
const [first, second] = SENT.rows as [SentRows['rows'][number], SentRows['rows'][number]];

it('shows a row what is wrong with it, or with another row of its claim', () => {
  expect(wrongIn(SENT, second).map(({ at }) => at)).toEqual(['amount', 'unit']);
  expect(wrongIn(SENT, first).map(({ at }) => at)).toEqual(['amount', 'unit']);
  expect(wrongElsewhere(SENT).map(({ at }) => at)).toEqual(['partner', 'term']);
});

it('begins with the columns that are wrong, and shows all of them to whoever asks', () => {
  expect(columnsOf(SENT, false)).toEqual(['amount', 'unit', 'reference', 'agreement']);
  expect(columnsOf(SENT, true)).toEqual(['amount', 'unit', 'reference', 'agreement', 'product']);
});

it('sends what was changed alone: what is written back as it was is no change', () => {
  const one = edited(new Map(), second, 'amount', '10');
  expect(repairsOf(one)).toEqual([{ row: 2, set: { amount: '10' } }]);
  const two = edited(one, second, 'term', 'volume');
  expect(repairsOf(two)).toEqual([{ row: 2, set: { amount: '10', term: 'volume' } }]);
  expect(repairsOf(edited(edited(two, second, 'amount', 'ten'), second, 'term', ''))).toEqual([]);
});
