import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/db/store.ts';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { apiServer } from '../support/api/apiServer.ts';
import { told, valuesIn } from '../support/api/crossing.ts';
import { requestOf } from '../support/api/request.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';
import { cloneTenant, watchFilters } from '../support/walls/filterMutants.ts';

// The second wall: no statement finds anything of another tenant even where the database has no walls, and
// names of a tenant are taken out of statements, one at a time, to see whether this would be noticed. Beside
// the own tenant stands a twin with the same ids in every table. CI asks every eighth operation, `npm run deep` all.

const DEEP = process.env.OPENREBATE_DEEP === '1';

const { database, api } = await servedDatabase();
const own = await makeWorld(database, api, 'OWN');
const foreign = await makeWorld(database, api, 'VICTIM');
const twin = await database.tenant('twin');
const admin = new Client({ connectionString: database.adminUrl });
await admin.connect();

const { report, isOn, end } = watchFilters();
const unwalled = { ...database, store: openStore({ url: database.adminUrl }) };
const free = await apiServer(unwalled);
afterAll(async () => {
  end();
  await free.server.close();
  await unwalled.store.close();
  await admin.end();
});

const routes = apiRoutes.filter((_, at) => DEEP || at % 8 === 0);

describe.each(routes.map((route) => [route.id, route] as const))('%s', (_, route) => {
  it('finds its own, and nothing of a twin or of another tenant', { timeout: 60_000 }, async () => {
    const theirs = await valuesIn(route, foreign);
    const ours = await valuesIn(route, own);
    await cloneTenant(admin, own.tenant, twin);
    isOn.now = true;
    for (const { values, version } of [theirs, ours]) {
      const answer = await free.call(own.admin.key, requestOf(route, values, version));
      expect(told(answer, [...values.values()])).not.toContain('VICTIM');
    }
    isOn.now = false;
  });
});

it('no statement relies on the walls of the database alone', () => {
  expect([...report.unfiltered]).toEqual([]);
});

it('names of a tenant that are taken out are noticed where the twin could be met', () => {
  process.stdout.write(`${report.planted.size} names taken out, ${report.killed.size} noticed\n`);
  expect(report.planted.size).toBeGreaterThan(DEEP ? 200 : 30);
  expect(report.killed.size).toBeGreaterThan(DEEP ? 100 : 20);
});
