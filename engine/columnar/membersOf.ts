import type { Window } from '../../core/calendar/window.ts';
import { isMember, type MemberDays } from '../../core/plan/memberDays.ts';

/** Partners or products by their codes in the columns, in order: members on every day, and on some days only. */
export type ColumnMembers = { readonly always: Uint32Array; readonly atTimes: Uint32Array };

/** Those of the columns that are members on some day; with `isCurrent`, as master data stands now. */
export function membersOf(
  members: MemberDays,
  codes: ReadonlyMap<string, number>,
  isCurrent: boolean,
): ColumnMembers {
  const [always, atTimes]: [number[], number[]] = [[], []];
  for (const [text, windows] of members.days) {
    const code = windows.length === 0 ? undefined : codes.get(text);
    if (code === undefined) continue;
    if (isCurrent ? isMember(members, text, undefined) : isEver(windows)) always.push(code);
    else if (!isCurrent) atTimes.push(code);
  }
  if (members.others) {
    for (const [text, code] of codes) if (!members.days.has(text)) always.push(code);
  }
  return { always: new Uint32Array(always).sort(), atTimes: new Uint32Array(atTimes).sort() };
}

export function isEver(windows: readonly Window[]): boolean {
  const [only] = windows;
  return windows.length === 1 && only?.from === -Infinity && only.until === Infinity;
}
