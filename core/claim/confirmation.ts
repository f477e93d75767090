import { accept, type Result, refuse, refused } from '../refusal/refusals.ts';

/**
 * What can happen to a balance that a partner was asked to confirm. A contested one is a dispute of the
 * statement: somebody looks after it, something is said to it, and it is resolved.
 */
export const CONFIRMATION_EVENTS = ['confirmed', 'contested', 'assigned', 'replied', 'resolved'] as const;
export type ConfirmationEventKind = (typeof CONFIRMATION_EVENTS)[number];

export const CONFIRMATION_STATES = ['sent', 'confirmed', 'contested', 'resolved'] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];

export function confirmationState(kinds: readonly ConfirmationEventKind[]): ConfirmationState {
  const last = kinds.findLast((kind) => kind !== 'assigned' && kind !== 'replied');
  return last === undefined ? 'sent' : (last as ConfirmationState);
}

/** Which states each event may follow: an answer comes once, and only what is contested is argued about. */
const AFTER: Readonly<Record<ConfirmationEventKind, readonly ConfirmationState[]>> = {
  confirmed: ['sent'],
  contested: ['sent'],
  assigned: ['contested'],
  replied: ['contested'],
  resolved: ['contested'],
};

/** Refuses: confirmation-state (confirmationState). */
export function nextState(
  kinds: readonly ConfirmationEventKind[],
  kind: ConfirmationEventKind,
): Result<ConfirmationState> {
  const state = confirmationState(kinds);
  if (AFTER[kind].includes(state)) return accept(confirmationState([...kinds, kind]));
  return refused(refuse('confirmation-state', 'id', { confirmationState: state }));
}
