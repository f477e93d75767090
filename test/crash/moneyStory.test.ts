import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenStore, openStore } from '../../adapters/db/store.ts';
import { isOutage } from '../../adapters/http/outage.ts';
import { type ApiServer, apiServer } from '../support/api/apiServer.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { CUSTOMER_STORY } from '../support/moneyStory/customerStory.ts';
import { type Effects, effectsOf } from '../support/moneyStory/effectsOf.ts';
import { type MoneyStory, openStory } from '../support/moneyStory/openStory.ts';
import { type Doing, playStory, type Told } from '../support/moneyStory/playStory.ts';
import type { Step } from '../support/moneyStory/step.ts';
import { SUPPLIER_STORY } from '../support/moneyStory/supplierStory.ts';
import { seededRandom } from './seededRandom.ts';
import { inProcess } from './storyProcess.ts';
import { type Cut, startWireProxy, type WireProxy } from './wireProxy.ts';

// The story of the money with everything sent twice, and with the wire cut at every commit of every request, in turn:
// before PostgreSQL hears of it, and after it has done it while nobody is told. Whoever is not told sends the same
// again. In the end the books are those of the undisturbed story, and there is one payment for each partner.

const DEEP = process.env.OPENREBATE_DEEP === '1';
const COMMIT = 'Q COMMIT';
const SEED = Number(process.env.OPENREBATE_SEED ?? 20261130);
const STORIES = [
  ['customer', CUSTOMER_STORY],
  ['supplier', SUPPLIER_STORY],
] as const;

let database: TestDatabase;
let proxy: WireProxy;
let store: OpenStore;
let api: ApiServer;
beforeAll(async () => {
  database = await testDatabase();
  proxy = await startWireProxy(database.appUrl);
  store = openStore({ url: proxy.url, poolSize: 1 });
  api = await apiServer({ ...database, store });
});
afterAll(async () => {
  await api.server.close();
  await store.close();
  await proxy.close();
  await database.drop();
});

async function played(steps: readonly Step[], doing?: Doing): Promise<Effects> {
  return playedBy(steps, () => doing);
}

async function playedBy(
  steps: readonly Step[],
  doingOf: (story: MoneyStory) => Doing | undefined,
): Promise<Effects> {
  const story = await openStory(database, api);
  const doing = doingOf(story);
  await playStory(story, steps, doing && { doing });
  return effectsOf(database.adminUrl, story);
}

/** A deed as it was told of; what failed by the wire is undefined. */
async function tried(once: () => Promise<Told>): Promise<Told | undefined> {
  try {
    const told = await once();
    return told.status >= 500 ? undefined : told;
  } catch (error) {
    if (isOutage(error)) return undefined;
    throw error;
  }
}

/** Cuts the deed where it is to be cut, and does it again where nobody was told how it ended. */
async function disturbed(cut: Cut, once: () => Promise<Told>): Promise<{ told: Told; wasTold: boolean }> {
  proxy.arm(cut);
  const first = await tried(once);
  const wasCut = await proxy.wasCut();
  proxy.arm(undefined);
  expect(wasCut).toBe(true);
  return { told: first ?? (await once()), wasTold: first !== undefined };
}

describe.each(STORIES)('the story of a %s', (who, steps) => {
  let undisturbed: Effects;
  /** How many commits each deed has. */
  const commits = new Map<string, number>();

  beforeAll(async () => {
    undisturbed = await played(steps, async (name, once) => {
      proxy.arm(undefined);
      const told = await once();
      commits.set(name, proxy.seen().filter((message) => message.startsWith(COMMIT)).length);
      return told;
    });
    expect([...commits.values()].every((count) => count > 0)).toBe(true);
    expect(undisturbed.payments).toBe(who === 'customer' ? 2 : 0);
  });

  test('with every request sent twice: the same answers and the same books', async () => {
    const twice = await played(steps, async (_name, once) => {
      const first = await once();
      expect(await once()).toEqual(first);
      return first;
    });
    expect(twice).toEqual(undisturbed);
  });

  test.each(['before', 'after'] as const)(
    'with the wire cut %s the last commit of every request: the same books',
    async (side) => {
      let untold = 0;
      const cut = await played(steps, async (name, once) => {
        const message = commits.get(name) ?? 0;
        const { told, wasTold } = await disturbed({ message, side, like: COMMIT }, once);
        if (!wasTold) untold += 1;
        return told;
      });
      expect(cut).toEqual(undisturbed);
      expect(untold).toBe(commits.size);
    },
  );

  // Each cut is a whole story: minutes, for the full counts.
  test.runIf(DEEP)(
    'cut at each commit of each request in turn: the same books',
    { timeout: 3_600_000 },
    async () => {
      const cuts = [...commits].flatMap(([name, count]) =>
        (['before', 'after'] as const).flatMap((side) =>
          Array.from({ length: count }, (_, at) => ({ name, cut: { message: at + 1, side, like: COMMIT } })),
        ),
      );
      const wrong: string[] = [];
      for (const { name, cut } of cuts) {
        const effects = await played(steps, async (now, once) =>
          now === name ? (await disturbed(cut, once)).told : once(),
        );
        if (JSON.stringify(effects) !== JSON.stringify(undisturbed))
          wrong.push(`${name} ${cut.side} ${cut.message}`);
      }
      process.stdout.write(
        `${JSON.stringify({ story: who, requests: commits.size, cuts: cuts.length, wrong })}\n`,
      );
      expect(wrong).toEqual([]);
    },
  );

  // A process for each deed, and another one after its end: minutes, for the full counts.
  test.runIf(DEEP)(
    'with the program killed in every request in turn: the same books',
    { timeout: 1_800_000 },
    async () => {
      const draw = seededRandom(SEED);
      let untold = 0;
      const effects = await playedBy(steps, (story) => async (name, _once, found) => {
        const day = story.api.time.now.toISOString().slice(0, 10);
        const { tenant, keys } = story;
        const { appUrl, portalUrl } = database;
        const task = { appUrl, portalUrl, tenant, keys: [...keys], who, name, found, day };
        const first = await inProcess(task, draw(500));
        if (first === undefined) untold += 1;
        const told = await inProcess(task);
        if (told === undefined) throw new Error(`${name} did not end`);
        return told;
      });
      process.stdout.write(`${JSON.stringify({ story: who, kills: commits.size, untold, seed: SEED })}\n`);
      expect(effects).toEqual(undisturbed);
      expect(untold).toBeGreaterThan(0);
    },
  );
});
