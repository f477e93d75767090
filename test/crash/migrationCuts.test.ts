import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../adapters/db/migrate.ts';
import { migrations } from '../../adapters/db/migrations.ts';
import { type ProvisionOptions, provision } from '../../adapters/db/provision.ts';
import { checkBackup } from '../../adapters/files/backup/checkBackup.ts';
import { isOutage } from '../../adapters/http/outage.ts';
import { ask, balances, restore } from '../operations/backups.ts';
import { openrebateWith } from '../start/runCommand.ts';
import { startProgram } from '../start/startedProgram.ts';
import { type EmptyDatabase, emptyDatabase } from '../support/database.ts';
import { dumpSchema } from '../support/dumpSchema.ts';
import { accepted } from '../support/facts.ts';
import { ownCases } from '../support/ownCases.ts';
import { brokenIndexes } from './brokenIndexes.ts';
import { type CrashServer, startCrashServer } from './crashServer.ts';
import { seededRandom } from './seededRandom.ts';
import { type Cut, startWireProxy, type WireProxy } from './wireProxy.ts';

// The upgrade of a database of the first release, killed at its messages and at drawn moments: asked
// again it goes on, and ends at the schema and balances of an upgrade that nobody disturbed.
const DEEP = process.env.OPENREBATE_DEEP === '1';
const SEED = Number(process.env.OPENREBATE_SEED ?? 20261129);
const CUTS = DEEP ? Number.POSITIVE_INFINITY : 6;
const KILLS = DEEP ? 20 : 2;
const PROGRAM_KILLS = DEEP ? 20 : 1;
const OLD = fileURLToPath(new URL('../fixtures/schema-0016.backup', import.meta.url));

type State = { readonly schema: string; readonly balances: string; readonly steps: unknown };

async function stateOf(adminUrl: string): Promise<State> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const steps = await client.query(
      'SELECT number, name, sha256, breaking FROM schema_migration ORDER BY 1',
    );
    return {
      schema: await dumpSchema(client),
      balances: await balances(adminUrl),
      steps: steps.rows,
    };
  } finally {
    await client.end();
  }
}

describe('an upgrade that is cut off at a message', { timeout: DEEP ? 900_000 : 120_000 }, () => {
  let template: EmptyDatabase;
  let proxy: WireProxy;
  beforeAll(async () => {
    template = await emptyDatabase();
    accepted(await restore(template, OLD));
    proxy = await startWireProxy(template.ownerUrl);
  });
  afterAll(async () => {
    await proxy.close();
    await template.drop();
  });

  test('goes on when it is asked again, whichever message it was', async () => {
    const undisturbed = await attempt(undefined);
    expect(undisturbed.state.steps).toHaveLength(migrations().length);
    const all = undisturbed.seen.flatMap((text, index): (Cut & { text: string })[] =>
      (['before', 'after'] as const).map((side) => ({ message: index + 1, side, text })),
    );
    const draw = seededRandom(SEED);
    const cuts = ownCases(
      all.length <= CUTS ? all : Array.from({ length: CUTS }, () => all[draw(all.length)] as Cut),
    );
    const wrong: unknown[] = [];
    for (const cut of cuts) {
      const { state } = await attempt(cut);
      if (JSON.stringify(state) !== JSON.stringify(undisturbed.state)) wrong.push(cut);
    }
    process.stdout.write(`${JSON.stringify({ messages: undisturbed.seen.length, cuts: cuts.length })}\n`);
    expect(wrong).toEqual([]);
  });

  /** On a copy of the old database, through the proxy, asked again where it was cut off. */
  async function attempt(cut: Cut | undefined) {
    const copy = await copyOf(template, template.options.passwords);
    const through = Object.assign(new URL(proxy.url), { pathname: new URL(copy.ownerUrl).pathname });
    proxy.arm(cut);
    const first = await migrate(through.href).catch(onlyOutage);
    const seen = [...proxy.seen()];
    expect(await proxy.wasCut()).toBe(cut !== undefined);
    accepted(first ?? (await migrate(copy.ownerUrl)));
    const state = await stateOf(copy.adminUrl);
    await copy.drop();
    return { seen, state };
  }
});

