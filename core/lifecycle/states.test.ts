import { describe, expect, it } from 'vitest';
import { agreementOf, dayOf } from '../../test/support/trade.ts';
import {
  AGREEMENT_DEEDS,
  AGREEMENT_STATES,
  type AgreementDeed,
  type AgreementState,
  agreementState,
  mayBegin,
} from './agreementState.ts';
import {
  PROPOSAL_DEEDS,
  PROPOSAL_STATES,
  type ProposalDeed,
  type ProposalState,
  stateAfter,
} from './proposalState.ts';

/** A row for each state and deed: where it leads, or the code of the refusal. */
const PROPOSALS: readonly (readonly [ProposalState, ProposalDeed, string])[] = [
  ['draft', 'save', 'draft'],
  ['draft', 'submit', 'inReview'],
  ['draft', 'recall', 'proposal-not-in-review'],
  ['draft', 'approve', 'proposal-not-in-review'],
  ['draft', 'reject', 'proposal-not-in-review'],
  ['draft', 'withdraw', 'withdrawn'],
  ['inReview', 'save', 'proposal-frozen'],
  ['inReview', 'submit', 'proposal-frozen'],
  ['inReview', 'recall', 'draft'],
  ['inReview', 'approve', 'approved'],
  ['inReview', 'reject', 'draft'],
  ['inReview', 'withdraw', 'withdrawn'],
  ['approved', 'save', 'proposal-closed'],
  ['approved', 'submit', 'proposal-closed'],
  ['approved', 'recall', 'proposal-closed'],
  ['approved', 'approve', 'proposal-closed'],
  ['approved', 'reject', 'proposal-closed'],
  ['approved', 'withdraw', 'proposal-closed'],
  ['withdrawn', 'save', 'proposal-closed'],
  ['withdrawn', 'submit', 'proposal-closed'],
  ['withdrawn', 'recall', 'proposal-closed'],
  ['withdrawn', 'approve', 'proposal-closed'],
  ['withdrawn', 'reject', 'proposal-closed'],
  ['withdrawn', 'withdraw', 'proposal-closed'],
];

const NOT_APPROVED = 'agreement-not-approved';
const OVER = 'agreement-over';

/** In the order of AGREEMENT_DEEDS: amend, supplement, terminate, renew, clone. */
const AGREEMENTS: Readonly<Record<AgreementState, readonly [string, string, string, string, string]>> = {
  draft: [NOT_APPROVED, NOT_APPROVED, NOT_APPROVED, NOT_APPROVED, NOT_APPROVED],
  inReview: [NOT_APPROVED, NOT_APPROVED, NOT_APPROVED, NOT_APPROVED, NOT_APPROVED],
  withdrawn: [NOT_APPROVED, NOT_APPROVED, NOT_APPROVED, NOT_APPROVED, NOT_APPROVED],
  approved: ['amend', 'supplement', 'terminate', 'renew', 'clone'],
  active: ['amend', 'supplement', 'terminate', 'renew', 'clone'],
  expired: ['amend', OVER, OVER, 'renew', 'clone'],
  terminated: ['amend', OVER, OVER, OVER, 'clone'],
};

function saidBy(result: ReturnType<typeof stateAfter> | ReturnType<typeof mayBegin>): string {
  return result.ok ? result.value : (result.refusals[0]?.code ?? '');
}

describe('a proposal', () => {
  it('has a row for every state and deed', () => {
    const pairs = PROPOSALS.map(([state, deed]) => `${state} ${deed}`);
    const all = PROPOSAL_STATES.flatMap((state) => PROPOSAL_DEEDS.map((deed) => `${state} ${deed}`));
    expect(pairs).toEqual(all);
  });

  it.each(PROPOSALS)('%s, %s: %s', (state, deed, expected) => {
    expect(saidBy(stateAfter(state, deed))).toBe(expected);
  });
});

describe('an agreement', () => {
  it.each(AGREEMENT_STATES)('%s allows or refuses each deed', (state) => {
    const said = AGREEMENT_DEEDS.map((deed: AgreementDeed) => saidBy(mayBegin(state, deed)));
    expect(said).toEqual(AGREEMENTS[state]);
  });

  // Valid for the whole of 2026; the last day still belongs to it.
  it.each([
    ['2025-12-31', 'none', 'approved'],
    ['2026-01-01', 'none', 'active'],
    ['2026-12-31', 'none', 'active'],
    ['2027-01-01', 'none', 'expired'],
    ['2026-06-30', '2026-06-30', 'active'],
    ['2026-07-01', '2026-06-30', 'terminated'],
    ['2027-01-01', '2026-06-30', 'terminated'],
    ['2025-12-31', '2026-06-30', 'approved'],
  ])('on %s, terminated on %s, is %s', (day, lastDay, state) => {
    const termination = lastDay === 'none' ? lastDay : { lastDay, openWindows: 'settleToDate' };
    expect(agreementState(agreementOf({}, { termination }), 'approved', dayOf(day))).toBe(state);
  });

  it.each(['draft', 'inReview', 'withdrawn'] as const)(
    'without a text stands where its proposal does: %s',
    (state) => {
      expect(agreementState(undefined, state, dayOf('2026-06-30'))).toBe(state);
    },
  );
});
