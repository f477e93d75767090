import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEDGER_ROLES, type LedgerRole } from '../ledger/ledgerRole.ts';
import { type BookedTransfer, metadataOf } from './bookedTransfer.ts';
import { decodeLedgerTable, LEDGER_TABLE_FORMAT } from './decodeLedgerTable.ts';
import { journalText, nothingDeclared } from './journal.ts';
import { journalAccount } from './journalAccount.ts';
import { OWN_TABLE, tableHeader, tableRows } from './ledgerTable.ts';

const transfer: BookedTransfer = {
  id: 't1',
  number: 12n,
  company: 'EU',
  event: 'accrue',
  debit: 'rebateExpense',
  credit: 'accruedLiability',
  debitAccount: '4730',
  creditAccount: 'accruedLiability',
  minor: 24_827n,
  currency: 'EUR',
  effectiveOn: 20_454,
  bookedOn: 20_457,
  partner: 'P1',
  partnerName: 'Müller; "Tee" | 茶叶',
  subject: { agreement: 'A-001', term: 'volume', window: { from: 20_454, until: 20_819 } },
  cause: 'onTimeLines',
  origin: { kind: 'booking', id: 'b1' },
};

describe('the name of an account in a journal', () => {
  it.each([
    ['4730', 'Expenses:EU:4730'],
    ['rebateExpense', 'Expenses:EU:RebateExpense'],
    ['RebateExpense', 'Expenses:EU:0-0000--0052-ebateExpense'],
    ['47-30', 'Expenses:EU:47-30'],
    ['70 01', 'Expenses:EU:70-0020-01'],
    ['70-0020-01', 'Expenses:EU:70-002D-0020-01'],
    ['返利', 'Expenses:EU:返利'],
    ['abc', 'Expenses:EU:0-0000--0061-bc'],
    ['-1', 'Expenses:EU:0-0000--1'],
    ['a:b', 'Expenses:EU:0-0000--0061--003A-b'],
  ])('%s is %s', (account, name) => {
    expect(journalAccount('EU', account, 'rebateExpense')).toBe(name);
  });

  it('is that of one account only', () => {
    const sign = fc.constantFrom(
      'a',
      'A',
      '0',
      '-',
      ' ',
      'R',
      '2',
      'D',
      '返',
      '😀',
      'rebateExpense',
      '-0020-',
    );
    const text = fc.array(sign, { minLength: 1, maxLength: 6 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [one, other].map((account) => journalAccount('EU', account, 'bank'));
        expect(a === b).toBe(one === other);
        expect(a).toMatch(/^Assets:EU:([A-Z0-9]|[^\x20-\x7f])([A-Za-z0-9-]|[^\x20-\x7f])*$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a journal', () => {
  it('declares what it uses once, and leads back to where each amount comes from', () => {
    const declared = nothingDeclared();
    expect(journalText('hledger', [transfer], declared)).toBe(`commodity 1000.00 EUR
account Expenses:EU:4730  ; account:4730
account Liabilities:EU:AccruedLiability  ; account:accruedLiability

2026-01-04 * (EU/12) P1 Müller%3B "Tee" %7C 茶叶 | accrue A-001 volume
    ; company:EU
    ; number:12
    ; transfer:t1
    ; event:accrue
    ; effective:2026-01-01
    ; partner:P1
    ; agreement:A-001
    ; term:volume
    ; window:2026-01-01..2026-12-31
    ; cause:onTimeLines
    ; origin:booking b1
    Expenses:EU:4730  248.27 EUR
    Liabilities:EU:AccruedLiability  -248.27 EUR

`);
    expect(journalText('hledger', [transfer], declared)).not.toContain('account Expenses');
  });

  it('puts texts into strings where there are strings', () => {
    const text = journalText('beancount', [transfer], nothingDeclared());
    expect(text).toContain('1900-01-01 open Expenses:EU:4730\n  account: "4730"\n');
    expect(text).toContain(
      '2026-01-04 * "P1 Müller; \\"Tee\\" | 茶叶" "accrue A-001 volume"\n  company: "EU"\n',
    );
  });

  it('writes amounts with the places of their currency', () => {
    const text = (currency: string) =>
      journalText('hledger', [{ ...transfer, currency, minor: 10n ** 20n + 5n }], nothingDeclared());
    expect(text('JPY')).toContain('commodity 1000. JPY\n');
    expect(text('JPY')).toContain('  100000000000000000005 JPY\n');
    expect(text('KWD')).toContain('  -100000000000000000.005 KWD\n');
  });
});

describe('a journal of books in one currency', () => {
  const dollars: BookedTransfer = { ...transfer, currency: 'USD', book: { minor: 22_344n, currency: 'EUR' } };

  it.each<[string, Partial<BookedTransfer>, string]>([
    ['their own', { book: { minor: 24_827n, currency: 'USD' } }, '248.27 USD|-248.27 USD'],
    ['another', {}, '248.27 USD @@ 223.44 EUR|-248.27 USD @@ 223.44 EUR'],
    ['a difference between rates', { minor: 0n, event: 'exchange' }, '223.44 EUR|-223.44 EUR'],
  ])('says both currencies of %s', (_, differs, amounts) => {
    const text = journalText('beancount', [{ ...dollars, ...differs }], nothingDeclared());
    const found = text.split('\n').filter((line) => line.startsWith('    ') && /\d [A-Z]{3}$/.test(line));
    expect(found.map((line) => line.trim().replace(/^\S+ +/, '')).join('|')).toBe(amounts);
  });
});

describe('a table', () => {
  const columns = (...fields: string[]) => fields.map((field) => ({ name: field, field }));
  const described = (differs: object) => {
    const all = {
      format: LEDGER_TABLE_FORMAT,
      rows: 'sides',
      decimalMark: ',',
      dates: 'DD.MM.YYYY',
      accounts: [],
    };
    const decoded = decodeLedgerTable({ ...all, columns: columns('account'), ...differs });
    return decoded.ok ? decoded.value : decoded.refusals.map(({ code, at }) => `${code} ${at}`);
  };

  it('has a row for each transfer', () => {
    expect(tableHeader(OWN_TABLE).slice(0, 4)).toEqual(['number', 'transfer', 'company', 'bookedOn']);
    const [row] = tableRows(OWN_TABLE, transfer);
    expect(row?.slice(0, 13)).toEqual([
      ...['12', 't1', 'EU', '2026-01-04', '2026-01-01', 'accrue', 'accrue A-001 volume'],
      ...['4730', 'accruedLiability', 'rebateExpense', 'accruedLiability', '248.27', 'EUR'],
    ]);
    expect(row?.slice(13)).toEqual([
      ...['P1', 'Müller; "Tee" | 茶叶', 'A-001', 'volume', '2026-01-01', '2026-12-31', 'onTimeLines'],
      ...['booking', 'b1', '', '', '', '', ''],
    ]);
    const dollars = { ...transfer, currency: 'USD', book: { minor: 22_344n, currency: 'EUR' } };
    const ofItem = { ...dollars, item: 's1' };
    expect(tableRows(OWN_TABLE, ofItem)[0]?.slice(-3)).toEqual(['223.44', 'EUR', 's1']);
    expect(Object.fromEntries(metadataOf(ofItem)).item).toBe('s1');
  });

  it('or one for each of its sides, as another system wants it', () => {
    const table = described({
      columns: [
        { name: 'Belegart', text: 'SA' },
        ...columns(
          'account',
          'contraAccount',
          'debit',
          'credit',
          'signed',
          'side',
          'type',
          'role',
          'bookedOn',
        ),
      ],
      accounts: [{ ours: '4730', theirs: '0000473000' }],
    });
    if (Array.isArray(table)) throw new Error(table.join());
    expect(tableRows(table as typeof OWN_TABLE, transfer)).toEqual([
      [
        'SA',
        '0000473000',
        'accruedLiability',
        '248,27',
        '',
        '248,27',
        'D',
        'expense',
        'rebateExpense',
        '04.01.2026',
      ],
      [
        'SA',
        'accruedLiability',
        '0000473000',
        '',
        '248,27',
        '-248,27',
        'C',
        'liability',
        'accruedLiability',
        '04.01.2026',
      ],
    ]);
  });

  it.each([
    ['YYYYMMDD', '20260104'],
    ['DD/MM/YYYY', '04/01/2026'],
    ['MM/DD/YYYY', '01/04/2026'],
  ])('writes days as %s', (dates, day) => {
    const table = described({ rows: 'transfers', dates, columns: columns('bookedOn') });
    expect(tableRows(table as typeof OWN_TABLE, transfer)).toEqual([[day]]);
  });

  it.each([
    [{ rows: 'rows' }, 'agreement-value-not-allowed rows'],
    [{ columns: columns('amounts') }, 'agreement-value-not-allowed columns[0].field'],
    [{ columns: [] }, 'agreement-list-empty columns'],
    [{ rows: 'transfers' }, 'ledger-table-side-needed columns[0].field'],
    [
      {
        accounts: [
          { ours: '1', theirs: '2' },
          { ours: '1', theirs: '3' },
        ],
      },
      'agreement-entry-repeated accounts[1].ours',
    ],
  ])('is refused where it says %j', (differs, refusal) => {
    expect(described(differs)).toEqual([refusal]);
  });

  it('has a text for every column, whatever a transfer leaves out', () => {
    const roles = Object.keys(LEDGER_ROLES) as LedgerRole[];
    const bare = { ...transfer, debit: roles[0] as LedgerRole };
    for (const name of ['partner', 'partnerName', 'subject', 'cause'] as const)
      delete (bare as { [name]?: unknown })[name];
    expect(tableRows(OWN_TABLE, bare)[0]?.every((text) => typeof text === 'string')).toBe(true);
  });
});
