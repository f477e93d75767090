import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from '../../../adapters/db/store.ts';
import { calculateDue } from '../../../app/calculation/calculateDue.ts';
import { raiseClaims } from '../../../app/claims/raiseClaims.ts';
import { receiveMoney } from '../../../app/claims/receiveMoney.ts';
import { openFund } from '../../../app/funds/openFund.ts';
import {
  claimActivity,
  decideActivity,
  requestActivity,
  settleActivity,
} from '../../../app/funds/useFund.ts';
import type { KeyPorts } from '../../../app/ports/keyRing.ts';
import type { Store, Tx } from '../../../app/ports.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { dayOf, taken } from '../../support/scenario.ts';
import { decimalOf } from '../../support/trade.ts';
import { seededRandom } from '../seededRandom.ts';
import { type Deed, historyFaults } from './historyFaults.ts';
import { keyed } from './keyed.ts';
import { moneyGround } from './moneyGround.ts';
import { ANNA, BERT, deliver, type MoneyWorld, moneyPorts, saleOf } from './moneyWorld.ts';

// Eight clients at once receive money on claims, pay of funds and read, while their sessions are ended under them.
// Each write has an amount of its own, by which it is found in the events and in the books: whose order tells who
// came before whom. The history that the clients saw has to have happened.

const DEEP = process.env.OPENREBATE_DEEP === '1';
const SEED = 20_261_130;
const CLIENTS = 8;
/** Each so long, and longer where it has not done so much by then. */
const RUNS = DEEP ? { count: 10, ms: 60_000, least: 10_000 } : { count: 1, ms: 3_000, least: 100 };
/** Each with lists of its own. */
const PLACES = DEEP ? 12 : 2;

const ground = await moneyGround();
const stores = Array.from({ length: CLIENTS }, () => openStore({ url: ground.database.appUrl, poolSize: 1 }));
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await ground.close();
});

type Place = { readonly world: MoneyWorld; readonly claim: string; readonly activity: string };

/** A claim of two billion and an activity that a fund owes as much. */
async function richPlace(): Promise<Place> {
  const world = await ground.fresh();
  const { ports } = ground;
  const { tenant } = world;
  await deliver(ports, tenant, 'rich', [saleOf('S1', '2026-03-20', '1000000000.00', 'purchase')]);
  await calculateDue(ports, tenant);
  const [claim] = taken(await raiseClaims(ports, tenant, { agreement: 'SUPPLY-2', actor: ANNA })).claims;
  const days = { firstDay: dayOf('2026-04-01'), lastDay: dayOf('2026-12-31') };
  const big = decimalOf('20000000.00');
  const terms = {
    ...days,
    code: 'RICH',
    company: 'EU',
    currency: 'EUR',
    claimDays: 9,
    percent: decimalOf('100'),
  };
  taken(await openFund(ports, tenant, { ...terms, budget: big }, ANNA));
  const asked = {
    ...days,
    fund: 'RICH',
    partner: 'P1',
    reference: 'R',
    title: 'R',
    amount: big,
    actor: ANNA,
  };
  const activity = taken(await requestActivity(ports, tenant, asked)).activity.id;
  taken(await decideActivity(ports, tenant, { activity, outcome: { approved: big }, actor: BERT }));
  const content = new TextEncoder().encode('invoice');
  const open = async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const });
  taken(await claimActivity(ports, tenant, { activity, cost: big, actor: ANNA, name: 'i.txt', open }));
  return { world, claim: claim?.id ?? '', activity };
}

/** Each list in the order of its own numbers; an element is the amount of who wrote it. */
const LISTS = {
  claim: `SELECT m.minor::text AS id FROM claim_event e JOIN claim_move m
      ON m.tenant_id = e.tenant_id AND m.claim_id = e.claim_id AND m.event = e.number
    WHERE e.tenant_id = $1 AND e.claim_id = $2 AND e.kind = 'received' ORDER BY e.number`,
  fund: `SELECT minor::text AS id FROM fund_event
    WHERE tenant_id = $1 AND activity_id = $2 AND kind = 'settled' ORDER BY number`,
  books: `SELECT minor::text AS id FROM ledger_transfer
    WHERE tenant_id = $1 AND origin_id IN (SELECT unnest(string_to_array($2, ' '))) AND company = 'EU'
      AND (event = 'receive' OR event = 'fund' AND debit_role = 'fund') ORDER BY number`,
} as const;
type List = keyof typeof LISTS;
const nameOf = (list: List, { world }: Place) => `${list} of ${world.tenant}`;

