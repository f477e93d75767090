import { formatDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';

/** A window as people write it: its first and its last day. */
export function windowJson(window: Window): { firstDay: string; lastDay: string } {
  return { firstDay: formatDate(window.from), lastDay: formatDate(window.until - 1) };
}
