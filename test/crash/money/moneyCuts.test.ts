import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from '../../../adapters/db/store.ts';
import { isOutage } from '../../../adapters/http/outage.ts';
import type { KeyPorts } from '../../../app/ports/keyRing.ts';
import { ownCases } from '../../support/ownCases.ts';
import { taken } from '../../support/scenario.ts';
import { seededRandom } from '../seededRandom.ts';
import { type Cut, differs, startWireProxy } from '../wireProxy.ts';
import { keyed } from './keyed.ts';
import { MONEY_CASES, type MoneyCase } from './moneyCases.ts';
import { moneyGround, type Prepared } from './moneyGround.ts';
import { moneyUseCases } from './moneyUseCases.ts';
import { moneyPorts } from './moneyWorld.ts';
import { openTransactions } from './openTransactions.ts';
import { differing, type Effects } from './tenantEffects.ts';

// Every use case that moves money, cut at the messages between program and database, before and after each, and
// asked again under its key: its effects are there once, nothing hangs, and the money is sound.

const DEEP = process.env.OPENREBATE_DEEP === '1';
const SEED = 20_261_130;
/** Of the points of each use case, in a small run. */
const SOME = 2;
/** Everything is written, and nobody is told. */
const LOST_REPLY = 'after Q COMMIT';
/** Jobs of a worker: another test cuts them in the same way, or they do nothing but what has a case here; and what is taken back at its end. */
const CUT_ELSEWHERE = [
  ...['calculateJob', 'work', 'passDayJob', 'takeMessagesJob', 'previewUndo'],
  // What an arrival lets through is decided in one transaction of a job that is taken up again.
  'scanArrivals',
  // One deed with a case of its own after the other.
  ...['compareTransport', 'importTransport'],
];

const ground = await moneyGround();
const proxy = await startWireProxy(ground.database.appUrl);
const store: OpenStore = openStore({ url: proxy.url, poolSize: 1 });
const totals = { useCases: 0, points: 0, doubt: 0 };

afterAll(async () => {
  process.stdout.write(`${JSON.stringify({ seed: SEED, ...totals })}\n`);
  await store.close();
  await proxy.close();
  await ground.close();
});

it('every use case that moves money has a case', () => {
  const root = new URL('../../..', import.meta.url).pathname;
  const cases = new Set(MONEY_CASES.map(({ does }) => does));
  const missing = moneyUseCases(root).filter(
    ({ name, reachedBy }) => !CUT_ELSEWHERE.includes(name) && [...reachedBy].every((one) => !cases.has(one)),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
  expect(moneyUseCases(root).length).toBeGreaterThan(50);
});

describe('cut at its messages and asked again', { timeout: 600_000 }, () => {
  const numbered = MONEY_CASES.map((one, at) => [`${at + 1} ${one.does}`, one] as const);
  it.each(ownCases(numbered))('%s', async (_, one) => {
    const next = await ground.before(one);
    const undisturbed = await attempt(one, await next(), undefined);
    const cuts = undisturbed.seen.flatMap((text, index): (Cut & { name: string })[] =>
      (['before', 'after'] as const)
        .filter((side) => differs(side, text))
        .map((side) => ({ message: index + 1, side, name: `${side} ${text}` })),
    );
    const wrong: string[] = [];
    const unknown: string[] = [];
    const own = tried(cuts);
    for (const cut of own) {
      const done = await attempt(one, await next(), cut);
      const different = differing(done.effects, undisturbed.effects);
      if (different.length > 0) wrong.push(`${cut.name}: ${different}`);
      if (done.faults.length > 0) wrong.push(`${cut.name}: ${done.faults}`);
      if (done.hasFailed && isDeepStrictEqual(done.atOnce, undisturbed.effects)) unknown.push(cut.name);
    }
    totals.useCases += 1;
    totals.points += own.length;
    totals.doubt += unknown.length;
    expect(wrong).toEqual([]);
    expect(unknown).toEqual([LOST_REPLY]);
  });
});

it('without a key a balance would be asked for twice, at the lost reply alone', async () => {
  const one = MONEY_CASES.find(({ does }) => does === 'sendConfirmation') as MoneyCase;
  const next = await ground.before(one);
  const { effects, seen } = await attempt(one, await next(), undefined, 'withoutKey');
  const commit = { message: seen.length, side: 'after', name: LOST_REPLY } as const;
  expect(seen.at(-1)).toBe('Q COMMIT');
  const lost = await attempt(one, await next(), commit, 'withoutKey');
  expect(differing(lost.effects, effects)).toContain('balance_confirmation');
  const early = await attempt(one, await next(), { ...commit, side: 'before' }, 'withoutKey');
  expect(differing(early.effects, effects)).toEqual([]);
});

/** All points, or a few that are drawn, and always the one that everybody fears. */
function tried<T extends { name: string }>(cuts: readonly T[]): readonly T[] {
  if (DEEP) return cuts;
  const draw = seededRandom(SEED + cuts.length);
  const drawn = new Set(Array.from({ length: SOME }, () => cuts[draw(cuts.length)]));
  return cuts.filter((cut) => drawn.has(cut) || cut.name === LOST_REPLY);
}

type Attempt = {
  readonly seen: readonly string[];
  readonly hasFailed: boolean;
  readonly atOnce: Effects | undefined;
  readonly effects: Effects;
  readonly faults: readonly string[];
};

/** Asks through the proxy, once more where the first time failed. */
async function attempt(
  { ask, now }: MoneyCase,
  [prepared]: readonly Prepared[],
  cut: Cut | undefined,
  how: 'underKey' | 'withoutKey' = 'underKey',
): Promise<Attempt> {
  const { world, found } = prepared as Prepared;
  const ports = moneyPorts(store, now);
  const work = (joined: KeyPorts) => ask(joined, world, found);
  const once = () => (how === 'underKey' ? keyed(ports, world.tenant, 'one', work) : work(ports));
  // The connection stands before anything is counted.
  await store.inTenant(world.tenant, (tx) => tx.batches.last());
  proxy.arm(cut);
  let hasFailed = false;
  let atOnce: Effects | undefined;
  try {
    taken(await once());
  } catch (error) {
    if (!isOutage(error)) throw error;
    hasFailed = true;
  }
  const seen = [...proxy.seen()];
  expect(await proxy.wasCut()).toBe(cut !== undefined);
  if (hasFailed) {
    atOnce = await ground.effects(world);
    taken(await once());
  }
  // Asked once more, it is the same answer and nothing more.
  if (how === 'underKey') taken(await once());
  expect(await openTransactions(ground.admin)).toBe(0);
  return {
    seen,
    hasFailed,
    atOnce,
    effects: await ground.effects(world),
    faults: await ground.faults(world),
  };
}
