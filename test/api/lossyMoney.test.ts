import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { afterAll, expect, it } from 'vitest';
import { approveRun } from '../../app/payments/decideRun.ts';
import { approvedActivity, claimedActivity } from '../crash/money/activityDeeds.ts';
import { moneyFaults } from '../crash/money/moneyFaults.ts';
import { BERT, moneyPorts, moneyWorld, RUN, TODAY } from '../crash/money/moneyWorld.ts';
import { seededRandom } from '../crash/seededRandom.ts';
import { personWith } from '../support/api/apiServer.ts';
import { lossySend } from '../support/api/lossySend.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { taken } from '../support/scenario.ts';
import { testKeys } from '../support/testKeys.ts';

// Money over a wire that loses a third of the answers, brings half of the requests twice and swaps them: what
// happened is what was asked for, once each, and the money is sound.

const DEEP = process.env.OPENREBATE_DEEP === '1';
const KEYS = DEEP ? 10_000 : 120;
const TIMEOUT = DEEP ? 3_600_000 : 120_000;
const SEED = 20_261_130;

const { database, api } = await servedDatabase();
api.time.now = new Date(`${TODAY}T12:00:00Z`);
const keys = testKeys(1);
const world = await moneyWorld(database.ownerUrl, database.store, keys);
const { tenant } = world;
const ports = moneyPorts(database.store, undefined, keys);
const admin = new Client({ connectionString: database.adminUrl });
await admin.connect();
afterAll(() => admin.end());
await granted();
const [sender, other] = [await personWith(api, tenant), await personWith(api, tenant)];
await api.server.listen({ host: '127.0.0.1', port: 0 });
const { port } = api.server.server.address() as AddressInfo;

/** 60.00 of the fund are granted to the activity. */
async function granted(): Promise<void> {
  taken(await approvedActivity(ports, world));
  taken(await claimedActivity(moneyPorts(database.store, '2026-04-12T12:00:00Z', keys), world));
}

type Asked = { readonly path: string; readonly body: object };

/** What is asked for under a number: five kinds of deeds, each with something of its own. */
function askedFor(number: number, cents = '0.01'): Asked {
  const place = { company: 'EU', partner: 'P1', currency: 'EUR' };
  const all: readonly Asked[] = [
    { path: `claims/${world.claim}/receipts`, body: { amount: cents, reference: `E-${number}` } },
    { path: 'deductions', body: { ...place, amount: cents, reference: `L-${number}` } },
    {
      path: `fund-activities/${world.activity}/settlements`,
      body: { amount: cents, reference: `F-${number}` },
    },
    { path: `claims/${world.claim}/disputes`, body: { reason: 'price', amount: cents } },
    { path: 'partners/P1/balance-confirmations', body: { company: cents === '0.01' ? 'EU' : 'NA' } },
  ];
  return all[number % all.length] as Asked;
}

/** Sends it under its key; hangs up before the answer where that is to be lost. */
function send(
  number: number,
  { isLost = false, delayMs = 0, asked = askedFor(number), by = sender } = {},
): Promise<string | undefined> {
  return lossySend({ port, key: by.key, ...asked, idempotencyKey: `key-${number}`, isLost, delayMs });
}

const EFFECTS = `
  SELECT (SELECT count(*)::int FROM claim_event WHERE tenant_id = $1 AND kind = 'received') AS receipts,
    (SELECT count(*)::int FROM claim_event WHERE tenant_id = $1 AND kind = 'disputed') AS disputes,
    (SELECT count(*)::int FROM deduction WHERE tenant_id = $1 AND reference LIKE 'L-%') AS deductions,
    (SELECT count(*)::int FROM fund_event WHERE tenant_id = $1 AND kind = 'settled') AS settled,
    (SELECT count(*)::int FROM balance_confirmation WHERE tenant_id = $1) AS balances`;

