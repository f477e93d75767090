import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { install } from '../support/served.ts';
import { webhookReceiver } from '../support/webhookReceiver.ts';

// How long it takes until a program outside hears what has happened: `npm run bench:webhooks`; the whole server with its worker, deeds
// at drawn moments, and a receiver on this machine. From the answer to the deed until the event is there.

const DEEDS = 30;

const folder = mkdtempSync(join(tmpdir(), 'openrebate-webhooks-'));
// The database does not run as root.
chmodSync(folder, 0o755);
const receiver = await webhookReceiver();
const installation = await install(folder, { WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' });
const server = await installation.start();

async function post(path: string, body: object): Promise<void> {
  const answer = await fetch(`${installation.address}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: installation.authorization,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

await post('webhooks', { name: 'Bench', url: receiver.url, kinds: ['import.ended'] });
const waited: number[] = [];
for (let deed = 0; deed < DEEDS; deed += 1) {
  await sleep(1500 + Math.random() * 2000);
  const [code, before] = [`BENCH-${deed}`, receiver.received.length];
  const item = { kind: 'partner', code, name: code, attributes: {} };
  await post('master-data/bulk', { items: [item], allOrNothing: true });
  const began = performance.now();
  while (receiver.received.length === before && performance.now() - began < 60_000) await sleep(2);
  waited.push(Math.round(performance.now() - began));
}
waited.sort((one, other) => one - other);
const at = (share: number) => waited[Math.floor((waited.length - 1) * share)];
const figures = { deeds: DEEDS, leastMs: at(0), medianMs: at(0.5), p90Ms: at(0.9), mostMs: at(1) };
process.stdout.write(`${JSON.stringify(figures)}\n`);
server.child.kill('SIGTERM');
await server.ended;
await receiver.close();
rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