describe('an upgrade whose PostgreSQL is killed', { timeout: DEEP ? 900_000 : 120_000 }, () => {
  let server: CrashServer;
  let old: { readonly adminUrl: string; readonly ownerUrl: string };
  const passwords = { owner: 'owner', app: 'app', portal: 'portal' };
  beforeAll(async () => {
    server = await startCrashServer();
    const urls = await provision(server.adminUrl, { database: 'old', passwords });
    old = { ...urls, adminUrl: Object.assign(new URL(server.adminUrl), { pathname: '/old' }).href };
    accepted(await restore({ ...urls, ...old }, OLD));
  });
  afterAll(() => server.stop());

  test('goes on after the recovery, whenever it was', async () => {
    const draw = seededRandom(SEED);
    const undisturbed = await copyOf(old, passwords);
    const began = performance.now();
    accepted(await migrate(undisturbed.ownerUrl));
    const lasts = Math.ceil(performance.now() - began);
    const expected = await stateOf(undisturbed.adminUrl);
    const moments = ownCases(Array.from({ length: KILLS }, () => draw(lasts)));
    let interrupted = 0;
    for (const moment of moments) {
      const copy = await copyOf(old, passwords);
      const migrating = migrate(copy.ownerUrl).catch(onlyOutage);
      await sleep(moment);
      await server.kill();
      if ((await migrating) === undefined) interrupted += 1;
      await server.restart();
      accepted(await migrate(copy.ownerUrl));
      expect(await stateOf(copy.adminUrl)).toEqual(expected);
      await expectWholeIndexes(copy.adminUrl);
      await copy.drop();
    }
    process.stdout.write(`${JSON.stringify({ seed: SEED, kills: moments.length, interrupted, lasts })}\n`);
  });

  test('goes on when the program itself was killed, and each backup that it made before is whole', async () => {
    const draw = seededRandom(SEED + 1);
    const backups = mkdtempSync(join(tmpdir(), 'openrebate-upgrades-'));
    const expected = await undisturbedState(old);
    let interrupted = 0;
    for (let kill = 0; kill < PROGRAM_KILLS; kill += 1) {
      const copy = await copyOf(old, passwords);
      const env = {
        DATABASE_URL: copy.appUrl,
        MIGRATION_DATABASE_URL: copy.ownerUrl,
        OPENREBATE_BACKUPS: backups,
      };
      const before = readdirSync(backups).length;
      const program = startProgram(['--json', 'migrate'], env);
      // From the backup on it is at work; until then it reads its own files.
      while (readdirSync(backups).length === before) await sleep(2);
      await Promise.race([sleep(draw(1500)), program.ended]);
      program.child.kill('SIGKILL');
      if ((await program.ended) === 'SIGKILL') interrupted += 1;
      expect(await openrebateWith(env, '--json', 'migrate')).toMatchObject({ code: 0 });
      expect(await stateOf(copy.adminUrl)).toEqual(expected);
      await expectWholeIndexes(copy.adminUrl);
      await copy.drop();
    }
    const made = readdirSync(backups).filter((name) => name.endsWith('.backup') && !name.startsWith('.'));
    for (const name of made) accepted(await checkBackup(join(backups, name)));
    rmSync(backups, { recursive: true });
    const figures = { seed: SEED, programKills: PROGRAM_KILLS, interrupted, backups: made.length };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    expect(made.length).toBeGreaterThan(0);
  });

  async function undisturbedState(of: { readonly adminUrl: string }): Promise<State> {
    const copy = await copyOf(of, passwords);
    accepted(await migrate(copy.ownerUrl));
    const state = await stateOf(copy.adminUrl);
    await copy.drop();
    return state;
  }
});

async function expectWholeIndexes(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  expect((await brokenIndexes(admin)).faults).toEqual([]);
  await admin.end();
}

/** A copy of a database, quicker than restoring it again. */
async function copyOf(of: { readonly adminUrl: string }, passwords: ProvisionOptions['passwords']) {
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  const postgres = Object.assign(new URL(of.adminUrl), { pathname: '/postgres' }).href;
  const template = new URL(of.adminUrl).pathname.slice(1);
  await ask(postgres, `CREATE DATABASE ${database} OWNER openrebate_owner TEMPLATE ${template}`);
  const urls = await provision(postgres, { database, passwords });
  const adminUrl = Object.assign(new URL(postgres), { pathname: `/${database}` }).href;
  return { ...urls, adminUrl, drop: () => ask(postgres, `DROP DATABASE ${database} WITH (FORCE)`) };
}

/** What a cut does to its caller; anything else is a fault of the migration. */
function onlyOutage(error: Error): undefined {
  if (!isOutage(error) && !isOutage(error.cause)) throw error;
}