it(
  `${KEYS} keys: one effect each, equal answers, and the money is sound`,
  async () => {
    const began = performance.now();
    const draw = seededRandom(SEED);
    const answers = new Map<number, Set<string>>();
    const deliveries = Array.from({ length: KEYS }, (_, number) => number).flatMap((number) =>
      Array.from({ length: draw(2) + 1 }, () => ({ number, isLost: draw(10) < 3, delayMs: draw(40) })),
    );
    const deliver = async ({ number, ...how }: (typeof deliveries)[number]) => {
      const answer = await send(number, how);
      if (answer !== undefined) answers.set(number, (answers.get(number) ?? new Set()).add(answer));
    };
    for (let from = 0; from < deliveries.length; from += 60) {
      const some = deliveries.slice(from, from + 60).sort(() => draw(2) - 0.5);
      await Promise.all(some.map(deliver));
    }
    // Who got no answer asks again until there is one.
    for (let number = 0; number < KEYS; number += 1) {
      if (!answers.has(number)) await deliver({ number, isLost: false, delayMs: 0 });
    }
    expect([...answers].filter(([, told]) => told.size !== 1)).toEqual([]);
    expect([...answers.values()].filter((told) => !/^20[01] /.test([...told][0] ?? ''))).toEqual([]);
    const each = KEYS / 5;
    const { rows } = await admin.query(EFFECTS, [tenant]);
    expect(rows[0]).toEqual({
      receipts: each,
      disputes: each,
      deductions: each,
      settled: each,
      balances: each,
    });
    expect(await moneyFaults(admin, ports, tenant)).toEqual([]);
    const lost = deliveries.filter(({ isLost }) => isLost).length;
    const seconds = Math.round((performance.now() - began) / 1000);
    const figures = { seed: SEED, keys: KEYS, requests: deliveries.length, lost, seconds };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  },
  TIMEOUT,
);

it(
  'the same keys with another body are refused, each of them',
  async () => {
    const told = new Map<string, number>();
    const ask = async (number: number) => {
      const answer = (await send(number, { asked: askedFor(number, '0.02') })) ?? '';
      const said = `${answer.slice(0, 3)} ${JSON.parse(answer.slice(4)).code}`;
      told.set(said, (told.get(said) ?? 0) + 1);
    };
    for (let from = 0; from < KEYS; from += 20) {
      await Promise.all(Array.from({ length: Math.min(20, KEYS - from) }, (_, at) => ask(from + at)));
    }
    expect([...told]).toEqual([['409 idempotency-key-reused', KEYS]]);
  },
  TIMEOUT,
);

const counted = async (sql: string) =>
  (await admin.query<{ count: number }>(`SELECT count(*)::int FROM ${sql}`, [tenant])).rows[0]?.count;
const { dueUntil: _, executionDay: __, ...run } = RUN;
const proposal = { ...run, dueUntil: '2026-12-31', executionDay: '2026-04-27' };

/** A deed, what it is to leave, and how often it is there before and after. */
const DEEDS: readonly (readonly [string, () => Promise<Asked>, string])[] = [
  [
    'a claim',
    async () => ({ path: 'claims/raise', body: { agreement: 'SUPPLY-2' } }),
    `claim WHERE tenant_id = $1 AND agreement = 'SUPPLY-2'`,
  ],
  [
    'the document of a settlement',
    async () => ({ path: `settlements/${world.approved}/issue`, body: {} }),
    `settlement WHERE tenant_id = $1 AND legal_number = 'CN-2026-000002'`,
  ],
  [
    'a cancellation',
    async () => ({ path: `settlements/${world.approved}/cancellation`, body: { reason: 'wrong' } }),
    'settlement WHERE tenant_id = $1 AND cancels IS NOT NULL',
  ],
  [
    'a run of payments',
    async () => ({ path: 'payment-runs', body: proposal }),
    'payment_run WHERE tenant_id = $1',
  ],
  [
    'a file of payments',
    async () => {
      const { rows } = await admin.query<{ id: string }>('SELECT id FROM payment_run WHERE tenant_id = $1', [
        tenant,
      ]);
      const [{ id }] = rows as [{ id: string }];
      taken(await approveRun(ports, tenant, { id, actor: BERT }));
      return { path: `payment-runs/${id}/sending`, body: {} };
    },
    `payment_run WHERE tenant_id = $1 AND state = 'sent'`,
  ],
  [
    'a month that is closed',
    async () => {
      const waivers = { calculated: 'known', quarantined: 'known', blocked: 'known' };
      return { path: 'ledger/months/close', body: { company: 'EU', month: '2026-03-31', waivers } };
    },
    `ledger_period WHERE tenant_id = $1 AND company = 'EU'`,
  ],
];

it.each(DEEDS)(
  'fifty at once with one key make %s once, and get fifty equal answers',
  async (name, prepare, where) => {
    const asked = await prepare();
    const before = await counted(where);
    // Who has proposed a run does not send it.
    const by = name === 'a file of payments' ? other : sender;
    const number = KEYS + DEEDS.findIndex(([one]) => one === name);
    const told = new Set(await Promise.all(Array.from({ length: 50 }, () => send(number, { asked, by }))));
    expect([told.size, [...told][0]?.slice(0, 2)]).toEqual([1, '20']);
    expect([before, await counted(where)]).toEqual([0, 1]);
    expect(await moneyFaults(admin, ports, tenant)).toEqual([]);
  },
);
