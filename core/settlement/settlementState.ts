import { accept, type RefusalCode, type Result, refuse, refused } from '../refusal/refusals.ts';

/**
 * Where a settlement stands. `awaitingNumber`: approved and handed over, its number comes from another
 * system. What is paid is told by payments, not here.
 */
export const SETTLEMENT_STATES = [
  'proposed',
  'approved',
  'awaitingNumber',
  'issued',
  'cancelled',
  'rejected',
] as const;
export type SettlementState = (typeof SETTLEMENT_STATES)[number];

/** What can be done to a settlement. `approve` is the last approval that it needs. */
export const SETTLEMENT_DEEDS = ['approve', 'reject', 'issue', 'handOver', 'number', 'cancel'] as const;
export type SettlementDeed = (typeof SETTLEMENT_DEEDS)[number];

const NOT_PROPOSED = 'settlement-not-proposed';
const NOT_APPROVED = 'settlement-not-approved';
const NOT_AWAITING = 'settlement-not-awaiting-number';
const NOT_ISSUED = 'settlement-not-issued';
const CLOSED = 'settlement-closed';

type After = Readonly<Record<SettlementDeed, SettlementState | RefusalCode>>;

const CLOSED_TO_ALL: After = {
  approve: CLOSED,
  reject: CLOSED,
  issue: CLOSED,
  handOver: CLOSED,
  number: CLOSED,
  cancel: CLOSED,
};

const AFTER: Readonly<Record<SettlementState, After>> = {
  proposed: {
    approve: 'approved',
    reject: 'rejected',
    issue: NOT_APPROVED,
    handOver: NOT_APPROVED,
    number: NOT_AWAITING,
    cancel: NOT_ISSUED,
  },
  approved: {
    approve: NOT_PROPOSED,
    reject: 'rejected',
    issue: 'issued',
    handOver: 'awaitingNumber',
    number: NOT_AWAITING,
    cancel: NOT_ISSUED,
  },
  awaitingNumber: {
    approve: NOT_PROPOSED,
    reject: NOT_PROPOSED,
    issue: NOT_APPROVED,
    handOver: NOT_APPROVED,
    number: 'issued',
    cancel: NOT_ISSUED,
  },
  issued: {
    approve: NOT_PROPOSED,
    reject: NOT_PROPOSED,
    issue: NOT_APPROVED,
    handOver: NOT_APPROVED,
    number: NOT_AWAITING,
    cancel: 'cancelled',
  },
  cancelled: CLOSED_TO_ALL,
  rejected: CLOSED_TO_ALL,
};

/** The state that a deed leads to. Refuses: settlement-not-proposed, -not-approved, -not-awaiting-number, -not-issued, -closed. */
export function settlementAfter(state: SettlementState, deed: SettlementDeed): Result<SettlementState> {
  const after = AFTER[state][deed];
  return isState(after) ? accept(after) : refused(refuse(after, 'state', { settlementState: state }));
}

function isState(value: SettlementState | RefusalCode): value is SettlementState {
  return SETTLEMENT_STATES.some((state) => state === value);
}
