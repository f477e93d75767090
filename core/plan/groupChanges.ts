import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Master } from '../master/master.ts';
import { memberAttribute } from './readAttribute.ts';

/** Some days on which a partner belonged to one group; "" for none. */
export type Membership = { readonly group: string; readonly days: Window };

/**
 * The groups of a partner over some days, in order: the versions of the attribute that names the
 * group are its joining and leaving dates.
 */
export function groupChanges(by: string, partner: string, days: Window, master: Master): Membership[] {
  const starts = (master.partners.get(partner)?.versions ?? [])
    .map(({ validFrom }) => validFrom ?? days.from)
    .filter((day) => days.from < day && day < days.until);
  const bounds: LocalDate[] = [days.from, ...new Set(starts)].sort((a, b) => a - b);
  const memberships: Membership[] = [];
  for (const [index, from] of bounds.entries()) {
    const until = bounds[index + 1] ?? days.until;
    const group = memberAttribute(by, partner, from, master) ?? '';
    const before = memberships.at(-1);
    if (before?.group === group) memberships.splice(-1, 1, { group, days: { ...before.days, until } });
    else memberships.push({ group, days: { from, until } });
  }
  return memberships;
}
