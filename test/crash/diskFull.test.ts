import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenStore, openStore } from '../../adapters/db/store.ts';
import { readLines } from '../../adapters/files/readLines.ts';
import { isOutage } from '../../adapters/http/outage.ts';
import { systemActor } from '../../app/actor.ts';
import { importLines } from '../../app/intake/importLines.ts';
import { importMaster } from '../../app/intake/importMaster.ts';
import { openrebateWith } from '../start/runCommand.ts';
import { type StartedProgram, startProgram } from '../start/startedProgram.ts';
import { taken } from '../support/scenario.ts';
import { openLedger, portsOn } from './books.ts';
import { type Delivery, deliveries, MASTER, pathOf, writeDeliveries } from './deliveries.ts';

// The embedded database on a small disk of its own, which somebody else fills up while imports come
// in. Mounting needs root; elsewhere the test is left out.
const DEEP = process.env.OPENREBATE_DEEP === '1';
const MEBIBYTE = 2 ** 20;
const OLD = fileURLToPath(new URL('../fixtures/schema-0016.backup', import.meta.url));

/** PostgreSQL ends where it gets no new file to write ahead in, and refuses where a table cannot grow. */
const KINDS = [
  {
    what: 'the log that is written ahead',
    settings: "wal_recycle = off\nmax_wal_size = '48MB'\nmin_wal_size = '32MB'\n",
  },
  ...(DEEP ? [{ what: 'the tables', settings: "min_wal_size = '64MB'\nmax_wal_size = '64MB'\n" }] : []),
];

const CAN_MOUNT = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;

let folder: string;
let files: readonly Delivery[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openrebate-full-'));
  chmodSync(folder, 0o755);
  files = deliveries(DEEP ? 400 : 120, 7);
  writeDeliveries(folder, files);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Without the right to mount there is no small disk.
describe.skipIf(!CAN_MOUNT).each(KINDS)('a disk that is full of something else: $what', ({ settings }) => {
  const state = () => join(folder, 'state');
  const env = () => ({ OPENREBATE_HOME: state(), PORT: '0', LOG_LEVEL: 'fatal' });
  let program: StartedProgram;
  let store: OpenStore;

  beforeAll(async () => {
    mkdirSync(state(), { recursive: true });
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=0755', 'tmpfs', state()]);
    expect(mounted.status).toBe(0);
    expect(await openrebateWith(env(), 'restore', OLD)).toMatchObject({ code: 0 });
    appendFileSync(join(state(), 'database/data/postgresql.conf'), settings);
  }, 60_000);

  afterAll(async () => {
    program.child.kill('SIGTERM');
    await program.ended;
    spawnSync('umount', ['-l', state()]);
  }, 60_000);

  test(
    'stops writes, loses nothing, says why, and goes on by itself',
    async () => {
      program = startProgram(['serve', '--lang', 'en'], env());
      const [, address = ''] = await program.seen(/OpenRebate: (http:\/\/localhost:\d+)/);
      const url = urlOf(state());
      store = openStore({ url: url('app') });
      const tenant = await openLedger(url('owner'));
      const acknowledged: { readonly key: string; readonly batch: number }[] = [];
      let failures = 0;
      let isOver = false;
      const writing = (async () => {
        const actor = systemActor('demo');
        await importMaster(portsOn(store, files[0]?.day ?? ''), tenant, MASTER, actor).then(taken);
        for (const file of files) {
          const open = () => readLines(pathOf(folder, file));
          for (let isDone = false; !isDone && !isOver; ) {
            try {
              const ports = portsOn(store, file.day);
              const done = taken(
                await importLines(ports, tenant, { source: 'erp', open, key: file.key, actor }),
              );
              acknowledged.push({ key: file.key, batch: done.batch });
              isDone = true;
            } catch (error) {
              if (!isOutage(error)) throw error;
              failures += 1;
              await sleep(50);
            }
          }
        }
      })();
      await until(() => acknowledged.length >= 5, 20_000);
      const ballast = fillUp(join(state(), 'ballast'));
      const full = performance.now();
      await until(() => failures > 3 || acknowledged.length === files.length, 60_000);
      expect(failures).toBeGreaterThan(3);
      const before = acknowledged.length;
      const health = await fetch(`${address}/readyz`);
      const named = performance.now() - full;
      expect([health.status, await health.text()]).toEqual([
        503,
        expect.stringMatching(/server-not-ready[\s\S]*disk/),
      ]);
      const doctor = await openrebateWith(env(), '--json', 'doctor');
      expect([doctor.code, doctor.out]).toEqual([1, expect.stringContaining('"disk-full"')]);
      rmSync(ballast);
      const free = performance.now();
      await until(() => acknowledged.length > before, 60_000);
      const back = performance.now() - free;
      await writing.finally(() => {
        isOver = true;
      });
      // Each key acknowledged is there with its batch, once; asked again, all answer the same.
      const known = await store.inTenant(tenant, async (tx) => tx.lines.knownAt(await tx.batches.last(), {}));
      for (const { key, batch } of acknowledged) {
        const file = files.find((one) => one.key === key) as Delivery;
        const open = () => readLines(pathOf(folder, file));
        const again = await importLines(portsOn(store, file.day), tenant, {
          source: 'erp',
          open,
          key,
          actor: systemActor('demo'),
        });
        expect(taken(again).batch).toBe(batch);
      }
      expect(acknowledged.map(({ key }) => key)).toEqual(files.map(({ key }) => key));
      expect(known.length).toBe(new Set(known.map(({ document, line }) => `${document} ${line}`)).size);
      const figures = {
        acknowledged: acknowledged.length,
        failures,
        restarts: program.printed().split('has ended').length - 1,
        namedMs: Math.round(named),
        backMs: Math.round(back),
      };
      process.stdout.write(`${JSON.stringify(figures)}\n`);
      await store.close();
    },
    DEEP ? 600_000 : 150_000,
  );
});

/** Writes a file until nothing more fits. */
function fillUp(path: string): string {
  const file = openSync(path, 'w');
  for (const size of [MEBIBYTE, 4096]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 1));
    } catch {
      // Less is tried next.
    }
  }
  closeSync(file);
  return path;
}

/** The address of a role in the database of a state folder. */
function urlOf(state: string): (role: 'app' | 'owner') => string {
  const passwords = JSON.parse(readFileSync(join(state, 'role-passwords.json'), 'utf8'));
  const port = readFileSync(join(state, 'port'), 'utf8').trim();
  return (role) => `postgresql://openrebate_${role}:${passwords[role]}@127.0.0.1:${port}/openrebate`;
}

async function until(isSo: () => boolean, milliseconds: number): Promise<void> {
  const began = performance.now();
  while (!isSo()) {
    if (performance.now() - began > milliseconds) throw new Error('It did not come about in time');
    await sleep(20);
  }
}
