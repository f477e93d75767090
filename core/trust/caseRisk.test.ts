import fc from 'fast-check';
import { expect, it } from 'vitest';
import { caseRisk } from './caseRisk.ts';
import type { Finding } from './finding.ts';

const finding = (detector: Finding['detector'], score: number, more: Partial<Finding> = {}): Finding => ({
  ...{ detector, version: 1, group: 'fraud', object: 'claim', id: 'C1', partner: 'P1', score, evidence: [] },
  ...more,
});
const CLAIM = { object: 'claim', id: 'C1', partner: 'P1' } as const;
const onPartner = finding('relatedParties', 800, { object: 'partner', id: 'P1' });

it('says nothing of a claim by its partner alone', () => {
  expect(caseRisk(CLAIM, { own: [], ofPartner: [onPartner] })).toEqual({ score: 0, fraud: 0 });
});

it('rises with what is found about the partner', () => {
  const own = [finding('claimedTwice', 500)];
  expect(caseRisk(CLAIM, { own, ofPartner: [] })).toMatchObject({ score: 500, fraud: 500 });
  expect(caseRisk(CLAIM, { own, ofPartner: [onPartner] })).toMatchObject({ score: 700, fraud: 700 });
});

it('weighs what was left on the table as worth a look, and never as fraud', () => {
  const own = [finding('unclaimedRebate', 900, { group: 'leakage', minor: 500, currency: 'EUR' })];
  expect(caseRisk(CLAIM, { own, ofPartner: [] })).toEqual({
    score: 900,
    fraud: 0,
    minor: 500,
    currency: 'EUR',
  });
});

it('is never less than its strongest finding, but for certainty, and never more than 1000', () => {
  const scores = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(scores, (found) => {
      const names = ['claimedTwice', 'duplicateClaims', 'oddClaims'] as const;
      const own = found.map((score, index) => finding(names[index] ?? 'oddClaims', score));
      const { score } = caseRisk(CLAIM, { own, ofPartner: [] });
      expect(score).toBeGreaterThanOrEqual(Math.min(990, Math.max(...found)));
      expect(score).toBeLessThanOrEqual(1000);
    }),
  );
});
