import { setTimeout as sleep } from 'node:timers/promises';
import type { Draw } from './seededRandom.ts';

/** What a session calls before each step that others could notice: it goes on when it is its turn. */
export type Turn = () => Promise<void>;
export type Session = (turn: Turn) => Promise<unknown>;

/** One order in which the steps were done: the number of the session that took each of them. */
export type Schedule = readonly number[];

export type Play = {
  readonly sessions: readonly Session[];
  /** All do the same: who begins makes no difference, and the first one does. */
  readonly areAlike: boolean;
  /** How many of the sessions wait for a lock at this moment. */
  readonly waiting: () => Promise<number>;
  /** Told after the last step; what it says is collected. */
  readonly outcome: () => Promise<string>;
};

/**
 * Plays every order in which sessions can take their steps, each from a fresh beginning. A session
 * that waits for a lock of another one has no turn until it has got it. Gives the outcomes, each
 * with the schedules that led to it.
 */
export async function everySchedule(begin: () => Promise<Play>): Promise<Map<string, Schedule[]>> {
  const outcomes = new Map<string, Schedule[]>();
  let prefix: number[] | undefined = [];
  while (prefix !== undefined) {
    const play = await begin();
    const known: readonly number[] = prefix;
    const { taken, runnable, outcome } = await playOnce(play, (ready, step) => known[step] ?? ready[0]);
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), taken]);
    prefix = nextPrefix(taken, runnable, play.areAlike ? 1 : 0);
  }
  return outcomes;
}

/** Plays an order by each of these draws, where all orders would be too many. */
export async function someSchedules(
  begin: () => Promise<Play>,
  draws: readonly Draw[],
): Promise<Map<string, Schedule[]>> {
  const outcomes = new Map<string, Schedule[]>();
  for (const draw of draws) {
    const { taken, outcome } = await playOnce(await begin(), (ready) => ready[draw(ready.length)]);
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), taken]);
  }
  return outcomes;
}

/** The last step at which another session, with a higher number, could have gone instead. */
function nextPrefix(
  taken: Schedule,
  runnable: readonly (readonly number[])[],
  from: number,
): number[] | undefined {
  for (let at = taken.length - 1; at >= from; at -= 1) {
    const other = runnable[at]?.find((session) => session > (taken[at] as number));
    if (other !== undefined) return [...taken.slice(0, at), other];
  }
  return undefined;
}

type Actor = {
  state: 'ready' | 'running' | 'waiting' | 'ended';
  /** Lets it go on; it is set while it is ready. */
  go: () => void;
  fault: unknown;
};

/** Sessions that go on one at a time. */
class Stage {
  readonly actors: readonly Actor[];
  private changed = Promise.withResolvers<void>();
  private readonly waiting: Play['waiting'];

  constructor({ sessions, waiting }: Play) {
    this.waiting = waiting;
    this.actors = sessions.map((session) => this.start(session));
  }

  private start(session: Session): Actor {
    const actor: Actor = { state: 'running', go: () => undefined, fault: undefined };
    const turn = () =>
      new Promise<void>((resolve) => {
        actor.go = () => {
          actor.state = 'running';
          resolve();
        };
        this.change(actor, 'ready');
      });
    session(turn)
      .catch((error: unknown) => {
        actor.fault = error;
      })
      .finally(() => this.change(actor, 'ended'));
    return actor;
  }

  private change(actor: Actor, state: Actor['state']): void {
    actor.state = state;
    this.changed.resolve();
    this.changed = Promise.withResolvers();
  }

  private moving(): Actor[] {
    return this.actors.filter(({ state }) => state === 'running' || state === 'waiting');
  }

  /** Resolves when nobody runs: each is at its next step, at its end, or behind a lock of another. */
  async settled(): Promise<void> {
    while (this.moving().length > 0) {
      const { promise: changed } = this.changed;
      const isQuick = await Promise.race([changed.then(() => true), sleep(10, false)]);
      if (isQuick && this.actors.some(({ state }) => state === 'running')) continue;
      const moving = this.moving();
      const blocked = await this.waiting();
      // Where nobody else could go on, PostgreSQL finds the deadlock and ends it.
      const others = this.actors.some(({ state }) => state === 'ready');
      if (!others || blocked !== moving.length || this.moving().length !== moving.length) continue;
      for (const actor of moving) actor.state = 'waiting';
      return;
    }
  }
}

/** Plays one order: at each moment whoever is chosen of those that are ready. */
export async function playOnce(
  play: Play,
  choose: (ready: readonly number[], step: number) => number | undefined,
) {
  const stage = new Stage(play);
  const taken: number[] = [];
  const runnable: number[][] = [];
  for (;;) {
    await stage.settled();
    const ready = stage.actors.flatMap(({ state }, number) => (state === 'ready' ? [number] : []));
    if (ready.length === 0) break;
    const chosen = choose(ready, taken.length) as number;
    if (!ready.includes(chosen)) {
      const { state, fault } = stage.actors[chosen] as Actor;
      throw new Error(`Session ${chosen} is ${state} after ${taken.join('')}`, { cause: fault });
    }
    runnable.push(ready);
    taken.push(chosen);
    stage.actors[chosen]?.go();
  }
  const fault = stage.actors.find((actor) => actor.fault !== undefined)?.fault;
  if (fault !== undefined) throw fault;
  return { taken, runnable, outcome: await play.outcome() };
}
