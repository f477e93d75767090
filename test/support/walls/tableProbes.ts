import { randomUUID } from 'node:crypto';
import { type Client, DatabaseError, escapeLiteral } from 'pg';
import type { TenantId } from '../../../app/ports.ts';
import { DENIED } from './attempt.ts';
import { type Sent, sentMessage } from './sentMessage.ts';
import { TENANT_TABLES } from './tenantTables.ts';

/**
 * Two tenants with rows in every table, and a session of each role. `OWN-P1` and `OWN-P2` are the
 * partners of tenant A, `VICTIM-P1` one of tenant B.
 */
export type Walled = {
  readonly a: TenantId;
  readonly b: TenantId;
  readonly admin: Client;
  readonly app: Client;
  readonly owner: Client;
  readonly portal: Client;
  /** What each role may do with each table, as the reviewed list has it. */
  readonly grants: Readonly<Record<'app' | 'portal', Readonly<Record<string, string>>>>;
};

const VERBS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'] as const;

/** Tries the policies of one table from every side; what is given back is every hole that was found. */
export async function holesInWalls(walled: Walled, table: string): Promise<string[]> {
  const holes = [
    ...(await holesToOthers(walled, table)),
    ...(await holesForOwner(walled, table)),
    ...(await holesToWrite(walled, table)),
    ...(await holesForPortal(walled, table)),
    ...(await holesForNamed(walled, table)),
    ...(await holesForWorker(walled, table)),
    ...(table === 'claim_message' ? await holesToSend(walled) : []),
    ...(table === 'membership' ? await holesForMembers(walled) : []),
  ];
  return holes.map((hole) => `${table}: ${hole}`);
}

/** Tries what each role may not do with a table and its columns. */
export async function holesInRights(walled: Walled, table: string): Promise<string[]> {
  const holes = [
    ...(await rightsBeyond(walled, 'app', table)),
    ...(await rightsBeyond(walled, 'portal', table)),
  ];
  return holes.map((hole) => `${table}: ${hole}`);
}

async function holesToOthers({ app, a, b }: Walled, table: string): Promise<string[]> {
  const setting = `SET LOCAL app.tenant = '${a}'`;
  const own = await rowsOf(app, setting, `SELECT FROM ${table} WHERE tenant_id = '${a}'`);
  const others = await rowsOf(app, setting, `SELECT FROM ${table} WHERE tenant_id <> '${a}'`);
  const unset = await rowsOf(app, '', `SELECT FROM ${table}`);
  const strange = await rowsOf(app, `SET LOCAL app.tenant = '${randomUUID()}'`, `SELECT FROM ${table}`);
  const theirs = await rowsOf(app, `SET LOCAL app.tenant = '${b}'`, `SELECT FROM ${table}`);
  return said([
    ['own rows are not seen', own === 0 || theirs === 0],
    ['rows of others are seen', others !== 0],
    ['rows are seen without a tenant', unset !== 0],
    ['rows are seen by a tenant that does not exist', strange !== 0],
  ]);
}

/** The owner of the tables is bound as everybody: without a tenant nothing, with one nothing of another. */
async function holesForOwner({ owner, a }: Walled, table: string): Promise<string[]> {
  const unset = await rowsOf(owner, '', `SELECT FROM ${table}`);
  const setting = `SET LOCAL app.tenant = '${a}'`;
  const others = await rowsOf(owner, setting, `SELECT FROM ${table} WHERE tenant_id <> '${a}'`);
  return said([['rows are seen by the owner', unset !== 0 || others !== 0]]);
}

