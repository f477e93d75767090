import { expect, test } from 'vitest';
import { decodePaymentRules } from '../../../core/payment/paymentRules.ts';
import { levelRows, rulesIn, rulesOf } from './rulesIn.ts';

test('rules in a form are the rules that the server takes, and the other way round', () => {
  const rows = [
    { id: 0, currency: 'eur', upTo: '10,000.00', approvals: '1' },
    { id: 1, currency: 'EUR', upTo: '250000', approvals: '2' },
    { id: 2, currency: 'USD', upTo: '', approvals: '1' },
  ];
  const text = rulesOf({ coolingOffDays: '3', unknownAfterDays: '5' }, rows);
  expect(decodePaymentRules(text)).toMatchObject({ ok: true });
  expect(levelRows(rulesIn(text)).map(({ currency, upTo }) => `${currency} ${upTo}`)).toEqual([
    'EUR 10000.00',
    'EUR 250000',
  ]);
});
