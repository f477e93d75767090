import { expect, it } from 'vitest';
import { invalidAttributes } from './invalidAttributes.ts';

/** "name reason" of each fault. */
const faults = (attributes: Record<string, string>) =>
  invalidAttributes(attributes).map(({ name, reason }) => `${name} ${reason}`);

it.each<[Record<string, string>, string[]]>([
  [{ country: 'DE', anything: '-', 'unit.CS': '12 EA' }, []],
  [{ taxId: 'DE 123456789' }, []],
  [{ taxId: '91110000600037341L' }, []],
  [{ taxId: '12-3456789' }, []],
  [{ taxId: 'x' }, ['taxId tax-id-form']],
  [{ taxId: 'unknown?' }, ['taxId tax-id-form']],
  [{ weight: '0', cost: '0', palletQuantity: '0.5' }, []],
  [{ weight: '1,5' }, ['weight attribute-number']],
  [{ weight: '-1' }, ['weight attribute-number']],
  [{ palletQuantity: '0' }, ['palletQuantity attribute-number']],
  [{ cost: '1.0000000001' }, ['cost attribute-number']],
  [{ price: '9.90 EUR', 'price.claim': '0 USD' }, []],
  [{ price: '9.90' }, ['price price-form']],
  [{ 'price.claim': '-1 EUR' }, ['price.claim price-form']],
  [{ weight: '', taxId: '' }, []],
])('%j: %j', (attributes, expected) => {
  expect(faults(attributes)).toEqual(expected);
});
