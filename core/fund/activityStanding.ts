import type { LocalDate } from '../calendar/localDate.ts';

/**
 * What can happen to an activity. `approved` reserves money of the fund, `claimed` says what it cost and
 * grants a part of that, `settled` pays, `released` gives the rest back: closed, expired, or rejected.
 */
export const ACTIVITY_EVENTS = ['approved', 'rejected', 'claimed', 'settled', 'closed', 'expired'] as const;
export type ActivityEventKind = (typeof ACTIVITY_EVENTS)[number];

/** Units: minor, of the kind: approved, granted of a cost, settled, or released. */
export type ActivityEvent = {
  readonly number: number;
  readonly kind: ActivityEventKind;
  readonly day: LocalDate;
  readonly minor: bigint;
};

export const ACTIVITY_STATES = ['requested', 'approved', 'rejected', 'closed', 'expired'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

/** Units: minor. Law: approved = settled + released + reserved; settled ≤ granted ≤ approved. */
export type ActivityStanding = {
  readonly state: ActivityState;
  readonly approved: bigint;
  readonly granted: bigint;
  readonly settled: bigint;
  readonly released: bigint;
  /** What the fund still keeps for it. */
  readonly reserved: bigint;
};

export function activityStanding(events: readonly ActivityEvent[]): ActivityStanding {
  const sum = (...kinds: readonly ActivityEventKind[]) =>
    events.reduce((total, { kind, minor }) => (kinds.includes(kind) ? total + minor : total), 0n);
  const [approved, granted, settled] = [sum('approved'), sum('claimed'), sum('settled')];
  const released = sum('closed', 'expired');
  return {
    state: stateOf(events),
    approved,
    granted,
    settled,
    released,
    reserved: approved - settled - released,
  };
}

function stateOf(events: readonly ActivityEvent[]): ActivityState {
  const kinds = events.map(({ kind }) => kind);
  return kinds.findLast((kind) => kind !== 'claimed' && kind !== 'settled') ?? 'requested';
}
