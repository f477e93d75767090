import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { seededRandom } from '../crash/seededRandom.ts';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { asRole } from '../support/asRole.ts';

// Between sender and server a third of the answers is lost, half of the requests come again later,
// and nothing comes in order: what happened is what was asked for, once each.

const KEYS = process.env.OPENREBATE_DEEP === '1' ? 10_000 : 200;
const SEED = 20_261_129;

const { database, api } = await servedDatabase();
const tenant = await database.tenant();
const sender = await personWith(api, tenant);
await api.server.listen({ host: '127.0.0.1', port: 0 });
const { port } = api.server.server.address() as AddressInfo;

/** Sends the request with this number; hangs up before the answer where that is to be lost. */
async function send(number: number, isLost: boolean, delayMs: number): Promise<string | undefined> {
  await sleep(delayMs);
  const body = JSON.stringify({ code: `s-${number}`, name: `Service ${number}` });
  const outgoing = httpRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/v1/services',
    headers: {
      authorization: `Bearer ${sender.key}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': `key-${number}`,
    },
  });
  outgoing.on('error', () => undefined);
  outgoing.end(body);
  if (isLost) {
    await once(outgoing, 'finish');
    await sleep(delayMs % 7);
    outgoing.destroy();
    return undefined;
  }
  const [answer] = await once(outgoing, 'response');
  let text = '';
  for await (const chunk of answer) text += chunk;
  return `${answer.statusCode} ${text}`;
}

it(`${KEYS} keys over a wire that loses, repeats and reorders: one effect each, equal answers`, async () => {
  const draw = seededRandom(SEED);
  const random = () => draw(1000) / 1000;
  const answers = new Map<number, Set<string>>();
  const deliveries = Array.from({ length: KEYS }, (_, number) => number).flatMap((number) => {
    const copies = random() < 0.5 ? [number, number] : [number];
    return copies.map((one) => ({ number: one, isLost: random() < 0.3, delayMs: Math.floor(random() * 40) }));
  });
  const deliver = async ({ number, isLost, delayMs }: (typeof deliveries)[number]) => {
    const answer = await send(number, isLost, delayMs);
    if (answer !== undefined) answers.set(number, (answers.get(number) ?? new Set()).add(answer));
  };
  for (let from = 0; from < deliveries.length; from += 100) {
    const batch = deliveries.slice(from, from + 100).sort(() => random() - 0.5);
    await Promise.all(batch.map(deliver));
  }
  // Who got no answer asks again until there is one.
  for (let number = 0; number < KEYS; number += 1) {
    if (!answers.has(number)) await deliver({ number, isLost: false, delayMs: 0 });
  }
  expect([...answers.values()].filter((told) => told.size !== 1)).toEqual([]);
  expect([...answers.values()].every((told) => [...told][0]?.startsWith('201 '))).toBe(true);
  const [effects] = await asRole<{ services: number; deeds: number }>(
    database.appUrl,
    tenant,
    `SELECT (SELECT count(*)::int FROM service) AS services,
       (SELECT count(*)::int FROM audit WHERE action = 'service.create') AS deeds`,
  );
  expect(effects).toEqual({ services: KEYS, deeds: KEYS });
}, 600_000);
