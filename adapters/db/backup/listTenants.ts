import type { Client } from 'pg';

const DIRECTORY = `
  SELECT EXISTS (
    SELECT FROM pg_policies WHERE tablename = 'tenant' AND policyname = 'directory'
  ) AS is_there`;
const TENANTS = 'SELECT tenant_id AS id FROM tenant ORDER BY tenant_id';

/**
 * Which tenants there are, in one order everywhere. The owner may list them where it asks to; in a
 * schema that has no such policy yet it takes its own wall down for the look, and rolls that back.
 */
export async function listTenants(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ is_there: boolean }>(DIRECTORY);
  const opening = rows[0]?.is_there
    ? `SET LOCAL app.directory = 'open'`
    : 'ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY';
  await owner.query(`BEGIN; ${opening}`);
  try {
    return (await owner.query<{ id: string }>(TENANTS)).rows.map(({ id }) => id);
  } finally {
    await owner.query('ROLLBACK');
  }
}
