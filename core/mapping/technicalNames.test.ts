import { expect, it } from 'vitest';
import { technicalNames } from './technicalNames.ts';

it.each([
  ['VBELN Billing Document', 'vbeln'],
  ['Material (MATNR)', 'matnr'],
  ['VBRP-FKIMG', 'fkimg'],
  ['BillingType_FKART', 'fkart'],
  ['ekbe_menge', 'menge'],
  ['ZZKUNNR', 'kunnr'],
  ['Billed quantity', undefined],
])('%s has the name of a field in it', (name, found) => {
  expect(technicalNames(name)).toEqual(found === undefined ? [] : [found]);
});

it('comes back from a name of many signs, though a field could stand behind each', () => {
  expect(technicalNames(`Material ${'('.repeat(200_000)}`)).toEqual([]);
});
