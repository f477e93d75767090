import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { valuesIn } from '../support/api/crossing.ts';
import { type AnyRoute, requestOf } from '../support/api/request.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';

// Every operation of the API has an example, and every example is called on the real server.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');

async function callExample(route: AnyRoute) {
  const { values, version } = await valuesIn(route, world);
  return api.call(world.admin.key, requestOf(route, values, version));
}

describe.each(apiRoutes.map((route) => [route.id, route] as const))('%s', (_, route) => {
  it('has an example', () => {
    expect(route.example).toBeDefined();
  });

  it('is answered as its example is', async () => {
    const { status, body, headers } = await callExample(route);
    if (route.example?.refused !== undefined) {
      expect(body.code).toBe(route.example.refused);
      return;
    }
    expect([status, status === route.status ? '' : body]).toEqual([route.status, '']);
    if (route.answer === undefined) {
      if (route.files) expect(route.files).toContain(headers['content-type']);
      return;
    }
    expect(route.answer.safeParse(body).error).toBeUndefined();
  });

  it('shows an answer that is one', () => {
    if (route.answer === undefined || route.example?.refused !== undefined) return;
    expect(route.answer.safeParse(route.example?.answer).error).toBeUndefined();
  });
});
