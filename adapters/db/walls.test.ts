import { randomUUID } from 'node:crypto';
import { Client, DatabaseError } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TenantId } from '../../app/ports.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { fillTenant } from '../../test/support/fillTenant.ts';
import { openStore } from './store.ts';

/** Everything that tenant B owns bears this mark; wherever it is seen, a wall has a hole. */
const VICTIM = 'VICTIM';
const OWN = 'OWN';

let database: TestDatabase;
let a: TenantId;
let b: TenantId;
let before: string;

beforeAll(async () => {
  database = await testDatabase();
  [a, b] = [await database.tenant('own'), await database.tenant('victim')];
  await fillTenant(database.store, a, OWN);
  await fillTenant(database.store, b, VICTIM);
  await asAdmin('ANALYZE');
  before = await victimRows();
});

afterAll(async () => {
  // After all attempts, what the victim has is what it had.
  expect(await victimRows()).toBe(before);
  await database.drop();
});

const TENANT_TABLES = [
  'agreement',
  'agreement_bulk',
  'agreement_bulk_row',
  'agreement_deed',
  'agreement_document',
  'agreement_version',
  'alias',
  'api_key',
  'approval_rules',
  'approval_rules_confirmed',
  'audit',
  'bank_account',
  'batch',
  'booking',
  'booking_account',
  'booking_cause',
  'company',
  'counter',
  'cut_over',
  'cut_over_agreement',
  'cut_over_load',
  'cut_over_signature',
  'dossier',
  'earning',
  'fact_file',
  'fact_row',
  'historic_total',
  'idempotency_key',
  'import_undo',
  'job',
  'line',
  'mapping',
  'master_version',
  'old_figure',
  'opening_balance',
  'payment',
  'person',
  'preview',
  'proposal',
  'proposal_part',
  'proposal_revision',
  'proposal_submission',
  'quarantine_end',
  'received_row',
  'run',
  'run_state',
  'sandbox',
  'service',
  'source_document',
  'stock_count',
  'tenant',
];

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const asAdmin = (sql: string) => connected(database.adminUrl, (client) => client.query(sql));

async function victimRows(): Promise<string> {
  const texts = TENANT_TABLES.map(
    (table) => `SELECT '${table}' AS name, x::text AS row FROM ${table} x WHERE tenant_id = '${b}'`,
  );
  const { rows } = await asAdmin(`${texts.join(' UNION ALL ')} ORDER BY 1, 2`);
  return rows.map(({ name, row }) => `${name} ${row}`).join('\n');
}

/** What an attempt came to: rows in all answers, or the SQLSTATE; `seen` is all that came back. */
type Outcome = { readonly ends: string; readonly seen: string };

async function attempt(client: Client, sql: string): Promise<Outcome> {
  try {
    const answer = await client.query(sql);
    const answers = Array.isArray(answer) ? answer : [answer];
    const last = answers.at(-1);
    const rows = answers.flatMap((one) => one.rows);
    return { ends: `${last?.rows.length || last?.rowCount || 0} rows`, seen: JSON.stringify(rows) };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const { code, message, detail, hint, where } = error;
    return { ends: code ?? 'error', seen: [message, detail, hint, where].join('\n') };
  }
}

function expectNothingOfVictim(seen: string, sql: string): void {
  // What the attempt itself says may be said back to it.
  const said = (text: string) => sql.toLowerCase().includes(text.toLowerCase());
  const found = (seen.match(/VICTIM[-A-Z0-9]*/gi) ?? []).filter((text) => !said(text));
  expect(found).toEqual([]);
  if (!said(b)) expect(seen).not.toContain(b);
}

const DENIED = '42501';
const NONE = '0 rows';

/** `@A` and `@B` are the ids of the tenants. `set` runs before, in the same transaction. */
type Attempt = {
  readonly name: string;
  readonly set: string;
  readonly sql: string;
  readonly ends: string | RegExp;
};
const row = (name: string, set: string, sql: string, ends: string | RegExp): Attempt => ({
  name,
  set,
  sql,
  ends,
});

const TENANT_A = `SET LOCAL app.tenant = '@A'`;