/** A row of the other tenant, as it stands there, is refused before it is looked whether it is there. */
async function holesToWrite({ admin, app, owner, a, b, grants }: Walled, table: string): Promise<string[]> {
  const { rows } = await admin.query<{ row: string }>(
    `SELECT x::text AS row FROM ${table} x WHERE tenant_id = '${b}' LIMIT 1`,
  );
  const writers: (readonly [string, Client])[] = [['the owner', owner]];
  if (/\bINSERT(?! \()/.test(grants.app[table] ?? '')) writers.push(['the application', app]);
  const holes: string[] = [];
  for (const [name, client] of writers) {
    const ends = await endOf(
      client,
      `SET LOCAL app.tenant = '${a}'`,
      `INSERT INTO ${table} SELECT (r).* FROM (SELECT ${escapeLiteral(rows[0]?.row ?? '')}::public.${table} AS r) x`,
    );
    if (ends !== DENIED) holes.push(`${name} can write a row of the other (${ends})`);
  }
  return holes;
}

async function holesForPortal({ portal, a, grants }: Walled, table: string): Promise<string[]> {
  if (grants.portal[table] === undefined) return [];
  const count = (partners: string, where = 'true') =>
    rowsOf(
      portal,
      `SET LOCAL app.tenant = '${a}'; SET LOCAL app.partners = '${partners}'`,
      `SELECT FROM ${table} x WHERE ${where}`,
    );
  const both = await count('{OWN-P1,OWN-P2}');
  const one = await count('{OWN-P1}');
  const shared = SHARED_WITH_PARTNERS.includes(table);
  return said([
    ['a partner does not see its own', one === 0],
    ['a partner sees of others', !shared && one >= both],
    ['a partner of another tenant sees', !shared && (await count('{VICTIM-P1}')) !== 0],
    ['a partner sees of another tenant', (await count('{VICTIM-P1,OWN-P1}', `x.tenant_id <> '${a}'`)) !== 0],
    [
      'a partner sees what is for none',
      NOT_FOR_PARTNERS[table] !== undefined && (await count('{OWN-P1}', NOT_FOR_PARTNERS[table])) !== 0,
    ],
    ['nobody sees', (await count('')) !== 0 || (!shared && (await count('{}')) !== 0)],
    [
      'a partner sees without a tenant',
      (await rowsOf(portal, `SET LOCAL app.partners = '{OWN-P1}'`, `SELECT FROM ${table}`)) !== 0,
    ],
  ]);
}

/** What the portal adds to is of the sender, for a partner of theirs, on a claim of that partner. */
async function holesToSend({ admin, portal, a, b }: Walled): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>(
    `SELECT id FROM claim WHERE tenant_id = '${a}' AND partner_id = 'OWN-P2' LIMIT 1`,
  );
  const setting = `SET LOCAL app.tenant = '${a}'; SET LOCAL app.partners = '{OWN-P1}'; SET LOCAL app.actor = 'person:own'`;
  const ends = (sent: Sent) => endOf(portal, setting, sentMessage({ tenant: a, ...sent }));
  return said([
    ['a partner cannot send', (await ends({})) !== 'done'],
    ['a message in another tenant', (await ends({ tenant: b })) !== DENIED],
    ['a message for another partner', (await ends({ partner: `'OWN-P2'` })) !== DENIED],
    ['a message on a claim of another partner', (await ends({ claim: `'${rows[0]?.id}'` })) !== DENIED],
    ['a message in the name of somebody else', (await ends({ by: `'person:other'` })) !== DENIED],
    ['a message without a key', (await ends({ key: 'NULL' })) !== DENIED],
  ]);
}

/** Tables where partners that are named in the role of the application see their own alone. */
const NAMED_PARTNERS = [
  'agreement_acceptance',
  'balance_confirmation',
  'claim',
  'earning',
  'ledger_transfer',
  'payment_instruction',
  'person',
];

/** Tables that are for our own people, or for one person of a partner: of ours nothing is seen where partners are named. */
const OURS_ALONE = [
  ...['notice', 'notice_choice', 'place_comment', 'place_mention'],
  ...TENANT_TABLES.filter((table) => table.startsWith('trust_')),
];

async function holesForNamed({ app, a }: Walled, table: string): Promise<string[]> {
  if (!NAMED_PARTNERS.includes(table) && !OURS_ALONE.includes(table)) return [];
  const count = (partners: string) =>
    rowsOf(
      app,
      `SET LOCAL app.tenant = '${a}'; SET LOCAL app.partners = '${partners}'`,
      `SELECT FROM ${table}`,
    );
  if (OURS_ALONE.includes(table)) {
    return said([
      ['we do not see our own where no partner is named', (await count('')) === 0],
      ['a partner that is named sees what is ours', (await count('{OWN-P1}')) !== 0],
    ]);
  }
  return said([
    ['we do not see all where no partner is named', (await count('')) === 0],
    ['a partner that is named does not see its own', (await count('{OWN-P1}')) === 0],
    ['a partner that is named sees of others', (await count('{OWN-P3}')) !== 0],
    ['whoever names nobody sees', (await count('{}')) !== 0],
  ]);
}

