import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accept, refuse, refused } from '../core/refusal/refusals.ts';
import {
  type EmptyDatabase,
  emptyDatabase,
  type TestDatabase,
  testDatabase,
} from '../test/support/database.ts';
import { testPostbox } from '../test/support/testPostbox.ts';
import { compose } from './compose.ts';
import { linesUnderWay } from './linesUnderWay.ts';
import { readiness } from './readiness.ts';

// What keeps the server from working, each cause by one word.

let database: TestDatabase;
let empty: EmptyDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  empty = await emptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'openrebate-ready-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await empty.drop();
  await database.drop();
});

const NOTHING_READ = linesUnderWay();

const KEYS = {
  list: async () => accept([]),
  seal: async () => refused(refuse('key-ring-invalid', '')),
  open: async () => refused(refuse('key-ring-invalid', '')),
  add: async () => refused(refuse('key-ring-invalid', '')),
};

async function causesOf(appUrl: string, stateFolder?: string, keys: typeof KEYS | object = KEYS) {
  const ports = compose({ appUrl, keys: { ...KEYS, ...keys } }, testPostbox());
  try {
    const health = readiness(ports, { appUrl, ...(stateFolder && { stateFolder }) }, NOTHING_READ);
    const { causes } = await health.look();
    return { causes, isUp: await health.isDatabaseUp() };
  } finally {
    await ports.close();
  }
}

it('is ready on a database that is set up, with a folder and keys', async () => {
  expect(await causesOf(database.appUrl, folder)).toEqual({ causes: [], isUp: true });
});

it('names a schema that is missing, a role that sees too much, a database that is away', async () => {
  expect((await causesOf(empty.appUrl)).causes).toEqual(['schema']);
  expect((await causesOf(database.adminUrl)).causes).toEqual(['role']);
  const away = Object.assign(new URL(database.appUrl), { port: '1' }).href;
  expect(await causesOf(away)).toEqual({ causes: ['database'], isUp: false });
});

it('says what PostgreSQL said of its disk, for a while', async () => {
  const ports = compose({ appUrl: database.appUrl, keys: KEYS }, testPostbox());
  const causesAfter = async (seconds: number) => {
    const fullAt = () => performance.now() - seconds * 1000;
    return (await readiness({ ...ports, fullAt }, { appUrl: database.appUrl }, NOTHING_READ).look()).causes;
  };
  expect(ports.fullAt()).toBeUndefined();
  expect([await causesAfter(1), await causesAfter(60)]).toEqual([['disk-database'], []]);
  await ports.close();
});

it('says which folder cannot be looked at, and works on without that for backups', async () => {
  const ports = compose({ appUrl: database.appUrl, keys: KEYS }, testPostbox());
  const file = join(folder, 'file');
  await writeFile(file, '');
  const look = (place: object) =>
    readiness(ports, { appUrl: database.appUrl, ...place }, NOTHING_READ).look();
  const below = join(file, 'below');
  expect(await look({ backups: below })).toEqual({
    ...{ causes: [], warnings: ['disk-backups'], underWay: [] },
  });
  expect((await look({ stateFolder: below })).causes).toContain('disk-database');
  await ports.store.close();
});

it('names keys that cannot be read', async () => {
  const unreadable = { list: async () => refused(refuse('key-ring-invalid', '')) };
  const found = await causesOf(database.appUrl, folder, unreadable);
  expect(found.causes).toEqual(['keys']);
});

it('says that calculations wait for lines, from their first to their last one, and is ready meanwhile', async () => {
  const ports = compose({ appUrl: database.appUrl, keys: KEYS }, testPostbox());
  const lines = linesUnderWay();
  const health = readiness(ports, { appUrl: database.appUrl }, lines);
  const seen = async () => {
    const { causes, underWay } = await health.look();
    return [causes, underWay];
  };
  expect(await seen()).toEqual([[], []]);
  lines.tell('one', 0);
  lines.tell('two', 7);
  expect(await seen()).toEqual([[], ['lines']]);
  lines.tell('one', undefined);
  expect([lines.of('one'), lines.of('two'), await seen()]).toEqual([undefined, 7, [[], ['lines']]]);
  lines.clear();
  expect(await seen()).toEqual([[], []]);
  await ports.close();
});
