import type { Client } from 'pg';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

const OLDEST = 15;
/** The newest that the suite runs on; a newer server is served with a warning. */
const NEWEST = 18;

export type ServerVersion = { readonly version: string; readonly isUntested: boolean };

export async function serverVersion(client: Client): Promise<Result<ServerVersion>> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
  );
  const { number = 0, version = '' } = rows[0] ?? {};
  return judgeVersion(number, version);
}

/**
 * Whether a server of this version serves. `number` is server_version_num (180004 is 18.4).
 * Refuses: database-version-unsupported (version, oldest).
 */
export function judgeVersion(number: number, version: string): Result<ServerVersion> {
  const major = Math.floor(number / 10_000);
  if (major < OLDEST) {
    return refused(refuse('database-version-unsupported', 'database', { version, oldest: String(OLDEST) }));
  }
  return accept({ version, isUntested: major > NEWEST });
}
