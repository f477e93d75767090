import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { PERSONAL_PLACES } from '../../adapters/db/privacyStore.ts';
import { changePerson } from '../../app/access/changePerson.ts';
import { createMember } from '../../app/accounts/createMember.ts';
import { inviteMember } from '../../app/accounts/inviteMember.ts';
import { systemActor } from '../../app/actor.ts';
import { linkAudit } from '../../app/audit/linkAudit.ts';
import { verifyAudit } from '../../app/audit/verifyAudit.ts';
import { auditDeed } from '../../app/auditDeed.ts';
import type { TenantId } from '../../app/ports.ts';
import { erasePerson } from '../../app/privacy/erasePerson.ts';
import { exportPerson } from '../../app/privacy/exportPerson.ts';
import { personWith, signedIn } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { taken } from '../support/scenario.ts';

// A person leaves and is forgotten: nobody finds them in any table of the database, and nothing that they did is gone.

const { database, api } = await servedDatabase();
const { ports } = api;
const admin = new Client({ connectionString: database.adminUrl });
await admin.connect();
afterAll(() => admin.end());
const tenant = await database.tenant('acme');
const other = await database.tenant('zeta');
const CLI = systemActor('cli');
const REASON = 'request of 12 November';

let count = 0;
/** Somebody with everything that people leave behind; a name, a login and an address that nobody else has. */
async function somebody(at: TenantId = tenant, email = '') {
  count += 1;
  const name = `Wilhelmina Quux${count}`;
  const address = email || `wilhelmina${count}@example.com`;
  const wanted = {
    email: address,
    name,
    roles: [{ role: 'auditor' as const }],
    password: 'a lamp, a boat, 3 keys',
  };
  const { person, account } = taken(await createMember(ports, at, wanted, CLI));
  const invitation = { email: address, name, roles: [], language: 'en' as const, origin: 'http://localhost' };
  taken(await inviteMember(ports, at, invitation, CLI));
  const renamed = { id: person, name: `${name} Renamed`, isActive: true, seen: '1' };
  taken(await changePerson(ports, at, renamed, CLI));
  await signedIn(api, at, person, { email: address });
  const actor = { kind: 'person' as const, id: person };
  await ports.store.inTenant(at, (tx) =>
    auditDeed(ports, tx, { actor, action: 'test.deed', object: 'X', body: { of: 'X' } }),
  );
  return { person, account, name, email: address, actor };
}

async function leaves(person: string, at: TenantId = tenant) {
  const found = await ports.store.inTenant(at, ({ access }) => access.person(person));
  const gone = { id: person, name: found?.name ?? '', isActive: false, seen: String(found?.version) };
  taken(await changePerson(ports, at, gone, CLI));
}

/** Tables of which a row says the text anywhere. */
async function tablesSaying(text: string): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  const saying: string[] = [];
  for (const { name } of rows) {
    const found = await admin.query(`SELECT FROM "${name}" t WHERE position($1 IN t::text) > 0 LIMIT 1`, [
      text,
    ]);
    if (found.rowCount !== 0) saying.push(name);
  }
  return saying.sort();
}

