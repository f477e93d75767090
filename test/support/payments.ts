import { PAYMENT_FORMAT } from '../../core/payment/paymentRules.ts';

/** Rules of payment as tests have them: three days of cooling off, two persons above 10,000. */
export const PAYMENT_RULES = {
  format: PAYMENT_FORMAT,
  coolingOffDays: 3,
  unknownAfterDays: 5,
  limits: [
    {
      currency: 'EUR',
      levels: [
        { upTo: '10000.00', approvals: 1 },
        { upTo: '100000.00', approvals: 2 },
      ],
    },
  ],
};
