import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkBackup } from '../../adapters/files/backup/checkBackup.ts';
import { saveBackup } from '../../adapters/files/backup/saveBackup.ts';
import { lineExport } from '../../adapters/files/lineExport.ts';
import { readLines } from '../../adapters/files/readLines.ts';
import { writeLineExport } from '../../adapters/files/writeLineExport.ts';
import { writeText } from '../../adapters/files/writeText.ts';
import { systemActor } from '../../app/actor.ts';
import { exportLines } from '../../app/exports/exportLines.ts';
import { importLines } from '../../app/intake/importLines.ts';
import type { Snapshot, TableSum } from '../../app/ports/snapshot.ts';
import { badDisk } from '../support/badDisk.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { importMaster } from '../support/importMaster.ts';
import { taken } from '../support/scenario.ts';
import { portsOn } from './books.ts';
import { type Delivery, deliveries, LAST_DAY, MASTER, pathOf, writeDeliveries } from './deliveries.ts';
import { seededRandom } from './seededRandom.ts';

// A disk on which one call in so many fails: each run ends complete or with a coded refusal, and no
// half file ever stands under a name that looks whole.
vi.mock('node:fs', async (original) => (await import('../support/badDisk.ts')).badFs(await original()));
vi.mock('node:fs/promises', async (original) =>
  (await import('../support/badDisk.ts')).badPromises(await original()),
);

const DEEP = process.env.OPENREBATE_DEEP === '1';
const RUNS = DEEP ? 1000 : 60;
const SEED = Number(process.env.OPENREBATE_SEED ?? 20261129);
/** Each on tenants of its own: what is there is looked at around every refusal. */
const IMPORT_ROUNDS = Array.from({ length: DEEP ? RUNS / 100 : 1 }, (_, round) => round);
/** One call in a hundred, on average; small files make few calls, and are tried more harshly as well. */
const HARSHNESS = [100, 20, 6];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openrebate-disk-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  badDisk.draw = seededRandom(SEED);
  badDisk.failed = 0;
});
afterEach(() => {
  badDisk.oneIn = 0;
});

/** Does it while the disk is bad. */
async function onBadDisk<T>(round: number, work: () => Promise<T>): Promise<T> {
  badDisk.oneIn = HARSHNESS[round % HARSHNESS.length] as number;
  try {
    return await work();
  } finally {
    badDisk.oneIn = 0;
  }
}

const LABEL = { program: '0.0.0', takenAt: '2026-11-28T12:00:00.000Z', keys: [] };
const CONTENTS = new Map(
  ['a', 'b', 'c'].map((name) => [
    name,
    Array.from({ length: 9 }, () => `${randomBytes(3000).toString('hex')}\n`),
  ]),
);
const EXPECTED = new Map<string, TableSum>(
  [...CONTENTS].map(([name, rows]) => {
    const text = rows.join('');
    return [
      name,
      { rows: rows.length, bytes: text.length, sha256: createHash('sha256').update(text).digest('hex') },
    ];
  }),
);

/** A snapshot without a database. */
function aSnapshot(): Snapshot {
  const tables = [...CONTENTS.keys()].map((name) => ({ name, columns: ['text'] }));
  async function* chunksOf(name: string) {
    for (const row of CONTENTS.get(name) ?? []) yield Buffer.from(row);
  }
  async function* texts() {
    for (const table of tables) yield { table, chunks: chunksOf(table.name) };
  }
  return { head: { server: '18', migrations: [], tables }, tables: texts() };
}

describe('on a disk that fails', { timeout: DEEP ? 900_000 : 60_000 }, () => {
  test(`${RUNS} backups are whole, or refused and not there`, async () => {
    const codes: Record<string, number> = {};
    for (let run = 0; run < RUNS; run += 1) {
      const path = join(folder, `${run}.backup`);
      const saved = await onBadDisk(run, () => saveBackup(path, aSnapshot(), LABEL));
      const code = saved.ok ? 'whole' : (saved.refusals[0]?.code ?? '');
      codes[code] = (codes[code] ?? 0) + 1;
      // After the very last step, the flush of the folder, it is there and whole all the same.
      if (saved.ok || existsSync(path)) expect(taken(await checkBackup(path)).tables).toEqual(EXPECTED);
      const read = await onBadDisk(run, () => checkBackup(path));
      if (read.ok) expect(read.value.tables).toEqual(EXPECTED);
      rmSync(path, { force: true });
    }
    process.stdout.write(`${JSON.stringify({ backups: RUNS, failedCalls: badDisk.failed, codes })}\n`);
    expect(Object.keys(codes)).toContain('whole');
    expect(codes['file-not-writable']).toBeGreaterThan(RUNS / 20);
  });

  test(`${RUNS} files written over are the old one or the new one`, async () => {
    const path = join(folder, 'proof.json');
    const [old, fresh] = ['old\n'.repeat(5000), 'new\n'.repeat(6000)];
    let refusals = 0;
    for (let run = 0; run < RUNS; run += 1) {
      writeFileSync(path, old);
      const written = await onBadDisk(run, () => writeText(path, fresh));
      const text = readFileSync(path, 'utf8');
      if (written.ok) expect(text).toBe(fresh);
      else refusals += 1;
      expect([old, fresh]).toContain(text);
    }
    expect(refusals).toBeGreaterThan(0);
    // What could not be removed does not look like a file of anybody's.
    const left = readdirSync(folder).filter((name) => !/^\..*\.new-[0-9a-f]{6}$/.test(name));
    expect(left).toEqual(['proof.json']);
  });
});

