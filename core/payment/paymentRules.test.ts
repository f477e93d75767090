import { describe, expect, it } from 'vitest';
import { decodePaymentRules, PAYMENT_FORMAT } from './paymentRules.ts';

const rulesText = (differs: object = {}) => ({
  format: PAYMENT_FORMAT,
  coolingOffDays: 3,
  unknownAfterDays: 5,
  limits: [
    {
      currency: 'EUR',
      levels: [
        { upTo: '10000.00', approvals: 1 },
        { upTo: '250000', approvals: 2 },
      ],
    },
  ],
  ...differs,
});
const limits = (...levels: readonly object[]) => ({ limits: [{ currency: 'EUR', levels }] });

function refusalsOf(text: unknown): string[] {
  const decoded = decodePaymentRules(text);
  return decoded.ok ? [] : decoded.refusals.map(({ code, at }) => `${code} ${at}`);
}

describe('the text of payment rules', () => {
  it.each<[string, object]>([
    ['it is whole', {}],
    ['no day of cooling off is wanted', { coolingOffDays: 0 }],
    [
      'more is paid with as many persons',
      limits({ upTo: '9', approvals: 2 }, { upTo: '9.01', approvals: 2 }),
    ],
  ])('is taken where %s', (_, differs) => {
    expect(refusalsOf(rulesText(differs))).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['days that are a text', { coolingOffDays: '3' }, 'agreement-field-type coolingOffDays'],
    ['a day too few', { unknownAfterDays: 0 }, 'agreement-value-not-allowed unknownAfterDays'],
    ['nothing that may be paid', { limits: [] }, 'agreement-list-empty limits'],
    [
      'nobody who approves',
      limits({ upTo: '9', approvals: 0 }),
      'agreement-value-not-allowed limits[0].levels[0].approvals',
    ],
    [
      'a level that is no higher',
      limits({ upTo: '10', approvals: 1 }, { upTo: '10.00', approvals: 2 }),
      'payment-limits-not-rising limits[0].levels[1]',
    ],
    [
      'fewer persons for more',
      limits({ upTo: '10', approvals: 2 }, { upTo: '11', approvals: 1 }),
      'payment-limits-not-rising limits[0].levels[1]',
    ],
    [
      'a currency twice',
      { limits: [...rulesText().limits, ...rulesText().limits] },
      'agreement-id-repeated limits[1].currency',
    ],
    [
      'an unknown currency',
      { limits: [{ ...rulesText().limits[0], currency: 'EURO' }] },
      'agreement-currency-unknown limits[0].currency',
    ],
  ])('is refused with %s', (_, differs, expected) => {
    expect(refusalsOf(rulesText(differs))).toEqual([expected]);
  });
});
