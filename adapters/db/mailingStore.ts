import type { MailingStore } from '../../app/ports/mailingStore.ts';
import type { Session } from './session.ts';

type MailingRow = { readonly version: number; readonly is_paused: boolean; readonly set_at: Date };

export function mailingStore({ tenant, query }: Session): MailingStore {
  return {
    mailing: async () => {
      const [row] = await query<MailingRow>(
        `SELECT version, is_paused, set_at FROM mailing WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1`,
        [tenant],
      );
      if (row === undefined) return { version: 0, isPaused: false };
      return { version: row.version, isPaused: row.is_paused, setAt: row.set_at };
    },
    set: async ({ version, isPaused, setAt }, by) => {
      await query(
        `INSERT INTO mailing (tenant_id, version, is_paused, set_by, set_at) VALUES ($1, $2, $3, $4, $5)`,
        [tenant, version, isPaused, by, setAt],
      );
    },
  };
}
