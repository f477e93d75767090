import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { distribute } from './distribute.ts';

// Citus cannot be installed everywhere: its two functions and its list of tables stand here as a record of what they
// were called for, on the real schema.
const STAND_IN = `
  CREATE TABLE spread (number serial, name text, kind text);
  CREATE VIEW citus_tables AS SELECT name::regclass AS table_name FROM spread;
  CREATE FUNCTION create_distributed_table(name text, by text) RETURNS void LANGUAGE sql
    AS $$ INSERT INTO spread (name, kind) VALUES (name, by) $$;
  CREATE FUNCTION create_reference_table(name text) RETURNS void LANGUAGE sql
    AS $$ INSERT INTO spread (name, kind) VALUES (name, 'copied') $$;
  SET allow_system_table_mods = on;
  INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
    SELECT 999999, 'citus', 10, oid, true, '13' FROM pg_namespace WHERE nspname = 'public'`;

const FOREIGN_KEYS = `
  SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent
  FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid`;

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.adminUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('without Citus nothing is spread', async () => {
  expect(await distribute(client)).toEqual([]);
});

test('with it every table of tenants is spread by tenant, those that others refer to first, and once', async () => {
  await client.query(STAND_IN);
  const names = await distribute(client);
  expect(names.length).toBeGreaterThan(100);
  expect(new Set(names).size).toBe(names.length);
  const { rows: kinds } = await client.query('SELECT name, kind FROM spread ORDER BY number');
  expect(kinds.map(({ name }) => name)).toEqual(names);
  expect(kinds.filter(({ kind }) => kind === 'copied')).toEqual([{ name: 'tenant', kind: 'copied' }]);
  expect(kinds).toContainEqual({ name: 'line', kind: 'tenant_id' });
  const { rows: keys } = await client.query<{ child: string; parent: string }>(FOREIGN_KEYS);
  const spread = keys.filter(({ child }) => names.includes(child));
  expect(spread.length).toBeGreaterThan(100);
  // What is spread refers to nothing that stays on one node, and to nothing that is spread later.
  for (const { child, parent } of spread) {
    expect([child, names.indexOf(parent) >= 0]).toEqual([child, true]);
    expect([child, parent, names.indexOf(parent) < names.indexOf(child)]).toEqual([child, parent, true]);
  }
  expect(await distribute(client)).toEqual([]);
});