const APP: readonly Attempt[] = [
  // What is set
  row('nothing set', '', 'SELECT * FROM line', NONE),
  row('set to nothing', `SET LOCAL app.tenant = ''`, 'SELECT * FROM line', NONE),
  row('set to no UUID', `SET LOCAL app.tenant = 'all'`, 'SELECT * FROM line', '22P02'),
  row('set to a pattern', `SET LOCAL app.tenant = '%'`, 'SELECT * FROM line', '22P02'),
  row('set to an unknown tenant', `SET LOCAL app.tenant = '${randomUUID()}'`, 'SELECT * FROM line', NONE),
  row('a setting of another name', `SET LOCAL app.tenants = '@B'`, 'SELECT * FROM line', NONE),
  row(
    'partners of the portal do not help',
    `SET LOCAL app.partners = '{VICTIM-P1}'`,
    'SELECT * FROM line',
    NONE,
  ),
  row('the walls switched off', `${TENANT_A}; SET LOCAL row_security = off`, 'SELECT * FROM line', DENIED),
  row('no code, no tenant', `SET LOCAL app.tenant_code = ''`, 'SELECT * FROM tenant', NONE),
  row('a pattern for a code', `SET LOCAL app.tenant_code = '%'`, 'SELECT * FROM tenant', NONE),
  row(
    'a code opens the directory only',
    `SET LOCAL app.tenant_code = 'victim'`,
    'SELECT * FROM company',
    NONE,
  ),
  row(
    'a table of mine in the way of the worker',
    `CREATE TEMP TABLE tenant (tenant_id uuid); SET LOCAL search_path = pg_temp, public`,
    'SELECT * FROM tenants_of_worker() t WHERE t IS NULL',
    NONE,
  ),
  row('its job', TENANT_A, `UPDATE job SET state = 'cancelled' WHERE tenant_id = '@B' RETURNING *`, NONE),
  row('its job taken away', TENANT_A, `DELETE FROM job WHERE tenant_id = '@B' RETURNING *`, NONE),
  row(
    'a job for the other',
    TENANT_A,
    `INSERT INTO job (tenant_id, id, kind, subject, requested_by, due_at) VALUES ('@B', gen_random_uuid(), 'calculate', '', 'x', now())`,
    DENIED,
  ),
  // Reading the other tenant's rows
  row('its id in the condition', TENANT_A, `SELECT * FROM line WHERE tenant_id = '@B'`, NONE),
  row('any id but mine', TENANT_A, `SELECT * FROM booking WHERE tenant_id <> '@A'`, NONE),
  row('a condition that is always true', TENANT_A, 'SELECT * FROM line WHERE true OR true', '2 rows'),
  row('a join', TENANT_A, 'SELECT y.* FROM line x JOIN line y ON x.tenant_id <> y.tenant_id', NONE),
  row('a union', TENANT_A, `SELECT code FROM company UNION SELECT partner_id FROM line`, '4 rows'),
  row('a count', TENANT_A, `SELECT FROM line WHERE tenant_id = '@B' HAVING count(*) > 0`, NONE),
  row(
    'the place of the row',
    TENANT_A,
    `SELECT * FROM line WHERE ctid IN ('(0,1)', '(0,2)', '(0,3)', '(0,4)') AND tenant_id <> '@A'`,
    NONE,
  ),
  row('a sample', TENANT_A, `SELECT * FROM line TABLESAMPLE SYSTEM (100) WHERE tenant_id <> '@A'`, NONE),
  row('a lock', TENANT_A, `SELECT * FROM counter WHERE tenant_id = '@B' FOR UPDATE`, NONE),
  row('a cursor', TENANT_A, 'DECLARE c CURSOR FOR SELECT * FROM line; MOVE 2 FROM c; FETCH ALL FROM c', NONE),
  row(
    'a temporary view',
    TENANT_A,
    `CREATE TEMP VIEW v AS SELECT * FROM line; SELECT * FROM v WHERE tenant_id <> '@A'`,
    NONE,
  ),
  row(
    'the whole row as text',
    TENANT_A,
    `SELECT line::text FROM line WHERE line::text LIKE '%VICTIM%'`,
    NONE,
  ),
  row(
    'as XML',
    TENANT_A,
    `SELECT FROM (SELECT table_to_xml('line', true, false, '')::text AS x) y WHERE x LIKE '%VICTIM%'`,
    NONE,
  ),
  row('as XML by a query', TENANT_A, `SELECT query_to_xml('SELECT * FROM audit', true, false, '')`, '1 rows'),
  row(
    'an anonymous block',
    TENANT_A,
    `DO $$ DECLARE n int; BEGIN SELECT count(*) INTO n FROM line; RAISE EXCEPTION 'saw %', n; END $$`,
    'P0001',
  ),
  // Errors as a way to see
  row('a cast that fails on a row', TENANT_A, 'SELECT partner_id::int FROM line', '22P02'),
  row(
    'a division that fails on a row',
    TENANT_A,
    `SELECT 1 / (partner_id NOT LIKE 'VICTIM%')::int FROM line`,
    '2 rows',
  ),
  row(
    'a failing condition before the wall',
    TENANT_A,
    `SELECT * FROM line WHERE 1 / (CASE WHEN tenant_id <> '@A' THEN 0 ELSE 1 END) = 1`,
    '2 rows',
  ),
  row(
    'a function of mine in the condition',
    TENANT_A,
    `CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$ BEGIN IF $1 LIKE 'VICTIM%' THEN RAISE EXCEPTION 'leak'; END IF; RETURN true; END $$; SELECT * FROM line WHERE pg_temp.leak(partner_id)`,
    '2 rows',
  ),
  row(
    'a function that calls itself leakproof',
    TENANT_A,
    `CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE sql LEAKPROOF AS 'SELECT true'`,
    DENIED,
  ),
  row(
    'an operator of mine',
    TENANT_A,
    `CREATE OPERATOR public.=== (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text)`,
    DENIED,
  ),
  row(
    'explain',
    TENANT_A,
    'EXPLAIN (ANALYZE, VERBOSE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT * FROM line',
    /^\d+ rows$/,
  ),
  row(
    'statistics',
    TENANT_A,
    `SELECT * FROM pg_stats WHERE schemaname = 'public' AND tablename <> 'schema_migration'`,
    NONE,
  ),
  row('statistics themselves', TENANT_A, 'SELECT * FROM pg_statistic', DENIED),
  row('sequences', TENANT_A, 'SELECT * FROM pg_sequences', NONE),
  // Writing over the wall
  row('a row for the other', TENANT_A, `INSERT INTO idempotency_key VALUES ('@B', 'k', 'h', now())`, DENIED),
  row('a row for nobody', '', `INSERT INTO idempotency_key VALUES ('@A', 'k', 'h', now())`, DENIED),
  row(
    'a row for the other, if it is not there',
    TENANT_A,
    `INSERT INTO idempotency_key VALUES ('@B', 'VICTIM-key', 'h', now()) ON CONFLICT DO NOTHING`,
    DENIED,
  ),
  row(
    'a row over the row of the other',
    TENANT_A,
    `INSERT INTO idempotency_key VALUES ('@B', 'VICTIM-key', 'h', now()) ON CONFLICT (tenant_id, key) DO UPDATE SET answer = 'null'`,
    DENIED,
  ),
  row('its counter', TENANT_A, `UPDATE counter SET last_number = 99 WHERE tenant_id = '@B'`, NONE),
  row('its day', TENANT_A, `UPDATE company SET business_day = now() WHERE tenant_id = '@B'`, NONE),
  row('its answer', TENANT_A, `UPDATE idempotency_key SET answer = 'null' WHERE tenant_id = '@B'`, NONE),
  row('its earnings', TENANT_A, `DELETE FROM earning WHERE tenant_id = '@B' RETURNING *`, NONE),
  row(
    'a merge',
    TENANT_A,
    `MERGE INTO counter c USING (VALUES ('@B'::uuid)) v (id) ON c.tenant_id = v.id WHEN MATCHED THEN UPDATE SET last_number = 99`,
    NONE,
  ),
  row('a row moved to the other', TENANT_A, `UPDATE counter SET tenant_id = '@B'`, DENIED),
  row('COPY into a table with walls', TENANT_A, 'COPY line FROM STDIN', '0A000'),
  row('COPY out', TENANT_A, `COPY (SELECT 1 FROM line WHERE tenant_id <> '@A') TO STDOUT`, NONE),
  row('COPY to a program', TENANT_A, `COPY line TO PROGRAM 'cat'`, DENIED),
  row('COPY from a file', TENANT_A, `CREATE TEMP TABLE t (x text); COPY t FROM '/etc/passwd'`, DENIED),
  // Facts are never changed
  ...[
    'agreement',
    'agreement_version',
    'audit',
    'batch',
    'booking',
    'booking_cause',
    'line',
    'master_version',
    'received_row',
    'run',
    'source_document',
    'tenant',
  ].flatMap((table) => [
    row(`${table} is not changed`, TENANT_A, `UPDATE ${table} SET tenant_id = tenant_id`, DENIED),
    row(`${table} is not deleted`, TENANT_A, `DELETE FROM ${table}`, DENIED),
  ]),
  row('nor emptied', TENANT_A, 'TRUNCATE line', DENIED),
  row('nor locked away', TENANT_A, 'LOCK TABLE line IN ACCESS EXCLUSIVE MODE', DENIED),
  // References and keys as oracles
  row(
    'a key of the other is free for me',
    TENANT_A,
    `INSERT INTO idempotency_key VALUES ('@A', 'VICTIM-key', 'h', now())`,
    '1 rows',
  ),
  row(
    'a code of the other is free for me',
    TENANT_A,
    `INSERT INTO agreement SELECT '@A', gen_random_uuid(), 'VICTIM-VICTIM-P1', 1`,
    '1 rows',
  ),
  row('a reference across', TENANT_A, `INSERT INTO run_state SELECT '@A', '@B'`, '23503'),
  row('a reference to nothing', TENANT_A, `INSERT INTO run_state SELECT '@A', '${randomUUID()}'`, '23503'),
  row('another tenant is not made', TENANT_A, `INSERT INTO tenant VALUES ('@A', 'victim', 'x')`, DENIED),
  // Becoming somebody else
  row('the owner', TENANT_A, 'SET ROLE openrebate_owner', DENIED),
  row('the portal', TENANT_A, 'SET ROLE openrebate_portal', DENIED),
  row('the administrator', TENANT_A, 'SET ROLE postgres', DENIED),
  row('another login', TENANT_A, 'SET SESSION AUTHORIZATION postgres', DENIED),
  row('a member of the owner', TENANT_A, 'GRANT openrebate_owner TO openrebate_app', DENIED),
  row('a bypass for myself', TENANT_A, 'ALTER ROLE openrebate_app BYPASSRLS', DENIED),
  row('a new role', TENANT_A, 'CREATE ROLE somebody', DENIED),
  // Pulling the walls down
  row('walls off', TENANT_A, 'ALTER TABLE line DISABLE ROW LEVEL SECURITY', DENIED),
  row('walls not forced', TENANT_A, 'ALTER TABLE line NO FORCE ROW LEVEL SECURITY', DENIED),
  row('a policy dropped', TENANT_A, 'DROP POLICY tenant_wall ON line', DENIED),
  row('a policy changed', TENANT_A, 'ALTER POLICY tenant_wall ON line USING (true)', DENIED),
  row('a policy added', TENANT_A, 'CREATE POLICY door ON line USING (true)', DENIED),
  row('a table taken', TENANT_A, 'ALTER TABLE line OWNER TO openrebate_app', DENIED),
  row(
    'a right given',
    TENANT_A,
    'GRANT UPDATE ON line TO openrebate_app; UPDATE line SET unit = unit',
    DENIED,
  ),
  row(
    'a trigger',
    TENANT_A,
    'CREATE TRIGGER t AFTER INSERT ON line EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    DENIED,
  ),
  row('a rule', TENANT_A, 'CREATE RULE r AS ON INSERT TO line DO ALSO NOTHING', DENIED),
  row('a view', TENANT_A, 'CREATE VIEW v AS SELECT * FROM line', DENIED),
  row(
    'a function as definer',
    TENANT_A,
    `CREATE FUNCTION public.f() RETURNS SETOF line LANGUAGE sql SECURITY DEFINER AS 'SELECT * FROM line'`,
    DENIED,
  ),
  row(
    'a temporary function as definer',
    TENANT_A,
    `CREATE FUNCTION pg_temp.f() RETURNS SETOF public.line LANGUAGE sql SECURITY DEFINER AS 'SELECT * FROM public.line'; SELECT * FROM pg_temp.f() WHERE tenant_id <> '@A'`,
    NONE,
  ),
  row(
    'another language',
    TENANT_A,
    `CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE c AS 'libc', 'getpid'`,
    DENIED,
  ),
  row('an extension', TENANT_A, 'CREATE EXTENSION file_fdw', DENIED),
  row('a server setting', TENANT_A, `SET log_statement = 'all'`, DENIED),
  row('replication roles', TENANT_A, 'SET session_replication_role = replica', DENIED),
  // Around the tables
  row('a file', TENANT_A, `SELECT pg_read_file('postgresql.conf')`, DENIED),
  row('a folder', TENANT_A, `SELECT pg_ls_dir('base')`, DENIED),
  row('a large object from a file', TENANT_A, `SELECT lo_import('/etc/passwd')`, DENIED),
  row('a large object to a file', TENANT_A, `SELECT lo_export(1, '/tmp/x')`, DENIED),
  row('all large objects', TENANT_A, 'SELECT * FROM pg_largeobject', DENIED),
  row('passwords', TENANT_A, 'SELECT * FROM pg_authid', DENIED),
  row('the log', TENANT_A, `SELECT pg_read_binary_file('PG_VERSION')`, DENIED),
  row('the write-ahead log', TENANT_A, 'SELECT pg_create_physical_replication_slot($$x$$)', DENIED),
];

