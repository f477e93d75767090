import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import type { Scope } from '../../app/access/scope.ts';
import { personWith } from '../support/api/apiServer.ts';
import { quarantinedMessageOf, sentClaimTo } from '../support/api/claimFixtures.ts';
import { sentBalance } from '../support/api/confirmationFixtures.ts';
import { namesIn, nobodysAt, told, valueAt, valuesIn, watch } from '../support/api/crossing.ts';
import { noticeOf } from '../support/api/fixtures.ts';
import { sentPayment } from '../support/api/paymentFixtures.ts';
import { type AnyRoute, type Place, requestOf } from '../support/api/request.ts';
import { type Role, rolesOf } from '../support/api/roles.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { issuedNote } from '../support/api/settlementFixtures.ts';
import { makeWorld } from '../support/api/world.ts';

// Two tenants with three partners each, and every kind of key there is. Whoever asks, at every operation:
// what belongs to the other tenant, or to another partner, is answered as what does not exist. CI asks with
// every second key that opens the operation and with every eighth of the others, `npm run deep` with all.

const DEEP = process.env.OPENREBATE_DEEP === '1';

const { database, api } = await servedDatabase();
const own = await makeWorld(database, api, 'OWN', 3);
const foreign = await makeWorld(database, api, 'VICTIM', 3);
const stateOfForeign = await watch(database, foreign);
const roles = await rolesOf(own);

let probes = 0;
/** What a tenant may call its own things, too, and has: its own lists name them from then on. */
const ownNow = new Set<string>();

/** What the key opens before anything is looked up. */
function refusedAtTheDoor({ scope, isPortal }: AnyRoute, role: Role): string | undefined {
  if (scope === 'none') return undefined;
  if (scope === 'session' || scope === 'account') return role.isProgram ? 'session-needed' : undefined;
  if (role.partners !== undefined && !isPortal) return 'partner-not-allowed';
  return scope === 'any' || role.scopes.has(scope) ? undefined : 'scope-missing';
}

async function ask(
  route: AnyRoute,
  role: Role,
  values: ReadonlyMap<Place, string>,
  version: string | undefined,
) {
  probes += 1;
  // Each from another machine: whoever knocks too often at the door is not let in any more.
  const remoteAddress = `10.1.${Math.floor(probes / 250)}.${probes % 250}`;
  return api.call(role.key, { remoteAddress, ...requestOf(route, values, version) });
}

/** Two answers, told in the same words: of the foreign thing, and of one that nobody has. */
async function foreignAndMissing(route: AnyRoute, role: Role, values: Map<Place, string>, version?: string) {
  const nobodysValues = nobodysAt(values);
  const askBoth = async () =>
    [await ask(route, role, values, version), await ask(route, role, nobodysValues, version)] as const;
  let [toForeign, toMissing] = await askBoth();
  // Wrong passwords are forgotten after a while, which may be over between both.
  if ((toForeign.status === 429) !== (toMissing.status === 429)) [toForeign, toMissing] = await askBoth();
  if (toForeign.status < 300) for (const name of namesIn(values)) ownNow.add(name);
  return [told(toForeign, namesIn(values)), told(toMissing, namesIn(nobodysValues))] as const;
}

