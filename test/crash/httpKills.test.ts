import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../adapters/db/store.ts';
import { ask } from '../operations/backups.ts';
import type { StartedProgram } from '../start/startedProgram.ts';
import { type Installation, install, untilReady } from '../support/served.ts';
import { seededRandom } from './seededRandom.ts';

// The whole program under mixed load over HTTP, killed again and again, itself or its database: what
// was acknowledged is there once, and it is ready again soon.
const DEEP = process.env.OPENREBATE_DEEP === '1';
const KILLS = DEEP ? { program: 50, database: 50 } : { program: 2, database: 2 };
const CLIENTS = 6;
const SEED = Number(process.env.OPENREBATE_SEED ?? 20261129);

let folder: string;
let installation: Installation;
let program: StartedProgram;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openrebate-http-kills-'));
  chmodSync(folder, 0o755);
  installation = await install(folder);
  program = await installation.start();
}, 120_000);

afterAll(async () => {
  program.child.kill('SIGTERM');
  await program.ended;
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}, 60_000);

type Told = {
  reads: number;
  retries: number;
  readonly writes: string[];
  readonly odd: string[];
  isOver: boolean;
};

/** Writes and reads in turn, each write under a key of its own until it is acknowledged. */
async function client(told: Told, { address, authorization }: Installation): Promise<void> {
  while (!told.isOver) {
    const login = `p-${randomUUID()}`;
    const write = {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': login },
      body: JSON.stringify({ login, name: 'Somebody', partners: null }),
    };
    const status = await untilAnswered(told, `${address}/api/v1/persons`, write);
    if (status === 201) told.writes.push(login);
    else told.odd.push(`${status} ${login}`);
    const read = await untilAnswered(told, `${address}/api/v1/earnings?limit=20`, {
      headers: { authorization },
    });
    if (read === 200) told.reads += 1;
    else told.odd.push(`${read} earnings`);
  }
}

/** As a good client does: no answer, or one that says "later", is asked again with the same key. */
async function untilAnswered(told: Told, url: string, request: RequestInit): Promise<number> {
  for (;;) {
    const status = await fetch(url, { ...request, signal: AbortSignal.timeout(10_000) }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 0,
    );
    if (status !== 0 && status < 500 && status !== 409 && status !== 429) return status;
    told.retries += 1;
    await sleep(50);
  }
}

test('killed under load over HTTP, it loses nothing acknowledged, doubles nothing, and is ready soon', {
  timeout: DEEP ? 1_800_000 : 180_000,
}, async () => {
  const draw = seededRandom(SEED);
  const told: Told = { reads: 0, retries: 0, writes: [], odd: [], isOver: false };
  const clients = Array.from({ length: CLIENTS }, () => client(told, installation));
  const victims = Object.entries(KILLS).flatMap(([name, count]) => Array<string>(count).fill(name));
  const ready: number[] = [];
  while (victims.length > 0) {
    const [victim] = victims.splice(draw(victims.length), 1);
    const before = told.writes.length;
    while (told.writes.length < before + 5) await sleep(5);
    await sleep(draw(200));
    if (victim === 'program') {
      program.child.kill('SIGKILL');
      await program.ended;
      const began = performance.now();
      program = await installation.start();
      ready.push(Math.round(performance.now() - began) + (await untilReady(installation.address)));
    } else {
      process.kill(installation.postmaster(), 'SIGKILL');
      // It takes a moment until anybody notices.
      await sleep(20);
      ready.push(20 + (await untilReady(installation.address)));
    }
  }
  told.isOver = true;
  await Promise.all(clients);
  ready.sort((a, b) => a - b);
  const rows = await personsWritten();
  const figures = {
    seed: SEED,
    kills: KILLS,
    writes: told.writes.length,
    reads: told.reads,
    retries: told.retries,
    readyMs: { median: ready[Math.floor(ready.length / 2)], p99: ready[Math.ceil(ready.length * 0.99) - 1] },
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(told.odd).toEqual([]);
  expect(told.writes.length).toBeGreaterThan(5 * (KILLS.program + KILLS.database));
  expect(rows.map(({ login }) => login).sort()).toEqual([...told.writes].sort());
  expect(rows.filter(({ audited }) => audited !== 1)).toEqual([]);
});

/** Who is there, and how often that was written down. */
async function personsWritten(): Promise<{ login: string; audited: number }[]> {
  const store = openStore({ url: installation.databaseUrl('app') });
  const tenant = await store.findTenant('demo');
  await store.close();
  const rows = await ask(
    `${installation.databaseUrl('app')}?options=-c%20app.tenant%3D${tenant}`,
    `SELECT p.login, (SELECT count(*)::int FROM audit a WHERE a.tenant_id = p.tenant_id AND a.object = p.id::text)
     FROM person p WHERE p.login LIKE 'p-%'`,
  );
  return rows.map(([login, audited]) => ({ login: String(login), audited: Number(audited) }));
}