async function listOf({ world, claim, activity }: Place, list: List): Promise<string[]> {
  const of = list === 'claim' ? claim : list === 'fund' ? activity : `${claim} ${activity}`;
  const { rows } = await ground.admin.query<{ id: string }>(LISTS[list], [world.tenant, of]);
  return rows.map(({ id }) => id);
}

/** What a client does wrong, or nothing. */
type Client = {
  readonly write: (
    ports: KeyPorts,
    place: Place,
    id: number,
    list: 'claim' | 'fund',
  ) => Promise<Result<unknown>>;
  readonly read: (place: Place, list: List) => Promise<readonly string[]>;
  /** How often it asks again where it was told nothing. */
  readonly retries: number;
};

const textOf = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

function deed(
  ports: KeyPorts,
  { world, claim, activity }: Place,
  id: number,
  list: 'claim' | 'fund',
  name = `W-${id}`,
) {
  const amount = decimalOf(textOf(id));
  const told = { amount, reference: name, actor: ANNA };
  return list === 'claim'
    ? receiveMoney(ports, world.tenant, { claim, ...told })
    : settleActivity(ports, world.tenant, { activity, ...told });
}

const SOUND: Client = {
  write: (ports, place, id, list) =>
    keyed(ports, place.world.tenant, `key-${id}`, (joined) => deed(joined, place, id, list)),
  read: listOf,
  retries: 5,
};

type Load = {
  readonly ms: number;
  readonly least?: number;
  readonly most?: number;
  readonly killsEachMs?: number;
};

/** Lets the clients do what they do, and gives what they saw and what stands in the end. */
async function history(
  places: readonly Place[],
  client: Client,
  { ms, least = 0, most = Number.POSITIVE_INFINITY, killsEachMs }: Load,
) {
  const deeds: Deed[] = [];
  const until = Date.now() + ms;
  let last = 0;
  const isOver = () => last >= most || (Date.now() >= until && last >= least);
  const work = async (store: OpenStore, at: number) => {
    const draw = seededRandom(SEED + at);
    while (!isOver()) {
      last += 1;
      const id = last;
      const place = places[draw(places.length)] as Place;
      const began = performance.now();
      if (draw(2) === 0) {
        const list = (['claim', 'fund', 'books'] as const)[draw(3)] as List;
        const found = await client.read(place, list);
        deeds.push({
          id: `read ${id}`,
          began,
          ended: performance.now(),
          outcome: 'ok',
          does: 'read',
          list: nameOf(list, place),
          found,
        });
        continue;
      }
      const list = draw(2) === 0 ? 'claim' : 'fund';
      const outcome = await written(client, moneyPorts(store), place, id, list);
      const lists = [nameOf(list, place), nameOf('books', place)];
      deeds.push({ id: `${id}`, began, ended: performance.now(), outcome, does: 'write', lists });
    }
  };
  const killing = killsEachMs === undefined ? Promise.resolve(0) : kills(killsEachMs, isOver);
  await Promise.all(stores.map(work));
  const killed = await killing;
  const finals = new Map<string, readonly string[]>();
  for (const place of places) {
    for (const list of Object.keys(LISTS) as List[])
      finals.set(nameOf(list, place), await listOf(place, list));
  }
  return { deeds, finals, killed };
}

async function written(client: Client, ports: KeyPorts, place: Place, id: number, list: 'claim' | 'fund') {
  for (let attempt = 0; attempt <= client.retries; attempt += 1) {
    try {
      return (await client.write(ports, place, id, list)).ok ? 'ok' : 'refused';
    } catch {
      // Its session was ended: it asks again, as long as it has the patience.
    }
  }
  return 'unknown';
}

