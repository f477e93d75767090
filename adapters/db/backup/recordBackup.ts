import { withClient } from '../withClient.ts';

export type MadeBackup = {
  readonly id: string;
  readonly takenAt: string;
  readonly program: string;
  readonly schema: number;
  readonly bytes: number;
  readonly rows: number;
};

/** Writes down, as the owner, that a backup lies safe; a schema before migration 17 has no place for it. */
export function recordBackup(ownerUrl: string, made: MadeBackup): Promise<void> {
  return withClient(ownerUrl, 'backup', async (client) => {
    const { rows } = await client.query<{ place: string | null }>(
      `SELECT to_regclass('public.backup')::text AS place`,
    );
    if (rows[0]?.place == null) return;
    await client.query(
      `INSERT INTO backup (id, taken_at, program, schema_number, bytes, row_count)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [made.id, made.takenAt, made.program, made.schema, made.bytes, made.rows],
    );
  });
}

/** When the last backup was made; undefined where there was none. */
export function lastBackup(appUrl: string): Promise<Date | undefined> {
  return withClient(appUrl, 'backup', async (client) => {
    const { rows } = await client.query<{ at: Date | null }>('SELECT max(taken_at) AS at FROM backup');
    return rows[0]?.at ?? undefined;
  });
}
