import type { Condition, Eligibility } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { Master } from '../../core/master/master.ts';
import { isMember, type Member, type MemberDays, memberDays } from '../../core/plan/memberDays.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import type { Stretch } from '../columnar/stretches.ts';

/** What a partner, a product or a line says of its lines; the lowest bit that is set tells how they end. */
export const STRANGER = 1;
export const MISSED = 2;
export const MET = 4;
/** It differs from window to window: only core can tell. */
export const ASK = 8;
/** Not within the conditions of the sums with such a place in the list; 16 for the first. */
export const OUTSIDE = 16;
/** So many lists of conditions have a bit each in an integer of the database. */
export const WHERES_MAX = 24;

/** On days from `from` on and before `until` the lines of a code have these flags. */
export type Flagged = Window & { readonly code: string; readonly flags: number };

export type MemberFlags = {
  readonly flagged: readonly Flagged[];
  /** Of every code and day that is not among them. */
  readonly others: number;
};

type Test = { readonly flag: number; readonly members: MemberDays; readonly isFlaggedInside: boolean };

/** The flags of all partners, or of all products, on the days of the stretches. */
export function memberFlags(
  member: Member,
  planned: PlanTerm,
  wheres: readonly (readonly Condition[])[],
  stretches: readonly Stretch[],
  { master, effective }: { readonly master: Master; readonly effective: LocalDate },
): MemberFlags {
  const tests = testsOf(member, planned, wheres, master);
  const others = tests.reduce(
    (flags, { flag, members, isFlaggedInside }) => flags | (members.others === isFlaggedInside ? flag : 0),
    0,
  );
  const asOf = planned.term.eligibility.attributesAsOf;
  const flagged: Flagged[] = [];
  for (const code of codesOf(tests)) {
    for (const piece of pieces(code, tests, asOf, stretches, effective)) {
      if (piece.flags !== others) flagged.push(piece);
    }
  }
  return { flagged, others };
}

function codesOf(tests: readonly Test[]): Iterable<string> {
  const [first, ...more] = tests;
  if (first === undefined || more.length === 0) return first?.members.days.keys() ?? [];
  return new Set(tests.flatMap(({ members }) => [...members.days.keys()]));
}

function testsOf(
  member: Member,
  planned: PlanTerm,
  wheres: readonly (readonly Condition[])[],
  master: Master,
): Test[] {
  const {
    participants,
    term: { eligibility },
  } = planned;
  const isOn = ({ attribute }: Condition) => attribute.startsWith(`${member}.`);
  const asked = [participants, eligibility.include, eligibility.exclude].filter((some) => some.some(isOn));
  const inside = (include: readonly Condition[], flag: number): Test[] => {
    if (!include.some(isOn)) return [];
    // Where nobody else asks, a plan holds this already.
    const isHeld = asked.length === 1 && asked[0] === include && include !== eligibility.exclude;
    const held = member === 'partner' ? planned.partners : planned.products;
    const members = isHeld ? held : memberDays(member, { include, exclude: [] }, master);
    return [{ flag, members, isFlaggedInside: false }];
  };
  return [
    ...inside(participants, STRANGER),
    ...inside(eligibility.include, MISSED),
    ...eligibility.exclude
      .filter(isOn)
      .flatMap((condition) => inside([condition], MET).map((test) => ({ ...test, isFlaggedInside: true }))),
    ...wheres.flatMap((where, at) => inside(where, OUTSIDE << at)),
  ];
}

/** The days of a code in pieces that are flagged alike, in order and without a gap. */
function pieces(
  code: string,
  tests: readonly Test[],
  asOf: Eligibility['attributesAsOf'],
  stretches: readonly Stretch[],
  effective: LocalDate,
): Flagged[] {
  const flagsOn = (day: LocalDate | undefined) =>
    tests.reduce((flags, { flag, members, isFlaggedInside }) => {
      return isMember(members, code, day) === isFlaggedInside ? flags | flag : flags;
    }, 0);
  const isSettled = tests.every(({ members }) => isUnchanging(members.days.get(code)));
  if (asOf === 'current' || isSettled)
    return [{ code, from: -Infinity, until: Infinity, flags: flagsOn(undefined) }];
  if (asOf === 'windowEnd') {
    const own = stretches.map(({ from, until, pays }) => {
      const all = new Set(pays.map((window) => flagsOn(Math.min(window.until - 1, effective))));
      const [flags = 0] = all;
      return { code, from, until, flags: all.size > 1 ? ASK : flags };
    });
    return merged(own);
  }
  const bounds = tests.flatMap(({ members }) =>
    (members.days.get(code) ?? []).flatMap(({ from, until }) => [from, until]),
  );
  const days = [...new Set([-Infinity, ...bounds, Infinity])].sort((a, b) => a - b);
  return merged(
    days.slice(1).map((until, at) => {
      const from = days[at] as number;
      return { code, from, until, flags: flagsOn(from) };
    }),
  );
}

/** It is a member on every day, or on none. */
function isUnchanging(windows: readonly Window[] | undefined): boolean {
  const [only] = windows ?? [];
  if (only === undefined) return true;
  return windows?.length === 1 && only.from === -Infinity && only.until === Infinity;
}

function merged(all: readonly Flagged[]): Flagged[] {
  const found: Flagged[] = [];
  for (const piece of all) {
    const last = found.at(-1);
    if (last !== undefined && last.flags === piece.flags && last.until === piece.from) {
      found.splice(-1, 1, { ...last, until: piece.until });
    } else found.push(piece);
  }
  return found;
}
