import { ROLES } from '../roles.ts';
import { withClient } from '../withClient.ts';

const OTHERS = `
  SELECT application_name AS name FROM pg_stat_activity
  WHERE datname = current_database() AND usename = ANY ($1) AND pid <> pg_backend_pid() ORDER BY 1`;

/** What else is connected to the database under our roles, by the names that programs give themselves. */
export function othersAtWork(ownerUrl: string): Promise<string[]> {
  return withClient(ownerUrl, 'look', async (client) => {
    const { rows } = await client.query<{ name: string }>(OTHERS, [ROLES]);
    return rows.map(({ name }) => name);
  });
}
