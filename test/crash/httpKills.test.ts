import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StartedProgram } from '../start/startedProgram.ts';
import { rank } from '../support/rank.ts';
import { type Installation, install } from '../support/served.ts';
import { drawnOrder } from './drawnOrder.ts';
import { killBackend } from './killBackend.ts';
import { atRest } from './mixedLoad/atRest.ts';
import { auditLoad } from './mixedLoad/auditLoad.ts';
import { type ExpectedBooks, noBooks } from './mixedLoad/expectedBooks.ts';
import { newTold, type Told } from './mixedLoad/loadClient.ts';
import { loadClients } from './mixedLoad/loadClients.ts';
import { type LoadTenant, openTenant } from './mixedLoad/openTenant.ts';
import { seededRandom } from './seededRandom.ts';

// The whole program under mixed load over HTTP, killed again and again, itself or its database: what
// was acknowledged is there once, and it is ready again soon. Each round is a tenant of its own.
const DEEP = process.env.OPENREBATE_DEEP === '1';
const ROUNDS = 20;
/** In each round: of the server, of a worker beside it, of PostgreSQL, of one of its processes. */
const KILLS = { server: 18, worker: 7, postmaster: 15, backend: 10 };
const CLIENTS = 6;
const SEED = Number(process.env.OPENREBATE_SEED ?? 20261129);

type Victim = keyof typeof KILLS;

let folder: string;
let installation: Installation;
let server: StartedProgram | undefined;
let worker: StartedProgram | undefined;

/** What the last round has left, for the test of the audit itself. */
let last: { where: Parameters<typeof auditLoad>[0]; told: Told; books: ExpectedBooks };

type Round = {
  readonly tenant: LoadTenant;
  readonly told: Told;
  readonly books: ExpectedBooks;
  /** Milliseconds from each kill to the next acknowledgement. */
  readonly ready: Record<Victim, number[]>;
};

/** Each is one thing lost, doubled or changed, as the audit has to name it. */
const HARMS: readonly (readonly [string, string])[] = [
  [
    'line missing',
    `UPDATE line SET net_value = net_value + 1 WHERE T AND (document, line, revision) IN
     (SELECT document, line, max(revision) FROM line WHERE T GROUP BY 1, 2 ORDER BY 1 LIMIT 1)`,
  ],
  ['earning missing', 'UPDATE earning SET earned_minor = earned_minor + 1 WHERE T'],
  ['booking numbers have a gap', 'UPDATE booking SET number = number + 1000 WHERE T AND number = 1'],
  ['causes do not add up', 'UPDATE booking_cause SET minor = minor + 1 WHERE T AND position = 1'],
  ['POST /api/v1/', "DELETE FROM idempotency_key WHERE T AND answer::text LIKE '%disposition%'"],
  [
    'file missing',
    "UPDATE source_document SET name = 'other' WHERE T AND source = 'file' AND parent_id IS NULL",
  ],
  ['payment too many', 'UPDATE payment SET revision = 2 WHERE T'],
  ['count too many', 'UPDATE stock_count SET revision = 2 WHERE T'],
  ['person missing', "UPDATE audit SET object = 'nobody' WHERE T AND action LIKE '%person%'"],
  ['deeds of missing', "UPDATE agreement_deed SET number = number + 100 WHERE T AND deed = 'begin'"],
  ['a job was given up', "UPDATE job SET state = 'cancelled' WHERE T AND state = 'done'"],
];

