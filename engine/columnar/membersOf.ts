import type { Window } from '../../core/calendar/window.ts';
import { EverMembers } from '../../core/plan/everMembers.ts';
import { isMember, type MemberDays } from '../../core/plan/memberDays.ts';

/** Partners or products by their codes in the columns, in order: members on every day, and on some days only. */
export type ColumnMembers = { readonly always: Uint32Array; readonly atTimes: Uint32Array };

/** Those of the columns that are members on some day; with `isCurrent`, as master data stands now. */
export function membersOf(
  members: MemberDays,
  codes: ReadonlyMap<string, number>,
  isCurrent: boolean,
): ColumnMembers {
  if (members.days instanceof EverMembers && !members.others) {
    return { always: everCodes(members.days, codes), atTimes: new Uint32Array() };
  }
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

/** By the codes of columns, by those of master data: the code in the columns of each place, or -1. */
const CODE_OF_PLACE = new WeakMap<ReadonlyMap<string, number>, WeakMap<readonly string[], Int32Array>>();

/** Without a look at any text: places are translated once for all terms. */
function everCodes({ known, places }: EverMembers, codes: ReadonlyMap<string, number>): Uint32Array {
  const kept = CODE_OF_PLACE.get(codes) ?? new WeakMap<readonly string[], Int32Array>();
  CODE_OF_PLACE.set(codes, kept);
  const codeOf = kept.get(known.codes) ?? Int32Array.from(known.codes, (text) => codes.get(text) ?? -1);
  kept.set(known.codes, codeOf);
  const found = new Uint32Array(places.length);
  let count = 0;
  for (const place of places) {
    const code = codeOf[place] as number;
    found[count] = code;
    count += code < 0 ? 0 : 1;
  }
  return found.slice(0, count).sort();
}