/** An account finds the tenants where it is a member, and nobody else's. */
async function holesForMembers({ admin, app, a, b }: Walled): Promise<string[]> {
  const { rows } = await admin.query<{ account: string }>(
    `SELECT account_id AS account FROM membership WHERE tenant_id = '${a}' LIMIT 1`,
  );
  const setting = `SET LOCAL app.account = '${rows[0]?.account}'`;
  const own = await rowsOf(app, setting, 'SELECT FROM membership');
  return said([
    ['an account does not find its tenant', own !== 1],
    [
      'an account is seen in another tenant',
      (await rowsOf(app, setting, `SELECT FROM membership WHERE tenant_id = '${b}'`)) !== 0,
    ],
  ]);
}

/** Which day it is, which batch is the last, and what everybody is shown: the same for all partners of a tenant. */
const SHARED_WITH_PARTNERS = ['brand', 'brand_logo', 'company', 'counter'];

/** Rows of A that no partner is meant to see, in tables of which they see others (strangersOf). */
const NOT_FOR_PARTNERS: Readonly<Record<string, string>> = {
  booking: `x.kind = 'recognised'`,
  booking_account: `x.kind = 'recognised'`,
  booking_cause: `x.cause = 'estimate'`,
  counter: `x.series <> 'batch'`,
  master_version: `x.kind <> 'partner'`,
  settlement: 'x.legal_number IS NULL',
};

