import { Client } from 'pg';
import type { TenantId } from '../../app/ports.ts';

/** Reads as the role of the URL with a tenant set, for tables that have no reader in the store. */
export async function asRole<Row>(url: string, tenant: TenantId, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`BEGIN; SET LOCAL app.tenant = '${tenant}'`);
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}
