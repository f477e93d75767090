import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import type { Route } from '../../adapters/http/route.ts';
import type { HttpUseCases } from '../../adapters/http/useCases.ts';
import { SCOPES } from '../../app/access/scope.ts';
import { type Answered, personWith } from '../support/api/apiServer.ts';
import { type Place, placesOf, requestOf, thingFor } from '../support/api/request.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld, type World } from '../support/api/world.ts';

// Two tenants with the same shapes of data. Every operation, every place where it names something:
// what belongs to the other tenant is answered as what does not exist, and nothing of it changes.

const { database, api } = await servedDatabase();
const own = await makeWorld(database, api, 'OWN');
const foreign = await makeWorld(database, api, 'VICTIM');

type AnyRoute = Route<HttpUseCases>;
const ALL = apiRoutes.map((route) => [route.id, route] as const);

type Things = { readonly values: Map<Place, string>; readonly version: string | undefined };

/** A value of this world for each place of the operation. */
async function valuesIn(route: AnyRoute, world: World): Promise<Things> {
  const values = new Map<Place, string>();
  let version: string | undefined;
  for (const place of placesOf(route)) {
    const thing = await thingFor(route, place.kind, world);
    values.set(place, thing.id);
    if (place.in === 'path') version ??= thing.version;
  }
  return { values, version };
}

/** One that nobody has, of the same form. */
function nobodys(id: string): string {
  if (/^[0-9a-f]{8}-/.test(id)) return randomUUID();
  if (/^[0-9a-f]{12}$/.test(id)) return randomBytes(6).toString('hex');
  return `NOBODY-${id}`;
}

/** What an answer says, whatever the thing was called and whichever request it was. */
function told({ status, headers, body }: Answered, ids: readonly string[]): string {
  const { requestId: _, ...rest } = typeof body === 'object' && body !== null ? body : { text: body };
  let text = JSON.stringify([status, headers['content-type'], headers.etag ?? null, rest]);
  for (const id of ids) text = text.replaceAll(id, 'ID');
  return text;
}

/** Everything of the other tenant, as the administrator of the database sees it. */
async function stateOf({ tenant }: World): Promise<string> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  const { rows: tables } = await client.query(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY 1`,
  );
  const texts = tables.map(
    ({ name }) => `SELECT '${name}' AS name, t::text AS row FROM ${name} t WHERE tenant_id = '${tenant}'`,
  );
  const { rows } = await client.query(`${texts.join(' UNION ALL ')} ORDER BY 1, 2`);
  await client.end();
  return rows.map(({ name, row }) => `${name} ${row}`).join('\n');
}

let probes = 0;

describe.each(ALL)('%s', (_, route) => {
  it('is reached with things of one’s own', async () => {
    const { values, version } = await valuesIn(route, own);
    const answer = await api.call(own.admin.key, requestOf(route, values, version));
    const { refused } = route.example ?? {};
    expect(refused === undefined ? [answer.status, answer.body] : answer.body.code).toEqual(
      refused ?? [route.status, answer.body],
    );
    expect(JSON.stringify(answer.body)).not.toContain('VICTIM');
  });

  it('answers of a foreign thing as of one that does not exist', async () => {
    const places = placesOf(route);
    // Every choice of places that is taken over by the other tenant, one at least.
    for (let choice = 1; choice < 2 ** Math.min(places.length, 5); choice += 1) {
      const taken = places.filter((_place, index) => (choice >> index) % 2 === 1);
      const ours = await valuesIn(route, own);
      const theirs = await valuesIn(route, foreign);
      const before = await stateOf(foreign);
      const answerTo = async (of: (place: Place) => string) => {
        const values = new Map([...ours.values].map(([place, id]) => [place, id] as const));
        const ids: string[] = [];
        for (const [place] of ours.values) {
          if (!taken.some(({ in: where, at }) => where === place.in && at.join() === place.at.join()))
            continue;
          values.set(place, of(place));
          ids.push(of(place));
        }
        probes += 1;
        const answer = await api.call(
          own.admin.key,
          requestOf(route, values, ours.version ?? theirs.version),
        );
        return told(answer, ids);
      };
      const find = (place: Place) =>
        [...theirs.values].find(([one]) => one.in === place.in && one.at.join() === place.at.join())?.[1] ??
        '';
      const missing = new Map([...ours.values.keys()].map((place) => [place, nobodys(find(place))]));
      // Numbers are counted in each tenant: another one's is also one of ours, and names that.
      const isSame = taken.every(
        (place) =>
          /^\d+$/.test(find(place)) ||
          find(place) === [...ours.values].find(([one]) => one.at.join() === place.at.join())?.[1],
      );
      const toForeign = await answerTo(find);
      if (!isSame) expect(toForeign).toBe(await answerTo((place) => missing.get(place) ?? ''));
      expect(toForeign).not.toContain('VICTIM');
      expect(await stateOf(foreign)).toBe(before);
    }
  });

  it('is for nobody whose key does not say so', async () => {
    const { values, version } = await valuesIn(route, own);
    const request = requestOf(route, values, version);
    const without = await api.call(undefined, request);
    if (route.scope === 'none') return;
    expect([without.status, without.body.code]).toEqual([401, 'key-missing']);
    probes += 1;
    if (route.scope === 'any') return;
    const others = SCOPES.filter((scope) => scope !== route.scope);
    const lesser = await personWith(api, own.tenant, { scopes: others });
    const refused = await api.call(lesser.key, request);
    expect([refused.status, refused.body.code]).toEqual([403, 'scope-missing']);
    const partners = await personWith(api, own.tenant, { scopes: ['earnings:read'], partners: ['OWN-P1'] });
    const portal = await api.call(partners.key, request);
    if (!route.isPortal) expect([portal.status, portal.body.code]).toEqual([403, 'partner-not-allowed']);
    probes += 2;
  });

  it('takes no property that it does not know or that the server sets', async () => {
    if (route.body === undefined) return;
    const { values, version } = await valuesIn(route, own);
    const given = requestOf(route, values, version);
    const payload = given.payload as unknown as Record<string, unknown>;
    for (const name of ['tenant', 'tenantId', 'tenant_id', 'id', 'version', 'createdAt', 'secret', '__x']) {
      if (name in payload) continue;
      const answer = await api.call(own.admin.key, {
        ...given,
        payload: { ...payload, [name]: foreign.tenant },
      });
      expect([name, answer.status, answer.body.code]).toEqual([name, 400, 'body-field-unknown']);
      probes += 1;
    }
  });

  it('is the only thing that happens at its address under its method', async () => {
    const { values, version } = await valuesIn(route, own);
    const given = requestOf(route, values, version);
    const taken = apiRoutes.filter(({ path }) => path === route.path).map(({ method }) => method as string);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !taken.includes(one))) {
      const isOther = apiRoutes.some((one) => one.method === method && matches(one.path, String(given.url)));
      if (isOther) continue;
      const answer = await api.call(own.admin.key, { ...given, method: method as 'PUT' });
      expect([answer.status, answer.body.code]).toEqual([405, 'method-not-allowed']);
      probes += 1;
    }
  });
});

function matches(path: string, url: string): boolean {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(url.split('?')[0] ?? '');
}

it('was asked in every way that there is', () => {
  expect(probes).toBeGreaterThan(apiRoutes.length * 3);
});