const PARTNERS = `${TENANT_A}; SET LOCAL app.partners = '{OWN-P1}'`;

const PORTAL: readonly Attempt[] = [
  row('nothing set', '', 'SELECT partner_id FROM line', NONE),
  row('a tenant without partners', TENANT_A, 'SELECT partner_id FROM line', NONE),
  row(
    'partners without a tenant',
    `SET LOCAL app.partners = '{OWN-P1}'`,
    'SELECT partner_id FROM line',
    NONE,
  ),
  row(
    'partners set to nothing',
    `${TENANT_A}; SET LOCAL app.partners = ''`,
    'SELECT partner_id FROM line',
    NONE,
  ),
  row('no partners', `${TENANT_A}; SET LOCAL app.partners = '{}'`, 'SELECT partner_id FROM line', NONE),
  row(
    'NULL for a partner',
    `${TENANT_A}; SET LOCAL app.partners = '{NULL}'`,
    'SELECT partner_id FROM line',
    NONE,
  ),
  row(
    'a pattern for a partner',
    `${TENANT_A}; SET LOCAL app.partners = '{%,*,OWN-P_}'`,
    'SELECT partner_id FROM line',
    NONE,
  ),
  row(
    'another case',
    `${TENANT_A}; SET LOCAL app.partners = '{own-p1}'`,
    'SELECT partner_id FROM line',
    NONE,
  ),
  row('no list', `${TENANT_A}; SET LOCAL app.partners = 'OWN-P1'`, 'SELECT partner_id FROM line', '22P02'),
  row(
    'the partner of another tenant',
    `${TENANT_A}; SET LOCAL app.partners = '{VICTIM-P1}'`,
    'SELECT partner_id FROM line',
    NONE,
  ),
  ...['line', 'booking_account', 'booking', 'booking_cause', 'earning'].flatMap((table) => [
    row(`${table}: mine`, PARTNERS, `SELECT partner_id FROM ${table}`, '1 rows'),
    row(
      `${table}: not the other partner's`,
      PARTNERS,
      `SELECT partner_id FROM ${table} WHERE partner_id <> 'OWN-P1'`,
      NONE,
    ),
    row(`${table}: nothing is written`, PARTNERS, `DELETE FROM ${table}`, DENIED),
  ]),
  row(
    'two partners',
    `${TENANT_A}; SET LOCAL app.partners = '{OWN-P1,OWN-P2}'`,
    'SELECT partner_id FROM line',
    '2 rows',
  ),
  ...[
    'dossier',
    'proposal',
    'proposal_revision',
    'proposal_part',
    'agreement_deed',
    'agreement_document',
    'agreement_version',
  ].map((table) => row(`${table}: a text may name others`, PARTNERS, `SELECT * FROM ${table}`, DENIED)),
  row('free attributes', PARTNERS, 'SELECT attributes FROM line', DENIED),
  row('what a unit cost us', PARTNERS, 'SELECT unit_cost FROM line', DENIED),
  row(
    'prices, discounts and days',
    PARTNERS,
    'SELECT list_price, discounts, payment_date FROM line',
    '1 rows',
  ),
  row('everything of a line', PARTNERS, 'SELECT * FROM line', DENIED),
  row('a line as a whole', PARTNERS, 'SELECT x FROM line x', DENIED),
  ...[
    'agreement_version',
    'audit',
    'batch',
    'idempotency_key',
    'received_row',
    'run_state',
    'schema_migration',
    'source_document',
    'tenant',
  ].map((table) => row(`${table} is internal`, PARTNERS, `SELECT FROM ${table}`, DENIED)),
  // Of what earnings name, only that, and only of the partners that are set.
  row('the agreements of their earnings', PARTNERS, 'SELECT code FROM agreement', '1 rows'),
  row('everything of an agreement', PARTNERS, 'SELECT * FROM agreement', DENIED),
  row('the runs of their earnings', PARTNERS, 'SELECT number FROM run', '1 rows'),
  row('when a run ended', PARTNERS, 'SELECT finished_at FROM run', DENIED),
  row('their own names', PARTNERS, 'SELECT name FROM master_version', '1 rows'),
  row('attributes of master data', PARTNERS, 'SELECT attributes FROM master_version', DENIED),
  row('companies, and which day it is there', PARTNERS, 'SELECT * FROM company', '2 rows'),
  row('the last batch', PARTNERS, 'SELECT series FROM counter', '1 rows'),
  row('the application', PARTNERS, 'SET ROLE openrebate_app', DENIED),
  row('the owner', PARTNERS, 'SET ROLE openrebate_owner', DENIED),
  row('a temporary table', PARTNERS, 'CREATE TEMP TABLE t (x int)', DENIED),
  row('the jobs', PARTNERS, 'SELECT * FROM job', DENIED),
  row('whose jobs there are', PARTNERS, 'SELECT * FROM tenants_with_jobs()', DENIED),
  row('all tenants', PARTNERS, 'SELECT * FROM tenants_of_worker()', DENIED),
  row('a large object from a file', PARTNERS, `SELECT lo_import('/etc/passwd')`, DENIED),
  row(
    'the walls switched off',
    `${PARTNERS}; SET LOCAL row_security = off`,
    'SELECT partner_id FROM line',
    DENIED,
  ),
];

