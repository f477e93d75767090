import type { Client } from 'pg';

/** The first table of ours or of anybody's by name; undefined in an empty database. */
export async function anyTable(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1 LIMIT 1`,
  );
  return rows[0]?.name;
}
