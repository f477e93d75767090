import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { SCOPES } from '../../app/access/scope.ts';
import { personWith } from '../support/api/apiServer.ts';
import { namesIn, nobodysAt, told, valueAt, valuesIn, watch } from '../support/api/crossing.ts';
import { othersDeeds } from '../support/api/othersDeeds.ts';
import { type Place, placesOf, requestOf } from '../support/api/request.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';

// Two tenants with the same shapes of data. Every operation, every place where it names something:
// what belongs to the other tenant is answered as what does not exist, and nothing of it changes.

const { database, api } = await servedDatabase();
const own = await makeWorld(database, api, 'OWN');
const foreign = await makeWorld(database, api, 'VICTIM');
const stateOfForeign = await watch(database, foreign);

/** By each scope the key of somebody who may everything else. */
const lesser = new Map<string, string>();
for (const scope of SCOPES) {
  const scopes = SCOPES.filter((other) => other !== scope);
  lesser.set(scope, (await personWith(api, own.tenant, { scopes })).key);
}
const partner = await personWith(api, own.tenant, { scopes: ['earnings:read'], partners: ['OWN-P1'] });

const ALL = apiRoutes.map((route) => [route.id, route] as const);

let probes = 0;
/** Answers with an address, and it is one. */
let led = 0;

describe.each(ALL)('%s', (_, route) => {
  it('is reached with things of one’s own', async () => {
    const { values, version } = await valuesIn(route, own);
    // From a machine of its own: whoever knocks too often at the door is not let in any more.
    const remoteAddress = `10.2.${Math.floor(led / 250)}.${ALL.findIndex(([id]) => id === route.id) % 250}`;
    const answer = await api.call(own.admin.key, { remoteAddress, ...requestOf(route, values, version) });
    const { refused } = route.example ?? {};
    expect(refused === undefined ? [answer.status, answer.body] : answer.body.code).toEqual(
      refused ?? [route.status, answer.body],
    );
    expect(JSON.stringify(othersDeeds(route, answer, own).body)).not.toContain('VICTIM');
    // What was made stands where the answer says that it does.
    const { location: url } = answer.headers;
    if (typeof url !== 'string') return;
    led += 1;
    expect([url, (await api.call(own.admin.key, { method: 'GET', url })).status]).toEqual([url, 200]);
  });

  it('answers of a foreign thing as of one that does not exist, foreign and own mixed in every way', async () => {
    const places = placesOf(route);
    const theirs = await valuesIn(route, foreign);
    const before = await stateOfForeign();
    // Every choice of places that is taken over by the other tenant, one at least.
    for (let choice = 1; choice < 2 ** Math.min(places.length, 5); choice += 1) {
      const taken = places.filter((_place, index) => (choice >> index) % 2 === 1);
      const isTaken = (place: Place) =>
        taken.some(({ in: where, at }) => where === place.in && at.join() === place.at.join());
      const ours = await valuesIn(route, own);
      const answerTo = async (of: (place: Place) => string) => {
        const values = new Map(ours.values);
        const taken = [...values.keys()].filter(isTaken);
        for (const place of taken) values.set(place, of(place));
        probes += 1;
        const version = ours.version ?? theirs.version;
        const names = namesIn(new Map(taken.map((place) => [place, of(place)])));
        return told(await api.call(own.admin.key, requestOf(route, values, version)), names);
      };
      const theirsAt = (place: Place) => valueAt(theirs.values, place);
      const missing = nobodysAt(new Map([...ours.values.keys()].map((place) => [place, theirsAt(place)])));
      // Numbers are counted in each tenant: another one's is also one of ours, and names that.
      const isSame = taken.every(
        (place) => /^\d+$/.test(theirsAt(place)) || theirsAt(place) === valueAt(ours.values, place),
      );
      const toForeign = await answerTo(theirsAt);
      if (!isSame) expect(toForeign).toBe(await answerTo((place) => missing.get(place) ?? ''));
      expect(toForeign).not.toContain('VICTIM');
    }
    expect(await stateOfForeign()).toBe(before);
  });

  it('is for nobody whose key does not say so', async () => {
    const { values, version } = await valuesIn(route, own);
    const request = requestOf(route, values, version);
    const without = await api.call(undefined, request);
    if (route.scope === 'none') return;
    const needed = ['session', 'account'].includes(route.scope) ? 'session-needed' : 'key-missing';
    expect([without.status, without.body.code]).toEqual([401, needed]);
    probes += 1;
    if (['any', 'session', 'account'].includes(route.scope)) return;
    const refused = await api.call(lesser.get(route.scope), request);
    expect([refused.status, refused.body.code]).toEqual([403, 'scope-missing']);
    const portal = await api.call(partner.key, request);
    if (!route.isPortal) expect([portal.status, portal.body.code]).toEqual([403, 'partner-not-allowed']);
    probes += 2;
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
  expect(led).toBeGreaterThan(5);
});
