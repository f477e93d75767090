import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Caller } from '../access/caller.ts';
import type { Scope } from '../access/scope.ts';
import type { Tx } from '../ports.ts';

/** What can wait for somebody, in the order in which it is worth looking at where nothing else decides. */
export const DUTY_KINDS = [
  'jobFailed',
  'scanLate',
  'caseToDecide',
  'paymentRunToApprove',
  'paymentRunToSend',
  'bankChange',
  'settlementToApprove',
  'settlementToIssue',
  'adjustment',
  'proposal',
  'claimToAnswer',
  'dispute',
  'claimLate',
  'quarantine',
  'agreementEnds',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** Something that waits for a decision of somebody. */
export type WaitingDuty = {
  readonly kind: DutyKind;
  /** Of what it is about: its id, or the code of an agreement. */
  readonly id: string;
  /** What people know it by: a code, a reference, the name of a file. */
  readonly about: string;
  readonly agreement?: string;
  readonly partner?: string;
  readonly partnerName?: string;
  readonly amount?: { readonly minor: bigint; readonly currency: string };
  /** How many rows or the like. */
  readonly count?: number;
  readonly since?: Date;
  /** The same where only the day is known. */
  readonly sinceDay?: LocalDate;
  /** The last day on which it can be done in time. */
  readonly due?: LocalDate;
  /** Whether it is for whoever asks: they may do it, and did not propose it themselves. */
  readonly isMine: boolean;
};

export type DutyQuestion = {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly day: LocalDate;
  readonly now: Date;
};

/** So many of one kind are looked at; who has more has other worries than the last of them. */
export const DUTIES_MAX = 200;

/** Whether the caller may do something that another person has proposed. */
export function mayDecide({ scopes, actor }: Caller, scope: Scope, author: string | undefined): boolean {
  return scopes.has(scope) && (author === undefined || author !== actor.id);
}
