import type { LocalDate } from '../calendar/localDate.ts';
import type { Move } from './standing.ts';
import type { WriteOffApproval } from './writeOffApproval.ts';

/**
 * What can happen to a claim after it was sent. `conceded` and `agreed` end a dispute: the other
 * side grants, or the claimant asks no more. `assigned` says who looks after it, `replied` what was said to it. `returned` takes a receipt back that did not stay.
 */
export const CLAIM_EVENTS = [
  'answered',
  'disputed',
  'assigned',
  'replied',
  'conceded',
  'agreed',
  'received',
  'returned',
  'writeOffAsked',
  'writeOffApproved',
  'writtenOff',
  'writeOffRejected',
  'silence',
  'reminded',
  'commented',
  'attached',
] as const;
export type ClaimEventKind = (typeof CLAIM_EVENTS)[number];

/** One thing that happened, numbered from 1; never changed, and the moves with it. */
export type ClaimEvent = {
  readonly number: number;
  readonly kind: ClaimEventKind;
  /** The day on which it holds. */
  readonly day: LocalDate;
  readonly moves: readonly Move[];
  /** What others call it: a receipt of a bank file, a letter, the event that is taken back. */
  readonly reference?: string;
  /** A write-off that is asked for moves nothing yet. Units: minor. */
  readonly askedMinor?: bigint;
  /** Of a write-off that is asked for, approved on a level, or done. */
  readonly approval?: WriteOffApproval;
};

/** Everything that moved, up to the end of a day where one is named. */
export function movesOf(events: readonly ClaimEvent[], day?: LocalDate): Move[] {
  return events.flatMap((event) => (day === undefined || event.day <= day ? event.moves : []));
}

/** The write-off that was asked for last and neither done nor rejected since. */
export function openWriteOff<Event extends Asked>(events: readonly Event[]): Event | undefined {
  const last = events.findLast(
    ({ kind }) => kind === 'writeOffAsked' || kind === 'writtenOff' || kind === 'writeOffRejected',
  );
  return last?.kind === 'writeOffAsked' ? last : undefined;
}

/** The approvals of it, with the last one that was given. */
export function latestApproval(events: readonly Asked[]): WriteOffApproval | undefined {
  return events.findLast(({ kind }) => kind === 'writeOffAsked' || kind === 'writeOffApproved')?.approval;
}

type Asked = { readonly kind: string; readonly approval?: WriteOffApproval };
