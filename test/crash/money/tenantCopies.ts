import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { TenantId } from '../../../app/ports.ts';

/** Gives copies of a tenant as it stands: every row of every table under another id. */
export type TenantCopies = { readonly next: () => Promise<TenantId> };

/** Shape: of a superuser, so that neither walls nor keys of other tables stand in the way. */
export async function copiesOf(admin: Client, tenant: TenantId): Promise<TenantCopies> {
  const inserts: string[] = [];
  for (const [table, columns] of await tenantTables(admin)) {
    const { rows } = await admin.query(`SELECT FROM ${table} WHERE tenant_id = '${tenant}' LIMIT 1`);
    if (rows.length === 0 || table === 'tenant') continue;
    const names = columns.filter((column) => column !== 'tenant_id');
    inserts.push(
      `INSERT INTO ${table} (tenant_id, ${names.join(', ')})
       SELECT 'COPY', ${names.join(', ')} FROM ${table} WHERE tenant_id = '${tenant}'`,
    );
  }
  const text = [
    'BEGIN',
    'SET LOCAL session_replication_role = replica',
    `INSERT INTO tenant (tenant_id, code, name) VALUES ('COPY', 'c-COPY', 'Copy')`,
    ...inserts,
    'COMMIT',
  ].join(';\n');
  return {
    next: async () => {
      const copy = randomUUID();
      await admin.query(text.replaceAll('COPY', copy));
      return copy;
    },
  };
}

/** The columns of every table that rows of tenants stand in. */
export async function tenantTables(admin: Client): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await admin.query<{ table: string; columns: string[] }>(
    `SELECT c.relname AS table, json_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attgenerated = ''
     GROUP BY c.relname HAVING bool_or(a.attname = 'tenant_id') ORDER BY c.relname`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}