/** A statement that names a tenant id cannot be told one that it does not know. */
const named = (sql: string) => sql.replaceAll('@A', a).replaceAll('@B', b);

function run(url: () => string, { set, sql, ends }: Attempt): Promise<void> {
  return connected(url(), async (client) => {
    await client.query(`BEGIN; ${named(set)}`);
    const outcome = await attempt(client, named(sql));
    expectNothingOfVictim(outcome.seen, named(`${set} ${sql}`));
    expect(outcome.ends).toEqual(typeof ends === 'string' ? ends : expect.stringMatching(ends));
    await client.query('ROLLBACK');
  });
}

test('there are more than enough attempts', () => {
  expect(APP.length + PORTAL.length).toBeGreaterThanOrEqual(40);
});

describe('as the application', () => {
  test.each(APP)('$name: $sql', (entry) => run(() => database.appUrl, entry));

  test.each(TENANT_TABLES)('%s: own rows, nobody else’s', async (table) => {
    await connected(database.appUrl, async (client) => {
      await client.query(`BEGIN; SET LOCAL app.tenant = '${a}'`);
      const { rows } = await client.query(`SELECT * FROM ${table}`);
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map((one) => one.tenant_id))).toEqual(new Set([a]));
      expectNothingOfVictim(JSON.stringify(rows), '');
    });
  });
});