// The program brings its own database: that is looked at once, not again for another server of the tests. It takes minutes.
describe.skipIf(!DEEP || process.env.OPENREBATE_TEST_SERVER === 'debian15')('the whole program', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'openrebate-http-kills-'));
    chmodSync(folder, 0o755);
    installation = await install(folder);
    server = await installation.start();
    worker = await installation.startWorker();
  }, 900_000);

  afterAll(async () => {
    for (const program of [worker, server]) {
      program?.child.kill('SIGTERM');
      await program?.ended;
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }, 60_000);

  test.each(Array.from({ length: ROUNDS }, (_, at) => at + 1))(
    'killed under mixed load, it loses nothing acknowledged, doubles nothing, and is ready soon: round %i',
    { timeout: 7_200_000 },
    async (number) => {
      const draw = seededRandom(SEED + number * 1000);
      const { address } = installation;
      const told = newTold();
      const tenant = await openTenant(installation, told);
      const books = noBooks();
      const round: Round = {
        tenant,
        told,
        books,
        ready: { server: [], worker: [], postmaster: [], backend: [] },
      };
      const loading = loadClients(CLIENTS, address, tenant, told, books, SEED + number * 1000);
      const began = performance.now();
      for (const victim of drawnOrder(KILLS, draw)) {
        const before = told.acknowledged.length;
        while (told.acknowledged.length < before + 5) await sleep(5);
        await sleep(draw(200));
        const at = performance.now();
        await kill(victim);
        await untilAcknowledged(round);
        round.ready[victim].push(performance.now() - at);
      }
      told.isOver = true;
      await loading;
      const id = await atRest(installation, tenant, true);
      const where = { address, adminUrl: installation.databaseUrl('admin'), tenant: id };
      last = { where, told, books };
      const { faults, figures } = await auditLoad(where, told, books);
      tell(number, round, faults.length, {
        ...figures,
        seconds: Math.round((performance.now() - began) / 1000),
      });
      expect(faults).toEqual([]);
      expect(told.acknowledged.length).toBeGreaterThan(5 * Object.values(KILLS).length);
    },
  );

  test('the audit names everything that is lost, doubled or changed afterwards', async () => {
    const { where, told, books } = last;
    const admin = new Client({ connectionString: where.adminUrl });
    await admin.connect();
    await admin.query('SET session_replication_role = replica');
    for (const [fault, sql] of HARMS) {
      const { rowCount } = await admin.query(sql.replaceAll(/\bT\b/g, `tenant_id = '${where.tenant}'`));
      expect([fault, (rowCount ?? 0) > 0]).toEqual([fault, true]);
    }
    await admin.end();
    const { faults } = await auditLoad(where, told, books);
    const named = HARMS.map(([fault]) => [fault, faults.some((text) => text.startsWith(fault))]);
    expect(named).toEqual(HARMS.map(([fault]) => [fault, true]));
  });
});

/** Kills it; what somebody watches over a program for is done: it is started again. */
async function kill(victim: Victim): Promise<void> {
  if (victim === 'postmaster') process.kill(installation.postmaster(), 'SIGKILL');
  else if (victim === 'backend') await killBackend(installation.postmaster());
  else if (victim === 'worker') {
    worker?.child.kill('SIGKILL');
    await worker?.ended;
    worker = await installation.startWorker();
  } else {
    server?.child.kill('SIGKILL');
    await server?.ended;
    server = await installation.start();
  }
  // Nobody notices at once that PostgreSQL is gone.
  await sleep(20);
}

/** A write of its own, which nobody asked for before. */
async function untilAcknowledged({ tenant, books }: Round): Promise<void> {
  const login = `p-ready-${books.persons.size}-${Date.now()}`;
  await tenant.client.write('/api/v1/persons', { login, name: 'Somebody', partners: null });
  books.persons.add(login);
}

/** Of all rounds so far. */
const sums = { acknowledged: 0, faults: 0 };
const times: number[] = [];

function tell(round: number, { told, ready }: Round, faults: number, figures: object): void {
  times.push(...Object.values(ready).flat());
  sums.acknowledged += told.acknowledged.length;
  sums.faults += faults;
  const halfAndMost = (of: readonly number[]) => [0.5, 0.99].map((share) => Math.round(rank(of, share)));
  const readyMs = Object.fromEntries(Object.entries(ready).map(([name, of]) => [name, halfAndMost(of)]));
  const { acknowledged, reads, retries, later, unanswered } = told;
  const heard = { acknowledged: acknowledged.length, reads, retries, later, unanswered: unanswered.length };
  const line = { round, seed: SEED, kills: KILLS, ...heard, ...figures, readyMs };
  const soFar = { kills: times.length, ...sums, readyMs: halfAndMost(times) };
  process.stdout.write(`${JSON.stringify({ ...line, soFar })}\n`);
}
