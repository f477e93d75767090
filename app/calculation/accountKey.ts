import type { Window } from '../../core/calendar/window.ts';
import { dayKey, joinKey } from '../../core/text/key.ts';

/** The account that an earning is booked on, as one sortable text. */
export function accountKey(account: {
  readonly term: string;
  readonly partner: string;
  readonly window: Window;
  readonly currency: string;
}): string {
  const { term, partner, window, currency } = account;
  return joinKey(term, partner, dayKey(window.from), dayKey(window.until), currency);
}
