import type { Detector } from '../detector.ts';
import type { Evidence, Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { HistoryPartner } from '../history.ts';
import { type RelatedPair, relatedPairs, type Tie } from '../relatedPartners.ts';

/**
 * Partners under different names that share a bank account, a tax id, or two of phone, mail and address. A company and its parent share
 * what they please, as do two that belong to the same one; one address or phone alone is a building.
 */
export const relatedParties: Detector = {
  name: 'relatedParties',
  version: 1,
  group: 'fraud',
  needs: ['partners'],
  parameters: [],
  begin: (history) => ({ end: () => relatedPairs(history).flatMap((pair) => judged(pair)) }),
};

function judged({ a, b, ties }: RelatedPair): Finding[] {
  if (ties.includes('parent')) return [];
  const points = pointsOf(ties, a, b);
  if (points === 0) return [];
  const facts = { ties: ties.join(', '), other: b.partner, otherName: b.name };
  const [first] = [partnerEvidence(a)];
  return [
    found(relatedParties, {
      object: 'partner',
      id: a.partner,
      partner: a.partner,
      score: points,
      evidence: [{ ...first, facts: { ...first.facts, ...facts } }, partnerEvidence(b)],
    }),
  ];
}

/** One company that buys from us and sells to us under one name and tax id is known to everybody. */
function pointsOf(ties: readonly Tie[], a: HistoryPartner, b: HistoryPartner): number {
  const has = (tie: Tie) => ties.includes(tie);
  const isSameName = has('name');
  if (isSameName && (a.kind !== b.kind || ties.length === 1)) return 0;
  // The same company twice in the master data.
  if (isSameName) return has('bankAccount') || has('taxId') ? 420 : 0;
  const others = ties.filter((tie) => tie === 'phone' || tie === 'email' || tie === 'address').length;
  const acrossKinds = a.kind === b.kind ? 0 : 60;
  if (has('bankAccount')) return 780 + others * 30 + acrossKinds + (has('taxId') ? 40 : 0);
  if (has('taxId')) return 680 + others * 40 + acrossKinds;
  return others >= 2 ? 480 + others * 60 + acrossKinds : 0;
}

function partnerEvidence(partner: HistoryPartner): Evidence {
  return {
    object: 'partner',
    id: partner.partner,
    facts: {
      name: partner.name,
      kind: partner.kind,
      ...(partner.taxId !== undefined && { taxId: partner.taxId }),
      ...(partner.address !== undefined && { address: partner.address }),
      ...(partner.phone !== undefined && { phone: partner.phone }),
      // Of an account, its end is enough to compare, and is no secret.
      ...(partner.bankAccounts.length > 0 && {
        accounts: partner.bankAccounts.map((one) => `…${one.slice(-4)}`).join(', '),
      }),
    },
  };
}
