import type { Chance } from '../chance.ts';
import { workdayFrom } from '../draft.ts';

export type Approver = { readonly person: string; readonly limit: number };

export const CLERKS = ['j.bell', 'm.ortiz', 's.nowak', 'p.lind', 'k.adeyemi', 't.rossi'];
/** Limits in minor units, rising. */
export const APPROVERS: readonly Approver[] = [
  { person: 'h.brandt', limit: 100_000 },
  { person: 'c.dupont', limit: 100_000 },
  { person: 'n.walsh', limit: 500_000 },
  { person: 'y.tanaka', limit: 500_000 },
  { person: 'e.moreau', limit: 2_500_000 },
  { person: 'd.okafor', limit: 10_000_000_000 },
];
/** Works where it is day while it is night here. */
export const NIGHT_SHIFT: Approver = { person: 'l.chen', limit: 500_000 };

/** Whoever of the lowest rank that may approve so much; a fifth goes one rank higher. */
export function approverFor(minor: number, chance: Chance): Approver {
  const able = APPROVERS.filter(({ limit }) => limit >= Math.abs(minor));
  const ranks = [...new Set(able.map(({ limit }) => limit))];
  const rank = ranks[chance.happens(0.2) && ranks.length > 1 ? 1 : 0];
  return chance.pick(able.filter(({ limit }) => limit === rank));
}

/** A minute of the day in working hours, fewest at lunch. */
export function workingMinute(chance: Chance): number {
  const minute = chance.whole(8 * 60 + 20, 17 * 60 + 40);
  return minute >= 12 * 60 + 15 && minute < 13 * 60 && chance.happens(0.7) ? minute + 60 : minute;
}

export function workdayAfter(day: number, least: number, most: number, chance: Chance): number {
  return workdayFrom(day + chance.whole(least, most));
}