/** Ends a session of the program every so often; gives how many. */
async function kills(eachMs: number, isOver: () => boolean): Promise<number> {
  let killed = 0;
  while (!isOver()) {
    await sleep(eachMs);
    const { rowCount } = await ground.admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = 'openrebate_app' AND state <> 'idle' ORDER BY random() LIMIT 1`,
    );
    killed += rowCount ?? 0;
  }
  return killed;
}

it.each(Array.from({ length: RUNS.count }, (_, at) => at + 1))(
  'what eight clients saw has happened: run %s',
  async (run) => {
    const places: Place[] = [];
    while (places.length < PLACES) places.push(await richPlace());
    const began = performance.now();
    const { ms, least } = RUNS;
    const { deeds, finals, killed } = await history(places, SOUND, {
      ms,
      least,
      killsEachMs: DEEP ? 150 : 40,
    });
    const seconds = Math.round((performance.now() - began) / 1000);
    expect(historyFaults(deeds, finals)).toEqual([]);
    for (const { world } of places) expect(await ground.faults(world)).toEqual([]);
    const of = (outcome: string) => deeds.filter((one) => one.outcome === outcome).length;
    const told = { ok: of('ok'), unknown: of('unknown'), refused: of('refused') };
    process.stdout.write(
      `${JSON.stringify({ seed: SEED, run, seconds, deeds: deeds.length, ...told, killed })}\n`,
    );
    expect(of('ok')).toBeGreaterThan(20);
  },
  DEEP ? 3_600_000 : 120_000,
);

type Post = Tx['ledger']['post'];
/** What is done in the place of a posting. */
type Instead = (post: Post, args: Parameters<Post>, store: Store) => Promise<void>;

/** A store whose transactions do something else than to post. */
function tampered(store: Store, instead: Instead): Store {
  return {
    ...store,
    inTenant: (tenant, work) =>
      store.inTenant(tenant, (tx) => {
        const post: Post = (...args) => instead((...own) => tx.ledger.post(...own), args, store);
        return work({ ...tx, ledger: { ...tx.ledger, post } });
      }),
  };
}

const plain: Client['write'] = (ports, place, id, list) => deed(ports, place, id, list);
const through =
  (instead: Instead): Client['write'] =>
  (ports, place, id, list) =>
    deed({ ...ports, store: tampered(ports.store, instead) }, place, id, list);
let readBefore: string[] = [];

/** Ten programs that are wrong, each in one thing. */
const BUGS: readonly (readonly [string, Partial<Client>])[] = [
  [
    'asks again without a key',
    {
      write: async (ports, place, id, list) => {
        await deed(ports, place, id, list);
        return deed(ports, place, id, list, `again-${id}`);
      },
    },
  ],
  ['says done and does nothing', { write: async (_, __, id) => accept(id) }],
  [
    'says no and has written',
    {
      write: async (ports, place, id, list) => {
        await deed(ports, place, id, list);
        return { ok: false, refusals: [] as never };
      },
    },
  ],
  ['forgets the books', { write: through(async () => undefined) }],
  [
    'posts into the books twice',
    {
      write: through(async (post, [transfers, day]) => {
        await post(transfers, day);
        const more = transfers.map((transfer) => ({ ...transfer, leg: `${transfer.leg} again` }));
        await post(more, day);
      }),
    },
  ],
  [
    'posts into the books later',
    {
      write: async (ports, place, id, list) => {
        let later: (() => Promise<void>) | undefined;
        const keep: Instead = async (_, args, store) => {
          later = () => store.inTenant(place.world.tenant, (tx) => tx.ledger.post(...args));
        };
        const done = await through(keep)(ports, place, id, list);
        await sleep((id * 7919) % 40);
        await later?.();
        return done;
      },
    },
  ],
  [
    'loses what was there',
    {
      write: async (ports, place, id, list) => {
        const done = await deed(ports, place, id, list);
        await ground.admin.query(
          `DELETE FROM ledger_transfer WHERE tenant_id = $1 AND minor = $2 AND $2 % 5 = 0`,
          [place.world.tenant, id],
        );
        return done;
      },
    },
  ],
  ['reads without the last one', { read: async (place, list) => (await listOf(place, list)).slice(0, -1) }],
  [
    'reads what was there before',
    {
      read: async (place, list) => {
        const old = list === 'books' ? readBefore : await listOf(place, list);
        if (list === 'books') readBefore = await listOf(place, list);
        return old;
      },
    },
  ],
  ['reads in another order', { read: async (place, list) => (await listOf(place, list)).toReversed() }],
];

describe('the check finds a program that', () => {
  it.each(BUGS)('%s', async (_, wrong) => {
    readBefore = [];
    const place = await richPlace();
    const client = { ...SOUND, write: plain, ...wrong };
    const { deeds, finals } = await history([place], client, { ms: 60_000, most: 60 });
    expect(historyFaults(deeds, finals)).not.toEqual([]);
  });

  it('is sound finds nothing', async () => {
    const place = await richPlace();
    const { deeds, finals } = await history([place], { ...SOUND, write: plain }, { ms: 60_000, most: 60 });
    expect(historyFaults(deeds, finals)).toEqual([]);
  });
});