describe('as the portal', () => {
  test.each(PORTAL)('$name: $sql', (entry) => run(() => database.portalUrl, entry));
});

describe('as the owner', () => {
  test.each(TENANT_TABLES)('%s shows nothing to its owner', async (table) => {
    await connected(database.ownerUrl, async (client) => {
      expect((await client.query(`SELECT * FROM ${table}`)).rows).toEqual([]);
    });
  });
});

describe('over one connection', () => {
  test('what is set locally ends with the transaction', async () => {
    await connected(database.appUrl, async (client) => {
      await client.query(`BEGIN; SET LOCAL app.tenant = '${b}'; COMMIT`);
      expect(await attempt(client, 'SELECT * FROM line')).toEqual({ ends: NONE, seen: '[]' });
    });
  });

  test('what ends in an abort sets nothing', async () => {
    await connected(database.appUrl, async (client) => {
      await client.query(`BEGIN; SET LOCAL app.tenant = '${b}'`);
      expect((await attempt(client, 'SELECT 1 / 0')).ends).toBe('22012');
      expect((await attempt(client, 'SELECT * FROM line')).ends).toBe('25P02');
      await client.query('ROLLBACK');
      expect((await attempt(client, 'SELECT * FROM line')).ends).toBe(NONE);
    });
  });

  test('a plan that was prepared for one tenant serves the next with its own rows', async () => {
    await connected(database.appUrl, async (client) => {
      await client.query('SET plan_cache_mode = force_generic_plan');
      const read = async (tenant: TenantId) => {
        await client.query(`BEGIN; SET LOCAL app.tenant = '${tenant}'`);
        const { rows } = await client.query({ name: 'lines', text: 'SELECT tenant_id FROM line' });
        await client.query('COMMIT');
        return rows.map((one) => one.tenant_id);
      };
      for (let round = 0; round < 8; round += 1) {
        expect(await read(b)).toEqual([b, b]);
        expect(await read(a)).toEqual([a, a]);
      }
      await client.query(`BEGIN; SET LOCAL app.tenant = ''`);
      expect((await client.query({ name: 'lines', text: 'SELECT tenant_id FROM line' })).rows).toEqual([]);
    });
  });

  test('a savepoint gives the setting back', async () => {
    await connected(database.appUrl, async (client) => {
      await client.query(`BEGIN; SET LOCAL app.tenant = '${a}'; SAVEPOINT s; SET LOCAL app.tenant = '${b}'`);
      await client.query('ROLLBACK TO s');
      const { rows } = await client.query('SELECT DISTINCT tenant_id FROM line');
      expect(rows).toEqual([{ tenant_id: a }]);
    });
  });

  test('a key across and a key to nothing fail alike', async () => {
    const { rows } = await asAdmin(`SELECT id FROM agreement WHERE tenant_id = '${b}' LIMIT 1`);
    await connected(database.appUrl, async (client) => {
      const told = async (id: string) => {
        await client.query(`BEGIN; SET LOCAL app.tenant = '${a}'`);
        const { ends, seen } = await attempt(client, `INSERT INTO run_state SELECT '${a}', '${id}'`);
        await client.query('ROLLBACK');
        return { ends, seen: seen.replaceAll(id, 'id') };
      };
      const across = await told(rows[0].id);
      expect(across).toEqual(await told(randomUUID()));
      expect(across.ends).toBe('23503');
    });
  });

  test('a default that is planted for the role does not outlive the store’s own setting', async () => {
    const role = `ALTER ROLE openrebate_app IN DATABASE ${new URL(database.adminUrl).pathname.slice(1)}`;
    await asAdmin(`${role} SET app.tenant = '${b}'`);
    const store = openStore({ url: database.appUrl, poolSize: 1 });
    try {
      const lines = await store.inTenant(a, (tx) => tx.lines.knownAt(99, {}));
      expect(lines.map(({ partner }) => partner)).toEqual(['OWN-P1', 'OWN-P2', 'OWN-P1']);
      expect(await store.findTenant('nobody')).toBeUndefined();
    } finally {
      await store.close();
      await asAdmin(`${role} RESET app.tenant`);
    }
  });

  test('the store: after a failure inside a tenant, the next tenant has a clean connection', async () => {
    const store = openStore({ url: database.appUrl, poolSize: 1 });
    const read = (tenant: TenantId) => store.inTenant(tenant, (tx) => tx.lines.knownAt(99, {}));
    for (let round = 0; round < 3; round += 1) {
      const failing = store.inTenant(b, async (tx) => {
        await tx.lines.knownAt(99, {});
        throw new Error('in the middle');
      });
      await expect(failing).rejects.toThrow('in the middle');
      expect((await read(a)).map(({ partner }) => partner)).toEqual(['OWN-P1', 'OWN-P2', 'OWN-P1']);
      expect((await read(b)).map(({ partner }) => partner)).toEqual(['VICTIM-P1', 'VICTIM-P2', 'VICTIM-P1']);
    }
    await store.close();
  });

  test('the store: many tenants’ transactions at once over few connections never mix', async () => {
    const store = openStore({ url: database.appUrl, poolSize: 2 });
    const reads = Array.from({ length: 40 }, async (_, index) => {
      const [tenant, mark] = index % 2 === 0 ? [a, OWN] : [b, VICTIM];
      const lines = await store.inTenant(tenant, (tx) => tx.lines.knownAt(99, {}));
      return lines.length === 3 && lines.every(({ partner }) => partner.startsWith(mark));
    });
    expect(await Promise.all(reads)).toEqual(reads.map(() => true));
    await store.close();
  });
});

