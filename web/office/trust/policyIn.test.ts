import { expect, it } from 'vitest';
import { USUAL_POLICY } from '../../../core/trust/policy.ts';
import { NEVER, policyIn, USUAL } from './policyIn.ts';

it('offers what the program calls usual', () => {
  expect(USUAL).toEqual(USUAL_POLICY);
});

it('reads what was typed; what is no number is none, and what is left empty never reached', () => {
  const read = policyIn({
    'claim.review': '400',
    'payment.review': ' ',
    'partner.review': '1,000',
    'partner.hold': 'much',
    awaitsScan: 'yes',
  });
  expect(read.thresholds.claim).toEqual({ review: 400, hold: NEVER });
  expect(read.thresholds.partner).toEqual({ review: 1000, hold: 0 });
  expect(read.thresholds.payment).toEqual({ review: NEVER, hold: NEVER });
  expect([read.awaitsScan, read.fourEyes]).toEqual([true, false]);
});
