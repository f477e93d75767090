import type { Agreement } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { accept, type RefusalCode, type Result, refuse, refused } from '../refusal/refusals.ts';
import type { ProposalState } from './proposalState.ts';

/**
 * Where an agreement stands on a day. Before its first approved text it stands where the newest
 * proposal of it does; from then on the state follows from its dates and is stored nowhere.
 */
export const AGREEMENT_STATES = [
  'draft',
  'inReview',
  'withdrawn',
  'approved',
  'active',
  'expired',
  'terminated',
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** What can be done with an agreement; each of them begins a proposal. */
export const AGREEMENT_DEEDS = ['amend', 'supplement', 'terminate', 'renew', 'clone'] as const;
export type AgreementDeed = (typeof AGREEMENT_DEEDS)[number];

type Allowed = 'allowed' | RefusalCode;
type Deeds = Readonly<Record<AgreementDeed, Allowed>>;

const NOT_APPROVED: Deeds = {
  amend: 'agreement-not-approved',
  supplement: 'agreement-not-approved',
  terminate: 'agreement-not-approved',
  renew: 'agreement-not-approved',
  clone: 'agreement-not-approved',
};

const RUNNING: Deeds = {
  amend: 'allowed',
  supplement: 'allowed',
  terminate: 'allowed',
  renew: 'allowed',
  clone: 'allowed',
};

/** A new version may correct the past of an agreement that is over; nothing new can begin in it. */
const OVER: Deeds = { ...RUNNING, supplement: 'agreement-over', terminate: 'agreement-over' };

const DEEDS: Readonly<Record<AgreementState, Deeds>> = {
  draft: NOT_APPROVED,
  inReview: NOT_APPROVED,
  withdrawn: NOT_APPROVED,
  approved: RUNNING,
  active: RUNNING,
  expired: OVER,
  terminated: { ...OVER, renew: 'agreement-over' },
};

/**
 * The state of an agreement on a day: by its text in force, or, without one, by its newest proposal.
 * Units: days; the last day of the validity, or of a termination, still belongs to it.
 */
export function agreementState(
  inForce: Pick<Agreement, 'validity' | 'termination'> | undefined,
  newest: ProposalState,
  day: LocalDate,
): AgreementState {
  if (inForce === undefined) return newest;
  const { validity, termination } = inForce;
  if (termination !== 'none' && day > termination.lastDay) return 'terminated';
  if (day >= validity.until) return 'expired';
  return day < validity.from ? 'approved' : 'active';
}

/**
 * Whether a deed may begin in a state.
 * Refuses: agreement-not-approved, agreement-over.
 */
export function mayBegin(state: AgreementState, deed: AgreementDeed): Result<AgreementDeed> {
  const allowed = DEEDS[state][deed];
  return allowed === 'allowed' ? accept(deed) : refused(refuse(allowed, 'state', { state }));
}
