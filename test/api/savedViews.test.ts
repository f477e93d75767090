import { expect, it } from 'vitest';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';

// Views of lists, which each person keeps for themselves.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');
const other = await personWith(api, world.tenant);
const call = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  key = world.admin.key,
) => api.call(key, { method, url, ...(payload && { payload }) });
const views = async (key = world.admin.key) =>
  (await call('GET', '/api/v1/views?list=claims', undefined, key)).body.rows.map(
    ({ name, isDefault }: { name: string; isDefault: boolean }) => [name, isDefault],
  );
const view = (name: string, isDefault = false) => ({
  ...{ list: 'claims', name, isDefault, filter: { partner: 'ACME-P1' } },
});

it('one opens the list at most, names are one’s own and once, and nobody else has them', async () => {
  const first = (await call('POST', '/api/v1/views', view('North', true))).body;
  const second = (await call('POST', '/api/v1/views', view('South', true))).body;
  expect(await views()).toEqual([
    ['North', false],
    ['South', true],
  ]);
  expect((await call('POST', '/api/v1/views', view('South'))).body.id).toBe(second.id);
  const renamed = { name: 'South', isDefault: true };
  expect((await call('PUT', `/api/v1/views/${first.id}`, renamed)).body.code).toBe('view-name-taken');
  expect((await call('PUT', `/api/v1/views/${first.id}`, { name: 'West', isDefault: true })).status).toBe(
    200,
  );
  expect(await views(other.key)).toEqual([]);
  for (const [method, payload] of [
    ['PUT', renamed],
    ['DELETE', undefined],
  ] as const) {
    const tried = await call(method, `/api/v1/views/${first.id}`, payload, other.key);
    expect([tried.status, tried.body.code]).toEqual([404, 'view-not-found']);
  }
  expect((await call('DELETE', `/api/v1/views/${second.id}`)).status).toBe(204);
  expect(await views()).toEqual([['West', true]]);
});
