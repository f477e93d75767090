import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, expect, it } from 'vitest';
import { inviteMember } from '../../app/accounts/inviteMember.ts';
import { sweepAccounts } from '../../app/accounts/sweepAccounts.ts';
import { systemActor } from '../../app/actor.ts';
import { sweep } from '../../app/jobs/sweep.ts';
import { RETENTION, RETENTION_KINDS, type RetentionKind } from '../../app/retention/retention.ts';
import { setRetention } from '../../app/retention/setRetention.ts';
import { personWith, signedIn } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { taken } from '../support/scenario.ts';

// What may go goes once its time is past, a tenant says for how long, and nothing else is ever let go of.

const { database, api } = await servedDatabase();
const { ports } = api;
const admin = new Client({ connectionString: database.adminUrl });
await admin.connect();
afterAll(() => admin.end());
const CLI = systemActor('cli');
const DAY_MS = 86_400_000;
const later = (days: number) => new Date(api.time.now.getTime() + days * DAY_MS);
const at = (now: Date) => ({ ...ports, clock: { now: () => now } });

async function countOf(table: string, tenant: string): Promise<number> {
  const { rows } = await admin.query(`SELECT count(*)::int AS n FROM ${table} WHERE tenant_id = $1`, [
    tenant,
  ]);
  return rows[0].n;
}

/** A tenant with one of each kind that is told in a table by its own instant. */
async function filled() {
  const tenant = await database.tenant();
  const { id } = await personWith(api, tenant);
  const now = api.time.now;
  const invitation = {
    ...{ email: `${randomUUID()}@example.com`, name: 'Ann', roles: [] },
    ...{ language: 'en' as const, origin: 'http://localhost' },
  };
  taken(await inviteMember(ports, tenant, invitation, CLI));
  const mail = randomUUID();
  await admin.query(
    'INSERT INTO notice_mail (tenant_id, id, person_id, made_at, sent_at) VALUES ($1, $2, $3, $4, $4)',
    [...[tenant, mail, id, now]],
  );
  await admin.query(
    `INSERT INTO notice (tenant_id, id, person_id, kind, place_kind, place, about, deed_id, told_at, mail_id)
     VALUES ($1, $2, $3, 'mentioned', 'agreement', 'A', 'A', $4, $5, $6)`,
    [tenant, randomUUID(), id, randomUUID(), now, mail],
  );
  await admin.query(
    `INSERT INTO idempotency_key (tenant_id, key, request_hash, taken_at, answer) VALUES ($1, 'k', 'h', $2, '{}')`,
    [tenant, now],
  );
  return tenant;
}

const TABLES: readonly (readonly [RetentionKind, string, number])[] = [
  ['answers', 'idempotency_key', 0],
  ['notices', 'notice', 0],
  ['notices', 'notice_mail', 0],
  // It is over a week after it was written, and kept from then on.
  ['invitations', 'invitation', 7],
];

it.each(TABLES)('%s are there until their last day, and gone after it (%s)', async (kind, table, from) => {
  const tenant = await filled();
  const days = RETENTION[kind].default + from;
  await sweep(at(later(days - 0.1)), tenant);
  expect(await countOf(table, tenant)).toBe(1);
  await sweep(at(later(days + 0.1)), tenant);
  expect(await countOf(table, tenant)).toBe(0);
});

it('a tenant says for how long, of its own things alone, and takes it back', async () => {
  const [tenant, other] = [await filled(), await filled()];
  taken(await setRetention(ports, tenant, { kind: 'notices', days: 30 }, CLI));
  for (const one of [tenant, other]) await sweep(at(later(31)), one);
  expect([await countOf('notice', tenant), await countOf('notice', other)]).toEqual([0, 1]);
  const back = taken(await setRetention(ports, tenant, { kind: 'notices', days: undefined }, CLI));
  expect(back).toMatchObject({ version: 2, days: {} });
});

it('answers are kept as long as the configuration says, whatever a tenant says', async () => {
  const tenant = await filled();
  await sweep(at(later(45)), tenant, 60);
  expect(await countOf('idempotency_key', tenant)).toBe(1);
  await sweep(at(later(61)), tenant, 60);
  expect(await countOf('idempotency_key', tenant)).toBe(0);
});

it.each(RETENTION_KINDS)('%s: one day less or more than the bounds is refused', async (kind) => {
  const tenant = await database.tenant();
  const { least, most } = RETENTION[kind];
  for (const days of [least - 1, most + 1, 30.5, Number.NaN]) {
    const said = await setRetention(ports, tenant, { kind, days }, CLI);
    expect(said).toMatchObject({ refusals: [{ code: 'retention-out-of-bounds' }] });
  }
  for (const days of [least, most]) taken(await setRetention(ports, tenant, { kind, days }, CLI));
});

it('is shown and set over the API, by who has seen it', async () => {
  const tenant = await database.tenant();
  const { key } = await personWith(api, tenant);
  const url = '/api/v1/retention';
  const shown = await api.call(key, { url });
  expect(shown.body.kinds.map(({ kind }: { kind: string }) => kind)).toEqual([...RETENTION_KINDS]);
  const put = (days: number, version: string) =>
    api.call(key, { method: 'PUT', url, headers: { 'if-match': version }, payload: { kind: 'jobs', days } });
  expect((await put(7, '"0"')).status).toBe(200);
  expect((await put(8, '"0"')).body.code).toBe('version-differs');
  expect((await api.call(key, { url })).body.kinds).toContainEqual({
    ...{ kind: 'jobs', days: 7, isOwn: true },
    ...{ least: 1, most: 3660 },
  });
});

it('sessions go thirty days after their end, of whom never signs in again too', async () => {
  const tenant = await database.tenant();
  const { id } = await personWith(api, tenant);
  await signedIn(api, tenant, id, { email: 'gone@example.com', roles: ['auditor'] });
  const sessions = async () => {
    const sql = `SELECT count(*)::int AS n FROM account_session s JOIN account a ON a.id = s.account_id WHERE a.email = 'gone@example.com'`;
    return (await admin.query(sql)).rows[0].n;
  };
  await sweepAccounts({ accounts: ports.accounts, clock: { now: () => later(36.9) } });
  expect(await sessions()).toBe(1);
  await sweepAccounts({ accounts: ports.accounts, clock: { now: () => later(37.1) } });
  expect(await sessions()).toBe(0);
});

it('books, facts, agreements and the trail are out of its reach: the role of the program has no right to delete them', async () => {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.role_table_grants
     WHERE grantee = 'openrebate_app' AND privilege_type = 'DELETE' AND table_schema = 'public'`,
  );
  const deletable = new Set(rows.map(({ name }) => name));
  expect(deletable.size).toBeGreaterThan(5);
  const never = [
    'audit',
    'audit_link',
    'batch',
    'booking',
    'booking_cause',
    'line',
    'received_row',
    'source_document',
  ];
  const money = [
    'agreement_version',
    'ledger_transfer',
    'settlement',
    'settlement_line',
    'payment',
    'claim_event',
  ];
  expect([...never, ...money].filter((table) => deletable.has(table))).toEqual([]);
});