describe.each(apiRoutes.map((route, number) => [route.id, route, number] as const))(
  '%s',
  (_, route, number) => {
    it('is answered alike to every role, foreign or missing', async () => {
      const { values, version } = await valuesIn(route, foreign);
      const before = await stateOfForeign();
      // Numbers are counted in each tenant: another one's is also one of ours, and names that.
      const isNamed = namesIn(values).some((id) => !/^\d+$/.test(id));
      let opened = 0;
      for (const [at, role] of roles.entries()) {
        const atDoor = refusedAtTheDoor(route, role);
        if (atDoor !== undefined) {
          if (!DEEP && (at + number) % 24 !== 0) continue;
          const answer = await ask(route, role, values, version);
          const status = atDoor === 'session-needed' ? 401 : 403;
          expect([role.name, answer.status, answer.body.code]).toEqual([role.name, status, atDoor]);
          continue;
        }
        opened += 1;
        if (!DEEP && opened > 1 && (opened + number) % 8 !== 0) continue;
        if (!isNamed) {
          expect(told(await ask(route, role, values, version), [...ownNow])).not.toContain('VICTIM');
          continue;
        }
        const [toForeign, toMissing] = await foreignAndMissing(route, role, values, version);
        expect([role.name, toForeign]).toEqual([role.name, toMissing]);
        expect(toForeign).not.toContain('VICTIM');
      }
      expect(await stateOfForeign()).toBe(before);
    });

    it('shows a partner nothing of the other partners of the same tenant', async () => {
      if (!route.isPortal) return;
      // Each invitation is another one: two of them cannot be compared.
      // The sign of the tenant is for all of its partners.
      if (isOfAccounts(route) || ['invitePartnerUser', 'openLogo'].includes(route.id))
        return showsNoOther(route);
      const mayAsk = ({ partners, scopes }: Role) =>
        partners?.length === 1 && (route.scope === 'any' || scopes.has(route.scope as Scope));
      for (const role of roles.filter(mayAsk)) {
        const others = own.partners.filter((partner) => !role.partners?.includes(partner));
        for (const other of others) {
          const values = await valuesOfPartner(route, other);
          const [toForeign, toMissing] = await foreignAndMissing(route, role, values);
          expect([role.name, toForeign]).toEqual([role.name, toMissing]);
          expect(toForeign).not.toContain(other);
          const whole = await ask(
            route,
            role,
            await valuesOfPartner(route, role.partners?.[0] ?? '', role.person),
            undefined,
          );
          expect([role.name, whole.status]).toEqual([role.name, route.status]);
          expect(JSON.stringify(whole.body)).not.toContain(other);
        }
      }
    });
  },
);

/** Signing in and what one's own sessions do: nothing of a partner is named there. */
const isOfAccounts = ({ scope }: AnyRoute) => scope === 'none' || scope === 'session' || scope === 'account';

async function showsNoOther(route: AnyRoute): Promise<void> {
  const atScreens = roles.filter(
    ({ name, partners }) => partners !== undefined && name.endsWith('at a browser'),
  );
  expect(atScreens).not.toEqual([]);
  const { values } = await valuesIn(route, own);
  for (const role of atScreens) {
    const answer = JSON.stringify(await ask(route, role, values, undefined));
    for (const other of own.partners.filter((partner) => !role.partners?.includes(partner)))
      expect(answer).not.toContain(other);
  }
}

/** The same places with what is of one partner, and of one person who acts for it. */
async function valuesOfPartner(
  route: AnyRoute,
  partner: string,
  person?: string,
): Promise<Map<Place, string>> {
  const { values } = await valuesIn(route, own);
  for (const place of values.keys()) {
    if (place.kind === 'earning') {
      const sql = `SELECT id FROM earning WHERE tenant_id = TENANT AND partner_id = '${partner}'`;
      values.set(place, await own.one(sql));
    }
    if (place.kind === 'settlement') values.set(place, (await issuedNote(own, partner)).id);
    if (place.kind === 'partner') values.set(place, partner);
    if (place.kind === 'partnerUser') {
      values.set(place, (await personWith(api, own.tenant, { scopes: [], partners: [partner] })).id);
    }
    if (place.kind === 'confirmation') values.set(place, (await sentBalance(own, partner)).id);
    if (place.kind === 'claim') values.set(place, (await sentClaimTo(own, partner)).id);
    if (place.kind === 'payment') values.set(place, (await sentPayment(own, partner)).id);
    if (place.kind === 'notice' && person !== undefined)
      values.set(place, (await noticeOf(own, person, partner)).id);
    if (place.kind === 'claimMessage') values.set(place, (await quarantinedMessageOf(own, partner)).id);
  }
  expect([...values.keys()].every((place) => valueAt(values, place) !== '')).toBe(true);
  return values;
}

it('was asked by every role at every operation', () => {
  expect(roles.length).toBeGreaterThan(40);
  expect(probes).toBeGreaterThanOrEqual(apiRoutes.length * (DEEP ? roles.length : 4));
  process.stdout.write(`${probes} probes by ${roles.length} roles at ${apiRoutes.length} operations\n`);
});
