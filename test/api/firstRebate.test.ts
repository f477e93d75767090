import { readFileSync } from 'node:fs';
import type { InjectOptions } from 'fastify';
import { afterAll, expect, it } from 'vitest';
import { runWorker } from '../../adapters/jobs/runWorker.ts';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { testOutside } from '../support/testCourier.ts';
import { testDesk } from '../support/testDesk.ts';

// From nothing to a first rebate by the API alone: a sandbox, what is traded with whom, an agreement that
// two persons put in force, the lines, and the amount. Six calls, and the worker does the rest.

const { database, api } = await servedDatabase();
const admin = await personWith(api, await database.tenant(), { scopes: ['access:write'] });

const stop = new AbortController();
const faults: unknown[] = [];
const working = runWorker(api.ports, stop.signal, {
  pollMs: 50,
  sweepMs: 50,
  calculated: () => {},
  failed: (error) => faults.push(error),
  desk: testDesk(),
  outside: testOutside(),
  errorOf: () => 'fault',
});
afterAll(async () => {
  stop.abort();
  await working;
});

const AGREEMENT = JSON.parse(
  readFileSync(new URL('../scenarios/storyA/agreement.json', import.meta.url), 'utf8'),
);

let calls = 0;

async function call(key: string, method: 'GET' | 'POST', url: string, payload?: object, again = false) {
  if (!again) calls += 1;
  const request: InjectOptions = { method, url: `/api/v1/${url}`, ...(payload && { payload }) };
  const { status, body } = await api.call(key, request);
  expect([url, status < 300 ? '' : body]).toEqual([url, '']);
  return body;
}

/** The last call as often as it takes: the calculation follows the lines by itself. */
async function earned(key: string) {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await call(key, 'GET', 'earnings', undefined, tries > 0);
    if (rows.length > 0 || tries === 200) return rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('a first rebate takes six calls', { timeout: 60_000 }, async () => {
  const box = await call(admin.key, 'POST', 'sandboxes', {
    name: 'Try out',
    company: 'EU',
    timeZone: 'UTC',
    businessDay: '2026-08-31',
    keyExpiresAt: '2026-12-31T00:00:00Z',
  });
  await call(box.secret, 'POST', 'master-data/bulk', {
    items: [
      { kind: 'partner', code: 'P1', name: 'Paper Mill', attributes: {} },
      { kind: 'product', code: 'X', name: 'Paper', attributes: {} },
    ],
    allOrNothing: true,
  });
  const { proposal } = await call(box.secret, 'POST', 'proposals', {
    text: { ...AGREEMENT, company: 'EU' },
    submit: { of: 'expected', amount: '1000' },
  });
  await call(box.approverSecret, 'POST', `proposals/${proposal}/approvals`, { submission: 1 });
  const line = { side: 'sale', company: 'EU', partner: 'P1', product: 'X', unit: 'EA', currency: 'EUR' };
  await call(box.secret, 'POST', 'lines', {
    source: 'api',
    mode: 'allOrNothing',
    items: [
      {
        ...line,
        document: 'D1',
        line: '1',
        invoiceDate: '2026-03-10',
        quantity: '1500',
        netValue: '20000.00',
      },
    ],
  });
  const rows = await earned(box.secret);
  expect(faults).toEqual([]);
  expect(rows).toMatchObject([{ partner: 'P1', amount: '400.00' }]);
  expect(calls).toBe(6);
});
