import { describe, expect, it } from 'vitest';
import { formatDate } from '../calendar/localDate.ts';
import { type StatementTable, statementOf } from './statementTable.ts';

const columns = { bookedOn: 'Day', amount: 'Amount', remittance: 'Text' };
const ABOUT = { id: 'S', account: 'A', currency: 'EUR' };

function read(table: Partial<StatementTable>, texts: Readonly<Record<string, string>>) {
  const whole = { columns, days: 'YYYY-MM-DD', decimals: '.', ...table } as const;
  const done = statementOf(whole, ABOUT, [{ row: 2, texts }]);
  if (!done.ok) return done.refusals.map(({ code, at, facts }) => `${code} ${at} ${facts.field}`);
  return done.value.entries.map(({ bookedOn, minor }) => `${formatDate(bookedOn)} ${minor}`);
}

describe('a row of the table of a bank', () => {
  it.each([
    ['a plain one', {}, { Day: '2026-02-11', Amount: '-1320.00' }, '2026-02-11 -132000'],
    ['an amount with groups', {}, { Day: '2026-02-11', Amount: '1,320.5' }, '2026-02-11 132050'],
    [
      'one as Germans write it',
      { days: 'DD.MM.YYYY', decimals: ',' },
      { Day: '11.02.2026', Amount: '-1.320,00' },
      '2026-02-11 -132000',
    ],
    [
      'one as Americans write it',
      { days: 'MM/DD/YYYY' },
      { Day: '02/11/2026', Amount: '+7' },
      '2026-02-11 700',
    ],
    ['a day without signs', { days: 'YYYYMMDD' }, { Day: '20260211', Amount: '7' }, '2026-02-11 700'],
    [
      'what left',
      { columns: { bookedOn: 'Day', debit: 'Out', credit: 'In' } },
      { Day: '2026-02-11', Out: '7.00', In: '' },
      '2026-02-11 -700',
    ],
    [
      'what left, with a minus',
      { columns: { bookedOn: 'Day', debit: 'Out', credit: 'In' } },
      { Day: '2026-02-11', Out: '-7.00' },
      '2026-02-11 -700',
    ],
    [
      'what came',
      { columns: { bookedOn: 'Day', debit: 'Out', credit: 'In' } },
      { Day: '2026-02-11', Out: '', In: '7.00' },
      '2026-02-11 700',
    ],
    [
      'both',
      { columns: { bookedOn: 'Day', debit: 'Out', credit: 'In' } },
      { Day: '2026-02-11', Out: '1', In: '7' },
      'statement-not-read row 2 amount',
    ],
    ['another day', {}, { Day: '11.02.2026', Amount: '7' }, 'statement-not-read row 2 bookedOn'],
    ['a day that there is not', {}, { Day: '2026-02-30', Amount: '7' }, 'statement-not-read row 2 bookedOn'],
    ['no amount', {}, { Day: '2026-02-11', Amount: '' }, 'statement-not-read row 2 amount'],
    [
      'an amount with the other sign',
      {},
      { Day: '2026-02-11', Amount: '7,00' },
      'statement-not-read row 2 amount',
    ],
    ['a third digit of cents', {}, { Day: '2026-02-11', Amount: '7.001' }, 'statement-not-read row 2 amount'],
    ['nothing at all', {}, { Day: '2026-02-11', Amount: '0.00' }, 'statement-not-read row 2 amount'],
  ] as const)('%s', (_, table, texts, expected) => {
    expect(read(table, texts)).toEqual([expected]);
  });
});
