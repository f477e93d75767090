import { describe, expect, it } from 'vitest';
import { factMeanings } from './factMeanings.ts';
import { masterMeanings } from './masterMeanings.ts';
import { suggestBy } from './suggestMapping.ts';

const fieldsOf = (meanings: Parameters<typeof suggestBy>[1], headers: string, own = (_: string) => '') =>
  suggestBy(
    headers.split('|').map((name) => ({ name, texts: [] })),
    meanings,
    (name) => own(name) || undefined,
  )
    .map(({ field }) => field)
    .join(' ');

describe('columns of payments and stock', () => {
  it.each([
    [
      'Payment No.|Payment Date|Invoice No.|Amount|Currency|Discount',
      'payment paidOn document amount currency discount',
    ],
    [
      'Zahlungsnummer|Zahlungsdatum|Rechnungsnummer|Betrag|Währung',
      'payment paidOn document amount currency',
    ],
    ['付款单号|付款日期|发票号|金额|币种', 'payment paidOn document amount currency'],
  ])('%s', (headers, expected) => {
    expect(fieldsOf(factMeanings('payments'), headers)).toBe(expected);
  });

  it.each([
    ['Store|Item No.|Date|Qty|UoM|Company', 'location product day quantity unit company'],
    ['Artikelnummer|Menge|Einheit|Datum|Firma', 'product quantity unit day company'],
  ])('%s', (headers, expected) => {
    expect(fieldsOf(factMeanings('stock'), headers)).toBe(expected);
  });

  it.each([
    ['category', 'Code|Name|Parent', 'code name parent'],
    ['price', 'Code|Price|Valid from', 'code price validFrom'],
    ['price', 'Code|Valid to|Price|Valid from', 'code aside price validFrom'],
    ['price', 'Artikel|Preis|Gültig ab|Gültig bis', 'code price validFrom aside'],
    ['price', '编码|价格|生效日期|失效日期', 'code price validFrom aside'],
    ['ownDocument', 'Document No.|Customer', 'code partner'],
  ] as const)('%s: %s', (subject, headers, expected) => {
    expect(fieldsOf(masterMeanings(subject), headers)).toBe(expected);
  });

  it('takes a column that bears the name of a field of ours for that field, and is sure', () => {
    const [column] = suggestBy(
      [{ name: 'documentSource', texts: ['erp'] }],
      factMeanings('payments'),
      () => 'documentSource',
    );
    expect(column).toMatchObject({ field: 'documentSource', isSure: true, why: ['systemName'] });
  });
});
