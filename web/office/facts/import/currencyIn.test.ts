import { expect, it } from 'vitest';
import { currencyIn } from './currencyIn.ts';

const heading = (column: string, field = 'netValue') => ({ column, field });

it.each([
  ['Netto EUR', 'EUR'],
  ['NET_VALUE_USD', 'USD'],
  ['Net (CNY)', 'CNY'],
  ['Umsatz €', 'EUR'],
  ['未税金额CNY', undefined],
  ['Net $', undefined],
  ['NETTO', undefined],
  ['Net EUR/USD', undefined],
  ['Net ABC', undefined],
])('%s names %s', (text, currency) => {
  expect(currencyIn([heading('Menge EUR', 'quantity'), heading(text)])).toBe(currency);
});

it('has to be the same in all columns of money', () => {
  expect(currencyIn([heading('Net EUR'), heading('Cost EUR', 'unitCost')])).toBe('EUR');
  expect(currencyIn([heading('Net EUR'), heading('Cost USD', 'unitCost')])).toBeUndefined();
});
