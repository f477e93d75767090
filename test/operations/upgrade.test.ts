import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { migrate } from '../../adapters/db/migrate.ts';
import { openStore } from '../../adapters/db/store.ts';
import { checkBackup } from '../../adapters/files/backup/checkBackup.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { explainEarning } from '../../app/earnings/explainEarning.ts';
import type { Ports } from '../../app/ports.ts';
import { renderStep } from '../../core/wording/renderStep.ts';
import { openrebateWith } from '../start/runCommand.ts';
import { type EmptyDatabase, emptyDatabase } from '../support/database.ts';
import { accepted } from '../support/facts.ts';
import { ask, balances, restore } from './backups.ts';

// A database of each released schema, filled by the program of that release and backed up: this
// program restores it, migrates it, finds every balance as it was, and books nothing.
const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const RELEASED = readdirSync(FIXTURES).filter((name) => name.endsWith('.backup'));

const databases: EmptyDatabase[] = [];
afterAll(async () => {
  for (const database of databases) await database.drop();
});

function portsOn(appUrl: string) {
  const clock = { now: () => new Date('2026-11-29T12:00:00Z') };
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const store = openStore({ url: appUrl });
  return { store, clock, ids: uuidV7(clock), sha256 } satisfies Ports;
}

describe.each(RELEASED)('%s', (name) => {
  const path = `${FIXTURES}${name}`;
  const read = (ending: string) => readFileSync(path.replace(/backup$/, ending), 'utf8');

  test('has rows in every table', async () => {
    const { tables } = accepted(await checkBackup(path));
    expect([...tables].filter(([, { rows }]) => rows === 0)).toEqual([]);
    expect(tables.size).toBeGreaterThanOrEqual(18);
  });

  test('upgraded: balances and explanations as they were, and nothing new to book', async () => {
    const database = await emptyDatabase();
    databases.push(database);
    accepted(await restore(database, path));
    expect(await balances(database.adminUrl)).toBe(read('csv'));
    accepted(await migrate(database.ownerUrl));
    const ports = portsOn(database.appUrl);
    const { tenant, explained } = JSON.parse(read('explained.json'));
    const before = await explanations(ports, tenant, Object.keys(explained));
    expect(before).toEqual(explained);
    const done = await calculateDue(ports, tenant);
    expect(done.flatMap(({ bookings }) => bookings)).toEqual([]);
    expect(await balances(database.adminUrl)).toBe(read('csv'));
    await ports.store.close();
  }, 60_000);
});

/** The hash of each explanation in both languages. */
async function explanations(ports: Ports, tenant: string, ids: readonly string[]) {
  const found: Record<string, string> = {};
  for (const id of ids) {
    const { explanation } = accepted(await explainEarning(ports, tenant, id));
    const texts = (['en', 'zh-CN'] as const).map((language) =>
      JSON.stringify(renderStep(explanation, language)),
    );
    found[id] = createHash('sha256').update(texts.join('\n')).digest('hex');
  }
  return found;
}

describe('an upgrade that is rehearsed', () => {
  test('on a copy changes nothing of the database at work, is compared, and has a way back', async () => {
    const old = `${FIXTURES}schema-0016.backup`;
    const [atWork, copy, back] = await Promise.all([emptyDatabase(), emptyDatabase(), emptyDatabase()]);
    databases.push(atWork, copy, back);
    for (const database of [atWork, copy]) accepted(await restore(database, old));
    const before = await balances(atWork.adminUrl);
    const backups = mkdtempSync(join(tmpdir(), 'openrebate-rehearsal-'));
    const [[tenant] = []] = await ask(copy.adminUrl, 'SELECT code FROM tenant ORDER BY code LIMIT 1');
    const onCopy = {
      DATABASE_URL: copy.appUrl,
      MIGRATION_DATABASE_URL: copy.ownerUrl,
      OPENREBATE_BACKUPS: backups,
      OPENREBATE_TENANT: String(tenant),
    };
    try {
      for (const command of [['migrate'], ['calculate'], ['audit', 'link'], ['audit', 'verify']])
        expect([command, await openrebateWith(onCopy, '--json', ...command)]).toMatchObject([
          command,
          { code: 0 },
        ]);
      expect(await balances(copy.adminUrl)).toBe(before);
      const [name = ''] = readdirSync(backups);
      accepted(await restore(back, join(backups, name)));
      for (const database of [atWork, back]) {
        expect(await balances(database.adminUrl)).toBe(before);
        const [row] = await ask(database.adminUrl, 'SELECT max(number) FROM schema_migration');
        expect(row).toEqual([16]);
      }
    } finally {
      rmSync(backups, { recursive: true });
    }
  }, 120_000);
});

describe('openrebate migrate on a database that holds something', () => {
  test('backs it up first, where a folder is named, and says so where none is', async () => {
    const database = await emptyDatabase();
    databases.push(database);
    const old = `${FIXTURES}schema-0016.backup`;
    accepted(await restore(database, old));
    const backups = mkdtempSync(join(tmpdir(), 'openrebate-upgrade-'));
    const urls = { DATABASE_URL: database.appUrl, MIGRATION_DATABASE_URL: database.ownerUrl };
    try {
      const upgraded = await openrebateWith({ ...urls, OPENREBATE_BACKUPS: backups }, '--json', 'migrate');
      expect(upgraded).toMatchObject({ code: 0 });
      const [name = '', ...more] = readdirSync(backups);
      expect([name, more]).toEqual([expect.stringMatching(/^schema-16-.*\.backup$/), []]);
      expect(accepted(await checkBackup(join(backups, name))).tables).toEqual(
        accepted(await checkBackup(old)).tables,
      );
      expect(
        await openrebateWith({ ...urls, OPENREBATE_BACKUPS: backups }, '--json', 'migrate'),
      ).toMatchObject({ code: 0 });
      expect(readdirSync(backups)).toHaveLength(1);
    } finally {
      rmSync(backups, { recursive: true });
    }
    const other = await emptyDatabase();
    databases.push(other);
    accepted(await restore(other, old));
    const bare = { DATABASE_URL: other.appUrl, MIGRATION_DATABASE_URL: other.ownerUrl };
    const { code, err } = await openrebateWith(bare, '--lang', 'en', 'migrate');
    expect([code, err]).toEqual([0, expect.stringContaining('without a backup')]);
  }, 60_000);

  test('does not begin where the backup cannot be written', async () => {
    const database = await emptyDatabase();
    databases.push(database);
    accepted(await restore(database, `${FIXTURES}schema-0016.backup`));
    const urls = { DATABASE_URL: database.appUrl, MIGRATION_DATABASE_URL: database.ownerUrl };
    const full = await openrebateWith({ ...urls, OPENREBATE_BACKUPS: '/dev/null' }, '--json', 'migrate');
    expect([full.code, JSON.parse(full.out).refusals]).toEqual([
      1,
      [expect.objectContaining({ code: 'file-not-writable' })],
    ]);
    const [row] = await ask(database.adminUrl, 'SELECT max(number) FROM schema_migration');
    expect(row).toEqual([16]);
  }, 60_000);
});
