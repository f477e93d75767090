import { approvalEvidence, isSamePerson } from '../approvalEvidence.ts';
import type { Detector } from '../detector.ts';
import { amountFact, dayFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { BankChange, HistoryAdjustment, HistoryApproval } from '../history.ts';

/** One person on both sides of a decision: proposed and approved, adjusted and approved, changed an account and confirmed it. Programs aside. */
export const samePersonBothSides: Detector = {
  name: 'samePersonBothSides',
  version: 1,
  group: 'fraud',
  needs: [],
  parameters: [],
  begin: (history) => ({
    end: () => [
      ...history.approvals.filter((one) => isSamePerson(one.proposedBy, one.decidedBy)).map(ofApproval),
      ...history.adjustments
        .filter((one) => one.approvedBy !== undefined && isSamePerson(one.by, one.approvedBy))
        .map(ofAdjustment),
      ...history.bankChanges
        .filter((one) => one.confirmedBy !== undefined && isSamePerson(one.by, one.confirmedBy))
        .map(ofBankChange),
    ],
  }),
};

function ofApproval(one: HistoryApproval): Finding {
  const { object, facts } = approvalEvidence(one);
  return found(samePersonBothSides, {
    object,
    id: one.approval,
    ...(one.partner !== undefined && { partner: one.partner }),
    day: one.day,
    score: one.of === 'payment' || one.of === 'bankChange' ? 820 : 740,
    ...(one.minor !== undefined && { minor: one.minor }),
    ...(one.currency !== undefined && { currency: one.currency }),
    evidence: [{ object, id: one.approval, facts: { ...facts, person: one.decidedBy } }],
  });
}

function ofAdjustment(one: HistoryAdjustment): Finding {
  const facts = {
    person: one.by,
    of: 'adjustment',
    amount: amountFact(one.minor, one.currency),
    day: dayFact(one.day),
  };
  return found(samePersonBothSides, {
    object: 'adjustment',
    id: one.adjustment,
    partner: one.partner,
    day: one.day,
    score: 760,
    minor: Math.abs(one.minor),
    currency: one.currency,
    evidence: [{ object: 'adjustment', id: one.adjustment, facts }],
  });
}

function ofBankChange(one: BankChange): Finding {
  const facts = { person: one.by, of: 'bankChange', day: dayFact(one.day), after: `…${one.after.slice(-4)}` };
  return found(samePersonBothSides, {
    object: 'bankChange',
    id: one.change,
    partner: one.partner,
    day: one.day,
    score: 820,
    evidence: [{ object: 'bankChange', id: one.change, facts }],
  });
}
