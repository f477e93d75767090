import type { Client } from 'pg';

/** The last migration that a database has; 0 where it has none. */
export async function foundSchema(client: Client): Promise<number> {
  const table = await client.query(`SELECT to_regclass('public.schema_migration') IS NOT NULL AS present`);
  if (table.rows[0]?.present !== true) return 0;
  const { rows } = await client.query<{ number: number }>(
    'SELECT coalesce(max(number), 0) AS number FROM schema_migration',
  );
  return rows[0]?.number ?? 0;
}
