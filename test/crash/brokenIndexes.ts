import type { ClientBase } from 'pg';

/**
 * Looks through every index for entries out of order, lost or too many, where the server has
 * amcheck; as the superuser, in the database itself.
 */
export async function brokenIndexes(
  admin: ClientBase,
): Promise<{ readonly checked: number; readonly faults: readonly string[] }> {
  const available = await admin.query(`SELECT FROM pg_available_extensions WHERE name = 'amcheck'`);
  if (available.rowCount === 0) return { checked: 0, faults: [] };
  await admin.query('CREATE EXTENSION IF NOT EXISTS amcheck');
  const { rows } = await admin.query<{ oid: number; relname: string }>(
    `SELECT c.oid, c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     JOIN pg_am m ON m.oid = c.relam
     WHERE m.amname = 'btree' AND c.relpersistence = 'p' AND i.indisvalid`,
  );
  const faults: string[] = [];
  for (const { oid, relname } of rows) {
    await admin
      .query('SELECT bt_index_check($1::oid, true)', [oid])
      .catch((error: Error) => faults.push(`index ${relname}: ${error.message}`));
  }
  return { checked: rows.length, faults };
}
