import type { ClientBase } from 'pg';

const IS_CITUS = `SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') AS found`;

/**
 * Tables of tenants that stand on one node still. A table with a key that does not begin with the tenant is
 * small and has a copy on every node; what bears no tenant at all stays on the coordinator.
 */
const LOCAL_TABLES = `
  SELECT c.relname AS name,
    EXISTS (
      SELECT FROM pg_constraint k
      WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u') AND NOT a.attnum = ANY (k.conkey)
    ) AS "isCopied",
    ARRAY (
      SELECT DISTINCT r.relname::text FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
      WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid
    ) AS "refersTo"
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
  WHERE c.relkind = 'r' AND NOT EXISTS (SELECT FROM citus_tables t WHERE t.table_name = c.oid::regclass)
  ORDER BY c.relname`;

type LocalTable = {
  readonly name: string;
  readonly isCopied: boolean;
  readonly refersTo: readonly string[];
};

/**
 * On a server with Citus, spreads what migrations made over its nodes: by the tenant, so that all rows of a
 * tenant are on one node and every join of ours stays there. Elsewhere it does nothing. Gives the names in the order
 * in which they were spread; a second call finds none.
 */
export async function distribute(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ found: boolean }>(IS_CITUS);
  if (rows[0]?.found !== true) return [];
  const tables = (await client.query<LocalTable>(LOCAL_TABLES)).rows;
  const ordered = referredFirst(tables);
  for (const { name, isCopied } of ordered) {
    if (isCopied) await client.query('SELECT create_reference_table($1)', [name]);
    else await client.query(`SELECT create_distributed_table($1, 'tenant_id')`, [name]);
  }
  return ordered.map(({ name }) => name);
}

/** A table that others refer to is spread before them, and every copied one before all others. */
function referredFirst(tables: readonly LocalTable[]): LocalTable[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const done = new Set<LocalTable>();
  const visit = (table: LocalTable, path: readonly LocalTable[]): void => {
    if (done.has(table) || path.includes(table)) return;
    for (const name of table.refersTo) {
      const other = byName.get(name);
      if (other !== undefined) visit(other, [...path, table]);
    }
    done.add(table);
  };
  for (const table of tables.toSorted((a, b) => Number(b.isCopied) - Number(a.isCopied))) visit(table, []);
  return [...done];
}
