import { expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { valuesIn } from '../support/api/crossing.ts';
import { requestOf } from '../support/api/request.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';

// Every operation that changes something leaves an entry in the audit trail, by whoever asked for it.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');
const writes = apiRoutes.filter(({ isRead }) => !isRead);

/** Writes whose example changes nothing, and so leaves no entry; the test below makes them change something. */
const CHANGES_NOTHING = ['repairRows', 'replayQuarantine', 'confirmAlias'];

const entries = () =>
  world.one(`SELECT count(*) FROM audit WHERE tenant_id = TENANT AND actor = 'person:${world.admin.id}'`);

/** Whether an entry was left by whoever asked. */
async function leftEntry(ask: () => Promise<{ readonly status: number }>) {
  const before = Number(await entries());
  const { status } = await ask();
  return { isDone: status < 300, left: Number(await entries()) > before };
}

it('there are writes to look at, and no exception of one that is none', () => {
  expect(writes.length).toBeGreaterThan(40);
  const names = writes.map(({ id }) => id);
  expect(CHANGES_NOTHING.filter((id) => !names.includes(id))).toEqual([]);
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
  expect(await leftEntry(() => write('PUT', 'aliases', alias))).toEqual(done);
  expect(await leftEntry(() => write('POST', 'quarantine/replay', { import: id }))).toEqual(done);
  expect(await leftEntry(() => write('POST', `imports/${id}/repairs`, { repairs }))).toEqual(done);
});

it.each(writes.map((route) => [route.id, route] as const))('%s', async (id, route) => {
  const { values, version } = await valuesIn(route, world);
  const request = requestOf(route, values, version);
  const isDone = route.example?.refused === undefined;
  const left = isDone && !CHANGES_NOTHING.includes(id);
  expect(await leftEntry(() => api.call(world.admin.key, request))).toEqual({ isDone, left });
});
