import type { ClientBase } from 'pg';
import type { SnapshotTable } from '../../../app/ports/snapshot.ts';

/** A table of the catalogue: what is carried of it, in which order, and whether tenants share it. */
export type CarriedTable = SnapshotTable & {
  readonly hasTenant: boolean;
  /** The columns that put its rows in one order everywhere: the tenant, then the primary key. */
  readonly order: readonly string[];
};

/** Which migrations were applied is said in the head: the tables are made by applying them. */
const NOT_CARRIED = ['schema_migration'];

const TABLES = `
  SELECT c.relname AS name,
    ARRAY(
      SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attnum
    ) AS columns,
    EXISTS (
      SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    ) AS "hasTenant",
    ARRAY(
      SELECT a.attname::text
      FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (attnum, place), pg_attribute a
      WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.attnum
      ORDER BY a.attname <> 'tenant_id', k.place
    ) AS order
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relname <> ALL ($1)
  ORDER BY c.relname COLLATE "C"`;

/** All tables whose rows are ours, from the catalogue: a new table cannot be forgotten. */
export async function snapshotTables(client: ClientBase): Promise<CarriedTable[]> {
  return (await client.query<CarriedTable>(TABLES, [NOT_CARRIED])).rows;
}

/** Dates, instants, bytes and signs as one text on every server. */
export const ONE_FORM = `
  SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL client_encoding = 'UTF8'`;

/** The statement that writes a table in its order, of one tenant or whole. */
export function copyOut(client: ClientBase, table: CarriedTable, tenant?: string): string {
  const names = (list: readonly string[]) => list.map((name) => client.escapeIdentifier(name)).join(', ');
  const only = tenant === undefined ? '' : `WHERE tenant_id = ${client.escapeLiteral(tenant)}`;
  const from = `${names(table.columns)} FROM public.${client.escapeIdentifier(table.name)}`;
  return `COPY (SELECT ${from} ${only} ORDER BY ${names(table.order)}) TO STDOUT`;
}
