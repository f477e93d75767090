import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { systemClock } from '../../adapters/system/systemClock.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { systemActor } from '../../app/actor.ts';
import { auditDeed } from '../../app/auditDeed.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { createWebhook } from '../../app/webhooks/changeWebhook.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { taken } from '../support/scenario.ts';
import { testOutside } from '../support/testCourier.ts';
import { type Receiver, webhookReceiver } from '../support/webhookReceiver.ts';
import { seededRandom } from './seededRandom.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

// Workers in processes of their own, killed (-9) while events go out to a real server: at any place between the commit of a deed and
// the note of an answer. Nothing is lost, and of each thing nothing comes before what happened earlier.
const KILLS = process.env.OPENREBATE_DEEP === '1' ? 8 : 3;
const THINGS = 6;
const EVENTS = 20;
const KINDS = ['deduction.registered', 'deduction.matched', 'deduction.denied'] as const;
/** Longer than whoever was killed holds what it was sending. */
const AHEAD_MS = 61_000;

let database: TestDatabase;
let receiver: Receiver;
let tenant: TenantId;
let ports: Ports;
let child: ChildProcess | undefined;
beforeAll(async () => {
  database = await testDatabase();
  receiver = await webhookReceiver();
  tenant = await database.tenant();
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  ports = { store: database.store, clock: systemClock, ids: uuidV7(systemClock), sha256 };
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await receiver.close();
  await database.drop();
});

const start = (kills: number) =>
  fork(new URL('webhookWorker.ts', import.meta.url).pathname, [database.appUrl, String(kills * AHEAD_MS)]);

test('workers that are killed again and again lose no event, and keep the order of each thing', async () => {
  const draw = seededRandom(20_261_130);
  receiver.answer = (_, response) => void setTimeout(() => response.writeHead(204).end(), 15);
  const wanted = { name: 'ERP', url: receiver.url, kinds: KINDS };
  taken(await createWebhook({ ...ports, ...testOutside() }, tenant, wanted, systemActor('cli')));
  const writing = (async () => {
    for (let number = 0; number < EVENTS; number += 1) {
      for (let thing = 0; thing < THINGS; thing += 1) {
        const action = KINDS[number % KINDS.length] as string;
        const deed = { actor: systemActor('cli'), action, object: `thing ${thing}`, body: {} };
        await database.store.inTenant(tenant, (tx) => auditDeed(ports, tx, deed));
      }
      await sleep(20);
    }
  })();
  child = start(0);
  for (let kills = 1; kills <= KILLS; kills += 1) {
    const before = receiver.received.length;
    while (receiver.received.length < before + 3) await sleep(5);
    await sleep(draw(60));
    child.kill('SIGKILL');
    await once(child, 'close');
    child = start(kills);
  }
  await writing;
  const all = THINGS * EVENTS;
  const ids = () => new Set(receiver.received.map(({ body }) => body.id));
  while (ids().size < all) await sleep(20);
  child.kill('SIGTERM');
  await once(child, 'close');
  expect(ids().size).toBe(all);
  // What was under way when a worker died may come once more, and nothing else does.
  const doubled = receiver.received.length - all;
  expect(doubled).toBeLessThanOrEqual(KILLS * THINGS);
  for (let thing = 0; thing < THINGS; thing += 1) {
    const own = receiver.received
      .filter(({ body }) => body.data.object.id === `thing ${thing}`)
      .map(({ body }) => body.data.sequence as number);
    expect(own.toSorted((a, b) => a - b)).toEqual(own);
    expect(new Set(own).size).toBe(EVENTS);
  }
});
