import type { Client } from 'pg';

/** How many sessions of this database are in a transaction that nobody goes on with. */
export async function openTransactions(admin: Client): Promise<number> {
  const { rows } = await admin.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_stat_activity
     WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  );
  return rows[0]?.count ?? 0;
}
