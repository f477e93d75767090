import { expect, it } from 'vitest';
import { USUAL_POLICY } from '../../../core/trust/policy.ts';
import { policyIn, USUAL } from './policyIn.ts';

it('offers what the program calls usual', () => {
  expect(USUAL).toEqual(USUAL_POLICY);
});

it('reads what was typed; what is no number is none', () => {
  const read = policyIn({
    'claim.review': '400',
    'claim.hold': '1,001',
    'partner.hold': 'much',
    awaitsScan: 'yes',
  });
  expect(read.thresholds.claim).toEqual({ review: 400, hold: 1001 });
  expect(read.thresholds.partner).toEqual({ review: 0, hold: 0 });
  expect([read.awaitsScan, read.fourEyes]).toEqual([true, false]);
});
