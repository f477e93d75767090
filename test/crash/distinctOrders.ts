import { type Footprint, isNoticed } from './footprints.ts';
import { type Play, playOnce, type Schedule } from './schedules.ts';

/** A play that knows what each step of a session has read, written and locked. */
export type WatchedPlay = Play & { readonly footprints: (session: number) => readonly Footprint[] };

type DistinctOrders = {
  readonly outcomes: ReadonlyMap<string, readonly Schedule[]>;
  /** Orders that came out as another one had: neighbours changed places that do not notice each other. */
  readonly again: number;
  /** All were played, and not only as many as were allowed. */
  readonly isAll: boolean;
};

/** A moment of the order that is played, and what else could be done at it. */
type Moment = {
  readonly ready: readonly number[];
  chosen: number;
  /** Who has to go first here as well, since somebody later notices the difference. */
  readonly wanted: Set<number>;
  /** What the first step of each was that went first here. */
  readonly done: Map<number, Footprint>;
  /** Whose next step was played at an earlier moment, and nobody has noticed since. */
  readonly asleep: ReadonlyMap<number, Footprint>;
};

type Played = {
  readonly taken: Schedule;
  readonly runnable: readonly (readonly number[])[];
  readonly prints: readonly Footprint[];
  readonly asleep: readonly ReadonlyMap<number, Footprint>[];
  readonly isAgain: boolean;
};

/**
 * Plays every order of steps in which somebody notices something else: two orders that differ only by neighbours which
 * do not notice each other are one. Method: source sets and sleep sets (Abdulla, Aronis, Jonsson and Sagonas, POPL 2014).
 */
export async function distinctOrders(
  begin: () => Promise<WatchedPlay>,
  most: number,
): Promise<DistinctOrders> {
  const outcomes = new Map<string, Schedule[]>();
  const moments: Moment[] = [];
  let again = 0;
  for (let count = 0; count < most; count += 1) {
    const play = await begin();
    const { outcome, ...played } = await playAlong(play, moments);

    if (played.isAgain) again += 1;
    else outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), played.taken]);

    remember(moments, played);
    askForOthers(moments, played);
    if (!goBack(moments, play.areAlike)) return { outcomes, again, isAll: true };
  }
  return { outcomes, again, isAll: false };
}

/** Plays as the moments say, and on from there by whoever is awake. */
async function playAlong(play: WatchedPlay, moments: readonly Moment[]) {
  const asleep: Map<number, Footprint>[] = [];
  const order: number[] = [];
  let isAgain = false;
  const choose = (ready: readonly number[], step: number) => {
    const sleepers = asleepAt(play, moments, order, asleep);
    asleep.push(sleepers);
    const known = moments[step]?.chosen;
    const awake = ready.find((session) => !sleepers.has(session));
    if (known === undefined && awake === undefined) isAgain = true;
    const chosen = known ?? awake ?? (ready[0] as number);
    order.push(chosen);
    return chosen;
  };
  const { taken, runnable, outcome } = await playOnce(play, choose);
  return { taken, runnable, outcome, prints: printsOf(play, taken), asleep, isAgain };
}

/** Who still sleeps after the last step: nobody whose step that one notices. */
function asleepAt(
  play: WatchedPlay,
  moments: readonly Moment[],
  order: Schedule,
  before: readonly ReadonlyMap<number, Footprint>[],
): Map<number, Footprint> {
  const last = order.length - 1;
  const print = printsOf(play, order)[last];
  if (print === undefined) return new Map();
  const sleepers = [...(before[last] ?? []), ...(moments[last]?.done ?? [])];
  return new Map(
    sleepers.filter(([session, own]) => session !== order[last] && print.isWhole && !isNoticed(own, print)),
  );
}

function printsOf(play: WatchedPlay, order: Schedule): readonly Footprint[] {
  const counts = new Map<number, number>();
  return order.map((session) => {
    const at = counts.get(session) ?? 0;
    counts.set(session, at + 1);
    return play.footprints(session)[at] as Footprint;
  });
}

function remember(moments: Moment[], { taken, runnable, prints, asleep, isAgain }: Played): void {
  const last = moments.length - 1;
  const print = prints[last];
  if (print !== undefined) moments[last]?.done.set(taken[last] as number, print);
  if (isAgain) return;
  for (let at = moments.length; at < taken.length; at += 1) {
    const chosen = taken[at] as number;
    const done = new Map([[chosen, prints[at] as Footprint]]);
    const ready = runnable[at] ?? [];
    moments.push({ ready, chosen, wanted: new Set([chosen]), done, asleep: asleep[at] ?? new Map() });
  }
}

/** Up to which step of each session a step comes after; steps by their places. */
type Clock = ReadonlyMap<number, number>;

/** Where a step notices an earlier one of somebody else, what comes in between is tried before that one, too. */
function askForOthers(moments: readonly Moment[], { taken, prints }: Played): void {
  const clocks: Clock[] = [];
  for (const [at, session] of taken.entries()) {
    const clock = new Map(clocks[taken.slice(0, at).lastIndexOf(session)]);
    const noticed: number[] = [];
    for (let earlier = at - 1; earlier >= 0; earlier -= 1) {
      const other = taken[earlier] as number;
      if (other === session || !isNoticed(prints[earlier] as Footprint, prints[at] as Footprint)) continue;
      if (earlier > (clock.get(other) ?? -1)) noticed.push(earlier);
      for (const [who, place] of clocks[earlier] ?? []) clock.set(who, Math.max(place, clock.get(who) ?? -1));
    }
    clock.set(session, at);
    clocks.push(clock);
    for (const earlier of noticed) ask(moments[earlier], initials({ taken, clocks }, earlier, at));
  }
}

/** Who can go first of what leads to a step without an earlier one. */
function initials(
  { taken, clocks }: { readonly taken: Schedule; readonly clocks: readonly Clock[] },
  earlier: number,
  at: number,
): readonly number[] {
  const isAfter = (step: number, before: number) =>
    before <= (clocks[step]?.get(taken[before] as number) ?? -1);
  const between = Array.from({ length: at - earlier - 1 }, (_, index) => earlier + 1 + index);
  const leading = [...between.filter((step) => !isAfter(step, earlier)), at];
  const first = leading.filter((step, index) =>
    leading.slice(0, index).every((before) => taken[before] !== taken[step] && !isAfter(step, before)),
  );
  return first.map((step) => taken[step] as number);
}

function ask(moment: Moment | undefined, sessions: readonly number[]): void {
  if (moment === undefined || sessions.some((session) => moment.wanted.has(session))) return;
  const able = sessions.find((session) => moment.ready.includes(session));
  for (const one of able === undefined ? moment.ready : [able]) moment.wanted.add(one);
}

/** To the last moment at which somebody else is to go first; false where there is none. */
function goBack(moments: Moment[], areAlike: boolean): boolean {
  for (let at = moments.length - 1; at >= (areAlike ? 1 : 0); at -= 1) {
    const moment = moments[at] as Moment;
    const next = [...moment.wanted].find((one) => !moment.done.has(one) && !moment.asleep.has(one));
    if (next === undefined) continue;
    moments.length = at + 1;
    moment.chosen = next;
    return true;
  }
  return false;
}
