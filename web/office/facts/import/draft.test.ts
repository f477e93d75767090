import { describe, expect, test } from 'vitest';
import { constantsOf, descriptionOf, doubledOf, draftOf, type Inspection, isComplete } from './draft.ts';

const column = (name: string, field: string) => ({
  ...{ column: name, field, confidence: 90, isSure: true, why: [] },
  ...{ holds: 'texts' as const, reading: null, asked: null },
});

const INSPECTION: Inspection = {
  name: 'april.csv',
  detection: { format: 'csv' },
  rows: 3,
  isWhole: true,
  columns: [
    column('Beleg', 'document'),
    column('Kunde', 'partner'),
    column('Kundenname', 'partnerName'),
    column('Artikel', 'product'),
    column('Datum', 'invoiceDate'),
    column('Rabatt', 'discountPercent'),
    column('Region (neu)', 'aside'),
  ],
  first: [],
  description: { reading: { delimiter: ';', columns: { Kunde: { number: '1234.56' } } } },
  saved: null,
};

describe('a description in the making', () => {
  test('says what columns say, what is the same in every row, and keeps how the file is written', () => {
    const draft = draftOf('lines', INSPECTION);
    expect(constantsOf(draft)).toEqual(['side', 'company', 'unit', 'currency']);
    const said = { ...draft, constants: { ...draft.constants, company: ' EU ', currency: 'EUR' } };
    const columns = said.columns.map((one) => {
      if (one.column === 'Datum') return { ...one, written: 'day-month-year' };
      return one.column === 'Region (neu)' ? { ...one, field: 'attribute' } : one;
    });
    expect(descriptionOf({ ...said, columns }, INSPECTION)).toEqual({
      format: 'openrebate-lines/v1',
      source: 'april',
      file: 'april.csv',
      reading: {
        delimiter: ';',
        columns: { Kunde: { number: '1234.56' }, Datum: { date: 'day-month-year' } },
      },
      identity: { by: 'occurrence', document: 'Beleg' },
      fields: {
        side: { constant: 'sale' },
        company: { constant: 'EU' },
        unit: { constant: 'EA' },
        currency: { constant: 'EUR' },
        partner: { column: 'Kunde' },
        product: { column: 'Artikel' },
        invoiceDate: { column: 'Datum' },
        'attribute.Region_neu_': { column: 'Region (neu)' },
      },
      discounts: [{ origin: 'rule', code: { constant: 'LINE' }, percent: { column: 'Rabatt' } }],
      names: { partner: { column: 'Kundenname' } },
    });
  });

  test('is whole when nothing is asked, missing or said twice', () => {
    const draft = { ...draftOf('lines', INSPECTION), constants: { side: 'sale', unit: 'EA', company: 'EU' } };
    const nothing = new Map();
    expect(isComplete(draft, nothing)).toBe(false);
    const whole = { ...draft, constants: { ...draft.constants, currency: 'EUR' } };
    expect(isComplete(whole, nothing)).toBe(true);
    expect(isComplete(whole, new Map([['Datum', 'asked']]))).toBe(false);
    const twice = whole.columns.map((one) => ({ ...one, field: 'partner' }));
    expect([...doubledOf({ ...whole, columns: twice })]).toEqual(['partner']);
    expect(isComplete({ ...whole, columns: twice }, nothing)).toBe(false);
  });

  test('of partners is called what its code says where no column is its name', () => {
    const columns = [column('Nr', 'code'), column('Land', 'country')];
    const inspection = { ...INSPECTION, columns, description: {} };
    expect(descriptionOf(draftOf('partner', inspection), inspection)).toEqual({
      format: 'openrebate-master/v1',
      kind: 'partner',
      file: 'april.csv',
      reading: {},
      code: { column: 'Nr' },
      name: { column: 'Nr' },
      attributes: { country: { column: 'Land' } },
    });
  });
});
