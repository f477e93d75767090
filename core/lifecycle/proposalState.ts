import { accept, type RefusalCode, type Result, refuse, refused } from '../refusal/refusals.ts';

/** Where a proposed text stands on its way to becoming a version of its agreement. */
export const PROPOSAL_STATES = ['draft', 'inReview', 'approved', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/**
 * What can be done to a proposal. `recall` takes it back from review to go on writing; `approve` is
 * the last approval, those of the levels before it leave the proposal in review.
 */
export const PROPOSAL_DEEDS = ['save', 'submit', 'recall', 'approve', 'reject', 'withdraw'] as const;
export type ProposalDeed = (typeof PROPOSAL_DEEDS)[number];

const NOT_IN_REVIEW = 'proposal-not-in-review';
const FROZEN = 'proposal-frozen';
const CLOSED = 'proposal-closed';

const CLOSED_TO_ALL = {
  save: CLOSED,
  submit: CLOSED,
  recall: CLOSED,
  approve: CLOSED,
  reject: CLOSED,
  withdraw: CLOSED,
} as const;

const AFTER: Readonly<Record<ProposalState, Readonly<Record<ProposalDeed, ProposalState | RefusalCode>>>> = {
  draft: {
    save: 'draft',
    submit: 'inReview',
    recall: NOT_IN_REVIEW,
    approve: NOT_IN_REVIEW,
    reject: NOT_IN_REVIEW,
    withdraw: 'withdrawn',
  },
  inReview: {
    save: FROZEN,
    submit: FROZEN,
    recall: 'draft',
    approve: 'approved',
    reject: 'draft',
    withdraw: 'withdrawn',
  },
  approved: CLOSED_TO_ALL,
  withdrawn: CLOSED_TO_ALL,
};

/**
 * The state that a deed leads to.
 * Refuses: proposal-not-in-review, proposal-frozen, proposal-closed.
 */
export function stateAfter(state: ProposalState, deed: ProposalDeed): Result<ProposalState> {
  const after = AFTER[state][deed];
  return isState(after) ? accept(after) : refused(refuse(after, 'state', { state }));
}

function isState(value: ProposalState | RefusalCode): value is ProposalState {
  return PROPOSAL_STATES.some((state) => state === value);
}
