import { afterAll, describe, expect } from 'vitest';
import { openStore } from '../../../adapters/db/store.ts';
import { calculateDue } from '../../../app/calculation/calculateDue.ts';
import type { Store } from '../../../app/ports.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { sharedTest } from '../../support/sharedTest.ts';
import { distinctOrders, type WatchedPlay } from '../distinctOrders.ts';
import { listening, Steps, tablesOf } from '../footprints.ts';
import { type Schedule, type Session, someSchedules } from '../schedules.ts';
import { type Draw, seededRandom } from '../seededRandom.ts';
import { inSteps } from '../steppedStore.ts';
import { sessionsWaiting } from '../twoSessions.ts';
import { MONEY_CASES, type MoneyCase } from './moneyCases.ts';
import { moneyGround } from './moneyGround.ts';
import { moneyPorts } from './moneyWorld.ts';

// Two use cases of money at once, each pair in drawn orders of the steps that others can notice: whoever comes
// second waits, finds what the first one did, or is told no; the money is sound, and nobody meets a fault.

const DEEP = process.env.OPENREBATE_DEEP === '1';
const SEED = 20_261_130;
/** Drawn of each pair in a small run; with full counts all that differ, up to a thousand. */
const DRAWN = 2;
const MOST = 1_000;

/** Of which all pairs are played, each with itself as well. */
const PLAYED = [
  ...['calculateNext', 'proposeSettlement', 'issueSettlement', 'cancelSettlement', 'raiseClaims'],
  ...['receiveMoney', 'endDeductionPart', 'closeMonth', 'proposeRun', 'importStatement', 'settleActivity'],
  ...['approveAdjustment', 'withdrawAdjustment', 'proposeAdvance', 'assignEntry', 'decideEntry'],
];

const ground = await moneyGround();
const stores = [0, 1].map(() => openStore({ url: ground.database.appUrl, poolSize: 1 }));
const totals = { pairs: 0, orders: 0, distinct: 0, again: 0, cutShort: 0, mostOfAPair: 0 };
const tables = await tablesOf(ground.admin);
const stopListening = listening();
const began = performance.now();

afterAll(async () => {
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`${JSON.stringify({ seed: SEED, seconds, ...totals })}\n`);
  stopListening();
  await Promise.all(stores.map((store) => store.close()));
  await ground.close();
});

const cases = PLAYED.map((name) => MONEY_CASES.find(({ does }) => does === name) as MoneyCase);
/** Of a document that a partner keeps back while it is about to be paid, or taken back. */
const keptBack = MONEY_CASES.filter(({ does }) => does === 'endDeductionPart').slice(1);
const beside = cases.filter(({ does }) => does === 'proposeRun' || does === 'cancelSettlement');
const pairs = [
  ...keptBack.flatMap((one) => beside.map((other) => [one, other] as const)),
  ...cases.flatMap((one, at) => cases.slice(at).map((other) => [one, other] as const)),
];

describe('two at once', { timeout: 600_000 }, () => {
  for (const [one, other] of pairs) {
    sharedTest(`${nameOf(one)} and ${other.does}`, async () => {
      const found = await play(one, other);
      const orders = [...found.values()].flat();
      totals.pairs += 1;
      totals.orders += orders.length;
      totals.mostOfAPair = Math.max(totals.mostOfAPair, orders.length);
      totals.distinct += new Set(orders.map(String)).size;
      expect([...found.keys()].filter((outcome) => outcome.includes('fault:'))).toEqual([]);
    });
  }
});

function nameOf(one: MoneyCase): string {
  return keptBack.includes(one) ? `${one.does} of a document` : one.does;
}

async function play(one: MoneyCase, other: MoneyCase): Promise<ReadonlyMap<string, readonly Schedule[]>> {
  // Where both are the same deed, both are about the same thing.
  const isSame = one === other;
  const next = await ground.before(...(isSame ? [one] : [one, other]));
  const begin = async (): Promise<WatchedPlay> => {
    const [first, second = first] = await next();
    if (first === undefined || second === undefined) throw new Error('nothing was prepared');
    const said: string[] = [];
    const steps = stores.map(() => new Steps(tables));
    const sessions = [one, other].map((deed, at): Session => {
      const { world, found } = at === 0 ? first : second;
      const own = steps[at] as Steps;
      return (turn) =>
        own.within(async () => {
          const stepped = () => {
            own.end();
            return turn().then(() => own.begin());
          };
          const store = inSteps(stores[at] as Store, stepped);
          said[at] = await answerOf(() => deed.ask(moneyPorts(store, latest(one, other)), world, found));
          own.end();
        });
    });
    const outcome = async () => {
      await calculateDue(ground.ports, first.world.tenant);
      const faults = await ground.faults(first.world);
      return [...said, ...faults.map((fault) => `fault: ${fault}`)].join(', ');
    };
    return {
      ...{ sessions, waiting: () => sessionsWaiting(ground.admin), areAlike: isSame, outcome },
      footprints: (session) => steps[session]?.prints ?? [],
    };
  };
  if (!DEEP) {
    const draws = Array.from({ length: DRAWN }, (_, at) => seededRandom(SEED + at));
    return someSchedules(begin, draws satisfies Draw[]);
  }
  const { outcomes, again, isAll } = await distinctOrders(begin, MOST);
  totals.again += again;
  if (!isAll) totals.cutShort += 1;
  return outcomes;
}

function latest(...both: readonly MoneyCase[]): string | undefined {
  return both
    .flatMap(({ now }) => now ?? [])
    .sort()
    .at(-1);
}

async function answerOf(work: () => Promise<Result<unknown>>): Promise<string> {
  try {
    const done = await work();
    return done.ok ? 'done' : [...new Set(done.refusals.map(({ code }) => code))].join(' ');
  } catch (error) {
    return `fault: ${error}`;
  }
}
