import type { Client } from 'pg';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

const OLDEST = 15;
/** The newest that the suite runs on; a newer server is served with a warning. */
const NEWEST = 18;

export type ServerVersion = { readonly version: string; readonly isUntested: boolean };

/** Refuses: database-version-unsupported (version, oldest). */
export async function serverVersion(client: Client): Promise<Result<ServerVersion>> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
  );
  const { number = 0, version = '' } = rows[0] ?? {};
  const major = Math.floor(number / 10_000);
  if (major < OLDEST) {
    return refused(refuse('database-version-unsupported', 'database', { version, oldest: String(OLDEST) }));
  }
  return accept({ version, isUntested: major > NEWEST });
}
