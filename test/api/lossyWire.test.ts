import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { seededRandom } from '../crash/seededRandom.ts';
import { personWith } from '../support/api/apiServer.ts';
import { lossySend } from '../support/api/lossySend.ts';
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
function send(
  number: number,
  isLost: boolean,
  delayMs: number,
  body = { code: `s-${number}`, name: `Service ${number}` },
): Promise<string | undefined> {
  const request = { path: 'services', body, idempotencyKey: `key-${number}` };
  return lossySend({ port, key: sender.key, ...request, isLost, delayMs });
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
  const sent = { requests: deliveries.length, lost: deliveries.filter(({ isLost }) => isLost).length };
  process.stdout.write(`${JSON.stringify({ seed: SEED, keys: KEYS, ...sent, ...effects })}\n`);
}, 600_000);

it(`the same ${KEYS} keys with another body are refused, each of them`, async () => {
  const told = new Map<string, number>();
  const ask = async (number: number) => {
    const answer = await send(number, false, 0, { code: `other-${number}`, name: 'Other' });
    const { code } = JSON.parse(answer?.slice(4) ?? '{}');
    told.set(`${answer?.slice(0, 3)} ${code}`, (told.get(`${answer?.slice(0, 3)} ${code}`) ?? 0) + 1);
  };
  for (let from = 0; from < KEYS; from += 20) {
    await Promise.all(Array.from({ length: Math.min(20, KEYS - from) }, (_, at) => ask(from + at)));
  }
  expect([...told]).toEqual([['409 idempotency-key-reused', KEYS]]);
  const [others] = await asRole<{ count: number }>(
    database.appUrl,
    tenant,
    "SELECT count(*)::int FROM service WHERE code LIKE 'other-%'",
  );
  expect(others).toEqual({ count: 0 });
}, 600_000);

const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const FILE = `${HEADER}\nerp,D1,1,sale,AW,P1,X,2025-01-05,1,EA,10.00,USD\n`;
const PAYMENT = {
  source: 'bank',
  payment: 'PAY-1',
  paidOn: '2026-04-10',
  document: 'D1',
  amount: '5',
  currency: 'USD',
};
const bulk = (item: object) => JSON.stringify({ items: [item], allOrNothing: true });

it.each([
  [
    'a person',
    'persons',
    JSON.stringify({ login: 'p-fifty', name: 'Fifty', partners: null }),
    'person',
    "login = 'p-fifty'",
  ],
  [
    'master data',
    'master-data/bulk',
    bulk({ kind: 'product', code: 'F', attributes: {} }),
    'master_version',
    "code = 'F'",
  ],
  ['a payment', 'payments/bulk', bulk(PAYMENT), 'payment', "payment = 'PAY-1'"],
  ['a file of lines', 'imports?name=fifty', FILE, 'source_document', "name = 'fifty'"],
  ['a draft', 'proposals', JSON.stringify({ text: { id: 'FIFTY' } }), 'proposal', "code = 'FIFTY'"],
])(
  'fifty at once with one key write %s once, and get fifty equal answers',
  async (_, path, body, table, where) => {
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${sender.key}`,
          'content-type': path.startsWith('imports') ? 'text/csv' : 'application/json',
          'idempotency-key': `fifty ${path}`.replaceAll(' ', '-'),
        },
        body,
      });
      return `${answer.status} ${await answer.text()}`;
    };
    const told = new Set(await Promise.all(Array.from({ length: 50 }, ask)));
    expect([told.size, [...told][0]?.slice(0, 2)]).toEqual([1, '20']);
    const found = await asRole(database.appUrl, tenant, `SELECT FROM ${table} WHERE ${where}`);
    expect(found).toHaveLength(1);
  },
);