describe('a person who has left', () => {
  it('is forgotten in every table; deeds, chain and everybody else stay', async () => {
    const kept = await somebody();
    const gone = await somebody();
    expect(await tablesSaying(gone.name)).toEqual(['audit', 'invitation', 'person']);
    expect(await tablesSaying(gone.email)).toEqual(['account', 'audit', 'invitation', 'person']);
    await leaves(gone.person);
    await linkAudit(ports, tenant);
    const before = (await verifyAudit(ports, tenant)).head;

    const erased = taken(await erasePerson(ports, tenant, { id: gone.person, reason: REASON }, CLI));
    expect(erased).toMatchObject({ isChanged: true, person: { name: 'Erased person 1', isActive: false } });
    expect(erased.entries).toBeGreaterThanOrEqual(3);
    for (const text of [gone.name, gone.email]) expect([text, await tablesSaying(text)]).toEqual([text, []]);
    expect(await tablesSaying(kept.email)).toEqual(['account', 'audit', 'invitation', 'person']);

    await linkAudit(ports, tenant);
    const { findings, anchoredAt } = await verifyAudit(ports, tenant, before.hash);
    expect([findings, anchoredAt]).toEqual([[], before.position]);
    const deeds = await ports.store.inTenant(tenant, ({ audit }) =>
      audit.list({ actor: `person:${gone.person}`, limit: 10 }),
    );
    const told = deeds.map(({ entry, actorName }) => [entry.action, entry.content?.body, actorName]);
    expect(told).toContainEqual(['test.deed', '{"of":"X"}', 'Erased person 1']);
    expect(new Set(told.map(([, , name]) => name))).toEqual(new Set(['Erased person 1']));
  });

  it('is forgotten once, signs in no more, and is not let in again', async () => {
    const gone = await somebody();
    await leaves(gone.person);
    const forget = () => erasePerson(ports, tenant, { id: gone.person, reason: REASON }, CLI);
    expect(taken(await forget()).isChanged).toBe(true);
    expect(taken(await forget())).toMatchObject({ isChanged: false, entries: 0 });
    const payload = { email: gone.email, password: 'a lamp, a boat, 3 keys' };
    const signIn = await api.call(undefined, { method: 'POST', url: '/api/v1/sign-in', payload });
    expect(signIn.body.code).toBe('sign-in-failed');
    const back = { id: gone.person, name: gone.name, isActive: true, seen: '4' };
    expect(await changePerson(ports, tenant, back, CLI)).toMatchObject({
      refusals: [{ code: 'person-forgotten' }],
    });
  });

  it('who works for another tenant, too, is forgotten in this one alone', async () => {
    const email = 'both@example.com';
    const here = await somebody(tenant, email);
    const there = await somebody(other, email);
    expect(there.account).toBe(here.account);
    await leaves(here.person);
    taken(await erasePerson(ports, tenant, { id: here.person, reason: REASON }, CLI));
    const own = await ports.accounts.of({ account: here.account }, async (tx) => ({
      email: (await tx.account())?.email,
      tenants: (await tx.memberships()).map((one) => one.tenant),
    }));
    expect(own).toEqual({ email, tenants: [other] });
  });

  it('that broke off before the account was let go is gone on with', async () => {
    const gone = await somebody();
    await leaves(gone.person);
    const broken = { ...ports, accounts: { ...ports.accounts, of: failAfter(ports.accounts.of, 1) } };
    const forget = (with_: typeof ports) =>
      erasePerson(with_, tenant, { id: gone.person, reason: REASON }, CLI);
    await expect(forget(broken as unknown as typeof ports)).rejects.toThrow('gone');
    expect(await tablesSaying(gone.email)).toEqual(['account']);
    expect(taken(await forget(ports)).isChanged).toBe(false);
    expect(await tablesSaying(gone.email)).toEqual([]);
  });
});

/** The same, until it has worked so often. */
function failAfter<Args extends unknown[], T>(work: (...args: Args) => T, times: number) {
  let left = times;
  return (...args: Args): T => {
    left -= 1;
    if (left < 0) throw new Error('gone');
    return work(...args);
  };
}

it('who is still here is not forgotten, nor without a reason, nor of another tenant', async () => {
  const { person } = await somebody();
  const forget = async (id: string, reason: string, at = tenant) => {
    const said = await erasePerson(ports, at, { id, reason }, CLI);
    return said.ok ? 'done' : said.refusals[0]?.code;
  };
  const { waiting } = await verifyAudit(ports, tenant);
  expect(waiting).toBeGreaterThan(0);
  expect(await forget(person, REASON)).toBe('person-not-gone');
  expect(await forget(person, ' ')).toBe('audit-reason-missing');
  expect(await forget(person, REASON, other)).toBe('person-not-found');
  // For a "no" nobody links the trail.
  expect((await verifyAudit(ports, tenant)).waiting).toBe(waiting);
});

it('what is kept of a person is shown whole, without a secret', async () => {
  const { person, email, name } = await somebody();
  const holder = await personWith(api, tenant);
  const shown = await api.call(holder.key, { url: `/api/v1/persons/${person}/personal-data` });
  expect(shown.status).toBe(200);
  const rows = new Map(
    shown.body.places.map(({ place, rows: of }: { place: string; rows: object[] }) => [place, of]),
  );
  expect(rows.get('account')).toMatchObject([{ email }]);
  expect(rows.get('person')).toMatchObject([{ name: `${name} Renamed` }]);
  expect(rows.get('account_session')).toHaveLength(1);
  expect(rows.get('audit')).toContainEqual(expect.objectContaining({ action: 'test.deed', deeds: 1 }));
  expect(JSON.stringify(shown.body)).not.toMatch(/argon2|secret|sha256/);
  const reader = await personWith(api, tenant, { scopes: ['access:read'] });
  const refused = await api.call(reader.key, { url: `/api/v1/persons/${person}/personal-data` });
  expect(refused.status).toBe(403);
  expect(await exportPerson(ports, other, person)).toMatchObject({
    refusals: [{ code: 'person-not-found' }],
  });
});

it('every table that refers to a person is among the places', async () => {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c
     WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass ORDER BY 1`,
  );
  expect(rows.length).toBeGreaterThan(5);
  const places = new Set(PERSONAL_PLACES.map(({ table }) => table));
  expect(rows.map(({ name }) => name).filter((name) => !places.has(name))).toEqual([]);
});