describe('an import from a disk that fails', { timeout: DEEP ? 900_000 : 60_000 }, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  test.each(IMPORT_ROUNDS)('has its effects once, or none and a code: round %i', async (round) => {
    const own = join(folder, `imports-${round}`);
    badDisk.draw = seededRandom(SEED + round);
    const files = deliveries(DEEP ? 100 : 12, SEED + round) as Delivery[];
    writeDeliveries(own, files);
    const [bad, good] = [await database.tenant(), await database.tenant()];
    const actor = systemActor('demo');
    const codes: Record<string, number> = {};
    for (const tenant of [bad, good]) {
      await importMaster(portsOn(database.store, files[0]?.day ?? ''), tenant, MASTER, actor).then(taken);
    }
    for (const [at, file] of files.entries()) {
      const ports = portsOn(database.store, file.day);
      const open = () => readLines(pathOf(own, file));
      const ask = (tenant: string) =>
        importLines(ports, tenant, { source: 'erp', open, key: file.key, actor });
      for (let isDone = false; !isDone; ) {
        const before = await rowsOf(bad);
        const result = await onBadDisk(at, () => ask(bad));
        isDone = result.ok;
        if (result.ok) continue;
        expect(await rowsOf(bad)).toEqual(before);
        for (const { code } of result.refusals) codes[code] = (codes[code] ?? 0) + 1;
      }
      taken(await ask(good));
    }
    process.stdout.write(`${JSON.stringify({ imports: files.length, codes })}\n`);
    expect(await rowsOf(bad)).toEqual(await rowsOf(good));
    expect(Object.keys(codes).every((code) => ['file-not-readable', 'file-not-found'].includes(code))).toBe(
      true,
    );
  });

  test(`has an export that is whole or not there, ${RUNS} times`, async () => {
    const own = join(folder, 'exports');
    mkdirSync(own);
    const files = deliveries(12, SEED + 1);
    writeDeliveries(own, files);
    const tenant = await database.tenant();
    const ports = portsOn(database.store, LAST_DAY);
    const actor = systemActor('demo');
    taken(await importMaster(ports, tenant, MASTER, actor));
    for (const file of files) {
      const open = () => readLines(pathOf(own, file));
      taken(await importLines(ports, tenant, { source: 'erp', open, key: file.key, actor }));
    }
    const path = join(own, 'lines.csv');
    const told = `${path}.manifest.json`;
    const write = () =>
      exportLines(ports, tenant, {}, (about, pages) =>
        writeLineExport(path, lineExport('csv', about, pages)),
      );
    const manifest = taken(await write());
    const whole = readFileSync(path, 'utf8');
    const before = { text: 'of before\n', manifest: '{"sha256":"of before"}' };
    const codes: Record<string, number> = {};
    for (let run = 0; run < RUNS; run += 1) {
      rmSync(path, { force: true });
      rmSync(told, { force: true });
      // Every other one takes the place of an export that is there.
      if (run % 2 === 1) writeFileSync(path, before.text);
      if (run % 2 === 1) writeFileSync(told, before.manifest);
      const written = await onBadDisk(run, write);
      const code = written.ok ? 'whole' : (written.refusals[0]?.code ?? '');
      codes[code] = (codes[code] ?? 0) + 1;
      if (written.ok) expect(written.value.sha256).toEqual(manifest.sha256);
      // What bears the name is whole, the one of before or the new one; what lies beside it tells of it.
      if (existsSync(path)) expect([whole, before.text]).toContain(readFileSync(path, 'utf8'));
      if (written.ok || existsSync(told)) {
        const isOld = readFileSync(path, 'utf8') === before.text;
        const { sha256 } = JSON.parse(readFileSync(told, 'utf8'));
        expect([written.ok && isOld, sha256]).toEqual([false, isOld ? 'of before' : manifest.sha256]);
      }
    }
    process.stdout.write(`${JSON.stringify({ exports: RUNS, failedCalls: badDisk.failed, codes })}\n`);
    expect(Object.keys(codes).sort()).toEqual(['file-not-writable', 'whole']);
  });

  const rowsOf = (tenant: string) =>
    database.store.inTenant(tenant, async (tx) => {
      const batch = await tx.batches.last();
      const lines = await tx.lines.knownAt(batch, {});
      return [batch, lines.map(({ document, line, netValue }) => [document, line, netValue])];
    });
});
