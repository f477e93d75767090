import { expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { valuesIn, watch } from '../support/api/crossing.ts';
import { requestOf } from '../support/api/request.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';

// Every operation that changes something leaves an entry in the audit trail, by whoever asked for it.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');
const writes = apiRoutes.filter(({ isRead }) => !isRead);

const state = await watch(database, world);

/** What was asked, when a key was last used and what one has read of one's notices stands in tables of its own. */
const BESIDE = /^(idempotency_key|api_key|notice) /;

const entries = () =>
  world.one(`SELECT count(*) FROM audit WHERE tenant_id = TENANT AND actor = 'person:${world.admin.id}'`);

/** Whether an entry was left by whoever asked, and whether anything changed. */
async function asked(ask: () => Promise<{ readonly status: number }>) {
  const own = async () => (await state()).split('\n').filter((line) => !BESIDE.test(line));
  const [before, entriesBefore] = [await own(), Number(await entries())];
  const { status } = await ask();
  const after = await own();
  const changed = after.filter((line) => !before.includes(line)).map((line) => line.split(' ')[0]);
  return { isDone: status < 300, left: Number(await entries()) > entriesBefore, changed };
}

it('there are writes to look at', () => {
  expect(writes.length).toBeGreaterThan(40);
});

// First: the examples move the day, and so what is known when.
it('what the examples do not change: a name, a row by it, a row by hand', async () => {
  const write = (method: 'POST' | 'PUT', path: string, payload: object) =>
    api.call(world.admin.key, { method, url: `/api/v1/${path}`, payload });
  const [partner] = world.partners;
  const line = (number: string, of: string) => {
    const { mark } = world;
    const days = { invoiceDate: '2026-03-01' };
    const amounts = { quantity: '1', unit: 'EA', netValue: '1', currency: 'EUR' };
    const names = { side: 'sale', company: `${mark}-CO`, partner: of, product: `${mark}-X` };
    return { document: 'F9', line: number, ...names, ...days, ...amounts };
  };
  const items = [line('1', 'Acme Inc'), line('2', 'Nobody Inc')];
  const imported = await write('POST', 'lines', { source: 'mail', items, mode: 'goodRows' });
  expect(imported.body).toMatchObject({ import: {} });
  const { id } = imported.body.import;
  const alias = { kind: 'partner', source: 'mail', received: 'Acme Inc', code: partner };
  const repairs = [{ row: 2, fields: { partner } }];
  const done = { isDone: true, left: true };
  expect(await asked(() => write('PUT', 'aliases', alias))).toMatchObject(done);
  expect(await asked(() => write('POST', 'quarantine/replay', { import: id }))).toMatchObject(done);
  expect(await asked(() => write('POST', `imports/${id}/repairs`, { repairs }))).toMatchObject(done);
});

let leaving = 0;

it.each(writes.map((route) => [route.id, route] as const))('%s', async (_, route) => {
  const { values, version } = await valuesIn(route, world);
  const request = requestOf(route, values, version);
  const { isDone, left, changed } = await asked(() => api.call(world.admin.key, request));
  expect(isDone).toBe(route.example?.refused === undefined);
  // What leaves no entry has changed nothing: it was refused, or said again, or there was nothing to do.
  expect(left ? [] : changed).toEqual([]);
  if (left) leaving += 1;
});

it('most of them leave one', () => {
  expect(leaving).toBeGreaterThan(40);
});
