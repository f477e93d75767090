import { randomUUID } from 'node:crypto';
import { type Attempt, attempts, DENIED, FORBIDDEN, NONE, row, settings, TENANT_A } from './attempt.ts';

/** What somebody could try who runs statements of their own as the application. */
export const APP_ATTEMPTS: readonly Attempt[] = [
  ...attempts(TENANT_A, DENIED, FORBIDDEN),
  // What is set
  ...settings('SELECT * FROM line', NONE, {
    'nothing set': '',
    'set to nothing': `SET LOCAL app.tenant = ''`,
    'set to an unknown tenant': `SET LOCAL app.tenant = '${randomUUID()}'`,
    'a setting of another name': `SET LOCAL app.tenants = '@B'`,
    'partners of the portal do not help': `SET LOCAL app.partners = '{VICTIM-P1}'`,
    'zero for a tenant': `SET LOCAL app.tenant = '00000000-0000-0000-0000-000000000000'`,
  }),
  ...settings('SELECT * FROM line', '22P02', {
    'set to no UUID': `SET LOCAL app.tenant = 'all'`,
    'set to a pattern': `SET LOCAL app.tenant = '%'`,
    'a list of tenants': `SET LOCAL app.tenant = '@A,@B'`,
    'an array of tenants': `SET LOCAL app.tenant = '{@A,@B}'`,
    'nobody for a tenant': `SET LOCAL app.tenant = 'null'`,
  }),
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
  ...attempts(TENANT_A, NONE, {
    'its job': `UPDATE job SET state = 'cancelled' WHERE tenant_id = '@B' RETURNING *`,
    'its job taken away': `DELETE FROM job WHERE tenant_id = '@B' RETURNING *`,
  }),
  row(
    'a job for the other',
    TENANT_A,
    `INSERT INTO job (tenant_id, id, kind, subject, requested_by, due_at) VALUES ('@B', gen_random_uuid(), 'calculate', '', 'x', now())`,
    DENIED,
  ),
  // Reading the other tenant's rows
  ...attempts(TENANT_A, NONE, {
    'its id in the condition': `SELECT * FROM line WHERE tenant_id = '@B'`,
    'any id but mine': `SELECT * FROM booking WHERE tenant_id <> '@A'`,
    'a join': 'SELECT y.* FROM line x JOIN line y ON x.tenant_id <> y.tenant_id',
    'a count': `SELECT FROM line WHERE tenant_id = '@B' HAVING count(*) > 0`,
    'the place of the row': `SELECT * FROM line WHERE ctid IN ('(0,1)', '(0,2)', '(0,3)', '(0,4)') AND tenant_id <> '@A'`,
    'a sample': `SELECT * FROM line TABLESAMPLE SYSTEM (100) WHERE tenant_id <> '@A'`,
    'a lock': `SELECT * FROM counter WHERE tenant_id = '@B' FOR UPDATE`,
    'a cursor': 'DECLARE c CURSOR FOR SELECT * FROM line; MOVE 2 FROM c; FETCH ALL FROM c',
    'a temporary view': `CREATE TEMP VIEW v AS SELECT * FROM line; SELECT * FROM v WHERE tenant_id <> '@A'`,
    'the whole row as text': `SELECT line::text FROM line WHERE line::text LIKE '%VICTIM%'`,
    'as XML': `SELECT FROM (SELECT table_to_xml('line', true, false, '')::text AS x) y WHERE x LIKE '%VICTIM%'`,
  }),
  row('a condition that is always true', TENANT_A, 'SELECT * FROM line WHERE true OR true', '2 rows'),
  row('a union', TENANT_A, `SELECT code FROM company UNION SELECT partner_id FROM line`, '4 rows'),
  row('as XML by a query', TENANT_A, `SELECT query_to_xml('SELECT * FROM audit', true, false, '')`, '1 rows'),
  row(
    'an anonymous block',
    TENANT_A,
    `DO $$ DECLARE n int; BEGIN SELECT count(*) INTO n FROM line; RAISE EXCEPTION 'saw %', n; END $$`,
    'P0001',
  ),
  // Errors as a way to see
  row('a cast that fails on a row', TENANT_A, 'SELECT partner_id::int FROM line', '22P02'),
  ...attempts(TENANT_A, '2 rows', {
    'a division that fails on a row': `SELECT 1 / (partner_id NOT LIKE 'VICTIM%')::int FROM line`,
    'a failing condition before the wall': `SELECT * FROM line WHERE 1 / (CASE WHEN tenant_id <> '@A' THEN 0 ELSE 1 END) = 1`,
    'a function of mine in the condition': `CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$ BEGIN IF $1 LIKE 'VICTIM%' THEN RAISE EXCEPTION 'leak'; END IF; RETURN true; END $$; SELECT * FROM line WHERE pg_temp.leak(partner_id)`,
  }),
  ...attempts(TENANT_A, DENIED, {
    'a function that calls itself leakproof': `CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE sql LEAKPROOF AS 'SELECT true'`,
    'an operator of mine': `CREATE OPERATOR public.=== (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text)`,
    'statistics themselves': 'SELECT * FROM pg_statistic',
  }),
  row(
    'explain',
    TENANT_A,
    'EXPLAIN (ANALYZE, VERBOSE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT * FROM line',
    /^\d+ rows$/,
  ),
  ...attempts(TENANT_A, NONE, {
    statistics: `SELECT * FROM pg_stats WHERE schemaname = 'public' AND tablename <> 'schema_migration'`,
    sequences: 'SELECT * FROM pg_sequences',
  }),
  // Writing over the wall
  ...attempts(TENANT_A, DENIED, {
    'a row for the other': `INSERT INTO idempotency_key VALUES ('@B', 'k', 'h', now())`,
    'a row for the other, if it is not there': `INSERT INTO idempotency_key VALUES ('@B', 'VICTIM-key', 'h', now()) ON CONFLICT DO NOTHING`,
    'a row over the row of the other': `INSERT INTO idempotency_key VALUES ('@B', 'VICTIM-key', 'h', now()) ON CONFLICT (tenant_id, key) DO UPDATE SET answer = 'null'`,
    'a row moved to the other': `UPDATE counter SET tenant_id = '@B'`,
    'COPY to a program': `COPY line TO PROGRAM 'cat'`,
    'COPY from a file': `CREATE TEMP TABLE t (x text); COPY t FROM '/etc/passwd'`,
  }),
  row('a row for nobody', '', `INSERT INTO idempotency_key VALUES ('@A', 'k', 'h', now())`, DENIED),
  ...attempts(TENANT_A, NONE, {
    'its counter': `UPDATE counter SET last_number = 99 WHERE tenant_id = '@B'`,
    'its day': `UPDATE company SET business_day = now() WHERE tenant_id = '@B'`,
    'its answer': `UPDATE idempotency_key SET answer = 'null' WHERE tenant_id = '@B'`,
    'its earnings': `DELETE FROM earning WHERE tenant_id = '@B' RETURNING *`,
    'a merge': `MERGE INTO counter c USING (VALUES ('@B'::uuid)) v (id) ON c.tenant_id = v.id WHEN MATCHED THEN UPDATE SET last_number = 99`,
    'COPY out': `COPY (SELECT 1 FROM line WHERE tenant_id <> '@A') TO STDOUT`,
  }),
  row('COPY into a table with walls', TENANT_A, 'COPY line FROM STDIN', '0A000'),
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
  // References and keys as oracles
  ...attempts(TENANT_A, '1 rows', {
    'a key of the other is free for me': `INSERT INTO idempotency_key VALUES ('@A', 'VICTIM-key', 'h', now())`,
    'a code of the other is free for me': `INSERT INTO agreement SELECT '@A', gen_random_uuid(), 'VICTIM-VICTIM-P1', 1`,
  }),
  ...attempts(TENANT_A, '23503', {
    'a reference across': `INSERT INTO run_state SELECT '@A', '@B'`,
    'a reference to nothing': `INSERT INTO run_state SELECT '@A', '${randomUUID()}'`,
  }),
  row('another tenant is not made', TENANT_A, `INSERT INTO tenant VALUES ('@A', 'victim', 'x')`, DENIED),
  // Becoming somebody else
  ...attempts(TENANT_A, DENIED, {
    'the portal': 'SET ROLE openrebate_portal',
    'the administrator': 'SET ROLE postgres',
    'another login': 'SET SESSION AUTHORIZATION postgres',
    'a member of the owner': 'GRANT openrebate_owner TO openrebate_app',
    'a bypass for myself': 'ALTER ROLE openrebate_app BYPASSRLS',
    'a new role': 'CREATE ROLE somebody',
  }),
  // Pulling the walls down
  ...attempts(TENANT_A, DENIED, {
    'walls not forced': 'ALTER TABLE line NO FORCE ROW LEVEL SECURITY',
    'a policy dropped': 'DROP POLICY tenant_wall ON line',
    'a policy changed': 'ALTER POLICY tenant_wall ON line USING (true)',
    'a table taken': 'ALTER TABLE line OWNER TO openrebate_app',
    'a right given': 'GRANT UPDATE ON line TO openrebate_app; UPDATE line SET unit = unit',
    'a trigger':
      'CREATE TRIGGER t AFTER INSERT ON line EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    'a rule': 'CREATE RULE r AS ON INSERT TO line DO ALSO NOTHING',
    'a view': 'CREATE VIEW v AS SELECT * FROM line',
    'a function as definer': `CREATE FUNCTION public.f() RETURNS SETOF line LANGUAGE sql SECURITY DEFINER AS 'SELECT * FROM line'`,
    'another language': `CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE c AS 'libc', 'getpid'`,
    'an extension': 'CREATE EXTENSION file_fdw',
    'a server setting': `SET log_statement = 'all'`,
  }),
  row(
    'a temporary function as definer',
    TENANT_A,
    `CREATE FUNCTION pg_temp.f() RETURNS SETOF public.line LANGUAGE sql SECURITY DEFINER AS 'SELECT * FROM public.line'; SELECT * FROM pg_temp.f() WHERE tenant_id <> '@A'`,
    NONE,
  ),
  // Around the tables
  ...attempts(TENANT_A, DENIED, {
    'a folder': `SELECT pg_ls_dir('base')`,
    'a large object to a file': `SELECT lo_export(1, '/tmp/x')`,
    'the log': `SELECT pg_read_binary_file('PG_VERSION')`,
    'the write-ahead log': 'SELECT pg_create_physical_replication_slot($$x$$)',
    'what a publication sends': 'CREATE PUBLICATION p FOR TABLE line',
    'a subscription': `CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, create_slot = false, slot_name = NONE, enabled = false)`,
    'a logical slot': `SELECT pg_create_logical_replication_slot('x', 'pgoutput')`,
    'a file of the server': `SELECT pg_stat_file('postgresql.conf')`,
    'a program': `CREATE TEMP TABLE t (x text); COPY t FROM PROGRAM 'id'`,
  }),
  row('another server', TENANT_A, 'CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw', '42704'),
  // In the way of the policies
  row(
    'a setting read by a function of mine',
    `${TENANT_A}; CREATE FUNCTION pg_temp.current_setting(text, boolean) RETURNS text LANGUAGE sql AS 'SELECT ''@B''::text'; SET LOCAL search_path = pg_temp, public`,
    'SELECT * FROM line',
    '2 rows',
  ),
  row(
    'an equality of mine',
    `${TENANT_A}; CREATE FUNCTION pg_temp.same(uuid, uuid) RETURNS boolean LANGUAGE sql AS 'SELECT true'; CREATE OPERATOR pg_temp.= (FUNCTION = pg_temp.same, LEFTARG = uuid, RIGHTARG = uuid)`,
    `SET LOCAL search_path = pg_temp, public, pg_catalog; SELECT * FROM line`,
    '2 rows',
  ),
  ...attempts(TENANT_A, DENIED, {
    'a child table': 'CREATE TEMP TABLE t () INHERITS (line)',
    'an index over all rows': 'CREATE INDEX ON line (partner_id)',
    'statistics of mine': 'CREATE STATISTICS s ON partner_id, unit FROM line',
    'a comment': `COMMENT ON TABLE line IS 'x'`,
    'an event trigger': 'CREATE EVENT TRIGGER t ON ddl_command_end EXECUTE FUNCTION f()',
    'rights for the future':
      'ALTER DEFAULT PRIVILEGES FOR ROLE openrebate_owner GRANT ALL ON TABLES TO openrebate_app',
    'a domain over the rows': 'CREATE DOMAIN public.d AS text',
    'a column more': 'ALTER TABLE line ADD COLUMN x text',
    'a constraint less': 'ALTER TABLE line DROP CONSTRAINT line_pkey',
  }),
  ...attempts(TENANT_A, NONE, {
    'a copy of the table and of its walls': `CREATE TEMP TABLE line (LIKE public.line INCLUDING ALL); SELECT * FROM line`,
    'a statistics row of several columns': 'SELECT * FROM pg_stats_ext',
  }),
  // What was set is taken back, or said another way
  ...attempts(`SET app.tenant = '@A'`, NONE, {
    'the setting reset': 'RESET app.tenant; SELECT * FROM line',
    'all settings reset': 'RESET ALL; SELECT * FROM line',
  }),
  row('an expression for a tenant', TENANT_A, `SET LOCAL app.tenant TO (SELECT '@B')`, '42601'),
  row('a setting of the file', TENANT_A, `ALTER SYSTEM SET app.tenant = '@B'`, '25001'),
  row('a setting of the database', TENANT_A, `ALTER DATABASE postgres SET app.tenant = '@B'`, DENIED),
  // Reading by writing, and counting without reading
  ...attempts(TENANT_A, NONE, {
    'rows of the other by an update of mine': `UPDATE counter c SET last_number = c.last_number FROM line x WHERE x.tenant_id = '@B'`,
    'rows of the other by a deletion': `DELETE FROM earning e USING line x WHERE x.tenant_id = '@B' RETURNING x.*`,
    'rows of the other into mine': `INSERT INTO idempotency_key SELECT '@A', key, request_hash, taken_at FROM idempotency_key WHERE tenant_id = '@B'`,
    'the largest number': `SELECT FROM batch HAVING max(number) FILTER (WHERE tenant_id <> '@A') > 0`,
    'a recursive query': `WITH RECURSIVE r AS (SELECT tenant_id FROM line UNION SELECT l.tenant_id FROM r JOIN line l ON l.tenant_id <> r.tenant_id) SELECT * FROM r WHERE tenant_id <> '@A'`,
    'a full outer join': `SELECT 1 FROM line x FULL JOIN booking y ON false WHERE y.tenant_id <> '@A' OR x.tenant_id <> '@A'`,
    'the database as XML': `SELECT FROM (SELECT query_to_xml('SELECT * FROM tenant', true, false, '')::text AS x) y WHERE x LIKE '%victim%'`,
    'its lock waits for nobody': `SELECT * FROM booking_account WHERE tenant_id = '@B' FOR UPDATE NOWAIT`,
    'a shared lock': `SELECT * FROM company WHERE tenant_id = '@B' FOR KEY SHARE SKIP LOCKED`,
  }),
  row(
    'a merge that makes rows',
    TENANT_A,
    `MERGE INTO idempotency_key k USING (VALUES ('@B'::uuid)) v (id) ON k.tenant_id = v.id WHEN NOT MATCHED THEN INSERT VALUES (v.id, 'k', 'h', now())`,
    DENIED,
  ),
  row('a window over all', TENANT_A, `SELECT count(*) OVER () FROM line`, '2 rows'),
];