/** Adds the rows that NOT_FOR_PARTNERS speaks of: what we take for likely, a counter of another series, a product called as a partner is, a settlement that is only proposed. */
export async function addStrangers({ admin, a }: Pick<Walled, 'admin' | 'a'>): Promise<void> {
  const of = `WHERE tenant_id = '${a}' AND partner_id = 'OWN-P1' AND kind = 'earned'`;
  const recognised: Readonly<Record<string, string>> = { kind: `'recognised'`, company: `'NW'` };
  for (const table of ['booking_account', 'booking']) {
    const names = await columnsOf(admin, table);
    const copied = names.map((name) => recognised[name] ?? (name === 'id' ? 'gen_random_uuid()' : name));
    await admin.query(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT ${copied.join(', ')} FROM ${table} ${of}`,
    );
  }
  await admin.query(
    `INSERT INTO booking_cause (tenant_id, partner_id, booking_id, position, cause, minor)
     SELECT tenant_id, partner_id, id, 1, 'estimate', delta_minor FROM booking
     WHERE tenant_id = '${a}' AND partner_id = 'OWN-P1' AND kind = 'recognised'`,
  );
  await admin.query(`INSERT INTO counter (tenant_id, series) VALUES ('${a}', 'other')`);
  await addSettlements({ admin, a });
  const columns = await columnsOf(admin, 'master_version');
  const values = columns.map((name) => (name === 'kind' ? `'product'` : name));
  await admin.query(
    `INSERT INTO master_version (${columns.join(', ')}) SELECT ${values.join(', ')} FROM master_version
     WHERE tenant_id = '${a}' AND kind = 'partner' AND code = 'OWN-P1'`,
  );
}

/** Copies of the settlement of OWN-P1: one that is only proposed, and one that was issued to OWN-P2. */
async function addSettlements({ admin, a }: Pick<Walled, 'admin' | 'a'>): Promise<void> {
  const issue = [
    'series',
    'year',
    'legal_number',
    'issued_on',
    'due_on',
    'issued_at',
    'issued_batch',
    'document',
    'brand_version',
  ];
  const copies: Readonly<Record<string, string>>[] = [
    { state: `'proposed'`, ...Object.fromEntries(issue.map((name) => [name, 'NULL'])) },
    { partner_id: `'OWN-P2'`, legal_number: `'other'` },
  ];
  const names = await columnsOf(admin, 'settlement');
  for (const copy of copies) {
    const values = names.map((name) => (name === 'id' ? 'gen_random_uuid()' : (copy[name] ?? name)));
    await admin.query(
      `INSERT INTO settlement (${names.join(', ')}) SELECT ${values.join(', ')} FROM settlement
       WHERE tenant_id = '${a}' AND partner_id = 'OWN-P1' AND document IS NOT NULL`,
    );
  }
}

/** The owner sees ids of tenants where a function of the worker, or it itself, says so; and they do see them. */
async function holesForWorker({ app, owner }: Walled, table: string): Promise<string[]> {
  if (table === 'job')
    return said([
      ['the worker finds no jobs', (await rowsOf(app, '', 'SELECT * FROM tenants_with_jobs()')) < 2],
    ]);
  if (table === 'audit_unlinked')
    return said([
      ['the worker finds no deeds', (await rowsOf(app, '', 'SELECT * FROM tenants_with_deeds()')) < 2],
    ]);
  if (table !== 'tenant') return [];
  return said([
    ['the worker finds no tenants', (await rowsOf(app, '', 'SELECT * FROM tenants_of_worker()')) < 2],
    [
      'the owner cannot list tenants',
      (await rowsOf(owner, `SET LOCAL app.directory = 'open'`, 'SELECT FROM tenant')) < 2,
    ],
  ]);
}

/** Whatever is not in the list is refused, each column of an update by itself. */
async function rightsBeyond(walled: Walled, role: 'app' | 'portal', table: string): Promise<string[]> {
  const granted = walled.grants[role][table] ?? '';
  const whole = new Set(
    granted
      .replaceAll(/\([^)]*\)/g, '(')
      .split(', ')
      .filter((word) => !word.includes('(')),
  );
  const holes: string[] = [];
  for (const verb of VERBS) {
    if (whole.has(verb)) continue;
    const some = new Set(new RegExp(`${verb} \\(([^)]*)\\)`).exec(granted)?.[1]?.split(', '));
    for (const [name, sql] of await forbidden(walled, verb, table, some)) {
      const ends = await endOf(walled[role], '', sql);
      if (ends !== DENIED) holes.push(`${role} may ${verb} ${name} (${ends})`);
    }
  }
  return holes;
}

/** Statements that touch no row, and are refused all the same where the right is missing. */
async function forbidden(
  { admin }: Walled,
  verb: (typeof VERBS)[number],
  table: string,
  granted: ReadonlySet<string>,
): Promise<readonly (readonly [string, string])[]> {
  if (verb === 'DELETE') return [['rows', `DELETE FROM ${table} WHERE false`]];
  if (verb === 'TRUNCATE') return [['all', `TRUNCATE ${table}`]];
  const columns = (await columnsOf(admin, table)).filter((name) => !granted.has(name));
  if (verb === 'SELECT') return columns.map((name) => [name, `SELECT ${name} FROM ${table} WHERE false`]);
  if (verb === 'UPDATE')
    return columns.map((name) => [name, `UPDATE ${table} SET ${name} = NULL WHERE false`]);
  return columns.map((name) => [name, `INSERT INTO ${table} (${name}) SELECT NULL WHERE false`]);
}

async function columnsOf(admin: Client, table: string): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'public.${table}'::regclass AND attnum > 0 AND NOT attisdropped`,
  );
  return rows.map(({ name }) => name);
}

async function rowsOf(client: Client, setting: string, sql: string): Promise<number> {
  const answers = await client.query(`BEGIN; ${setting}${setting && '; '}${sql}; ROLLBACK`);
  return (answers as unknown as { rowCount: number | null }[]).at(-2)?.rowCount ?? 0;
}

/** The SQLSTATE that a statement ends with, or that it does not. */
async function endOf(client: Client, setting: string, sql: string): Promise<string> {
  try {
    await client.query(`BEGIN; ${setting}${setting && '; '}${sql}; ROLLBACK`);
    return 'done';
  } catch (error) {
    await client.query('ROLLBACK');
    if (!(error instanceof DatabaseError)) throw error;
    return error.code ?? 'error';
  }
}

function said(findings: readonly (readonly [string, boolean])[]): string[] {
  return findings.filter(([, isHole]) => isHole).map(([name]) => name);
}