/** The test of the tests: with a single policy opened, the other tenant is seen, so each one counts. */
describe('a wall that is missing is noticed', () => {
  const opened = (table: string, policy: string, role: string, setting: string, condition: string) =>
    connected(database.adminUrl, async (client) => {
      const count = async () => {
        await client.query(`SET LOCAL ROLE ${role}; ${setting}`);
        const { rows } = await client.query(`SELECT count(*)::int AS found FROM ${table} WHERE ${condition}`);
        await client.query('RESET ROLE');
        return rows[0].found as number;
      };
      await client.query('BEGIN');
      const closed = await count();
      await client.query(`ALTER POLICY ${policy} ON ${table} USING (true)`);
      const open = await count();
      await client.query(`DROP POLICY ${policy} ON ${table}`);
      const dropped = await count();
      await client.query('ROLLBACK');
      return { closed, isSeenWhenOpen: open > 0, dropped };
    });

  test.each(TENANT_TABLES)('tenant_wall of %s', async (table) => {
    const setting = `SET LOCAL app.tenant = '${a}'`;
    const ends = await opened(table, 'tenant_wall', 'openrebate_app', setting, `tenant_id = '${b}'`);
    expect(ends).toEqual({ closed: 0, isSeenWhenOpen: true, dropped: 0 });
  });

  test.each(['line', 'booking_account', 'booking', 'booking_cause', 'earning'])(
    'partner_wall of %s',
    async (table) => {
      const setting = `SET LOCAL app.tenant = '${a}'; SET LOCAL app.partners = '{OWN-P1}'`;
      const others = `partner_id <> 'OWN-P1'`;
      const ends = await opened(table, 'partner_wall', 'openrebate_portal', setting, others);
      expect(ends).toEqual({ closed: 0, isSeenWhenOpen: true, dropped: 0 });
    },
  );

  test.each(TENANT_TABLES)('row-level security of %s', async (table) => {
    const found = await connected(database.adminUrl, async (client) => {
      await client.query(`BEGIN; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
      await client.query(`SET LOCAL ROLE openrebate_app; SET LOCAL app.tenant = '${a}'`);
      const { rows } = await client.query(`SELECT FROM ${table} WHERE tenant_id = '${b}'`);
      await client.query('ROLLBACK');
      return rows.length;
    });
    expect(found).toBeGreaterThan(0);
  });
});
