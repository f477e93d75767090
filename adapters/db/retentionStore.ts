import type { RetentionStore } from '../../app/ports/retentionStore.ts';
import type { RetentionRules } from '../../app/retention/retention.ts';
import type { Session } from './session.ts';

type RetentionRow = {
  readonly version: number;
  readonly days: RetentionRules['days'];
  readonly set_at: Date;
};

const FORGET_NOTICES = `
  DELETE FROM notice n USING (
    SELECT id FROM notice WHERE tenant_id = $1 AND told_at < $2::timestamptz - $3 * interval '1 day'
    ORDER BY told_at LIMIT $4 FOR UPDATE SKIP LOCKED) old
  WHERE n.tenant_id = $1 AND n.id = old.id`;

const FORGET_MAILS = `
  DELETE FROM notice_mail m WHERE m.tenant_id = $1 AND m.sent_at < $2::timestamptz - $3 * interval '1 day'
    AND NOT EXISTS (SELECT FROM notice n WHERE n.tenant_id = $1 AND n.mail_id = m.id)`;

const FORGET_LINKS = `
  DELETE FROM notice_link WHERE tenant_id = $1 AND made_at < $2::timestamptz - $3 * interval '1 day'`;

const FORGET_INVITATIONS = `
  DELETE FROM invitation i USING (
    SELECT id FROM invitation
    WHERE tenant_id = $1 AND coalesce(accepted_at, revoked_at, expires_at) < $2::timestamptz - $3 * interval '1 day'
    ORDER BY invited_at LIMIT $4 FOR UPDATE SKIP LOCKED) old
  WHERE i.tenant_id = $1 AND i.id = old.id`;

export function retentionStore({ tenant, query }: Session): RetentionStore {
  return {
    rules: async () => {
      const [row] = await query<RetentionRow>(
        'SELECT version, days, set_at FROM retention WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1',
        [tenant],
      );
      if (row === undefined) return { version: 0, days: {} };
      return { version: row.version, days: row.days, setAt: row.set_at };
    },
    set: async ({ version, days, setAt }, by) => {
      await query(
        'INSERT INTO retention (tenant_id, version, days, set_by, set_at) VALUES ($1, $2, $3, $4, $5)',
        [tenant, version, JSON.stringify(days), by, setAt],
      );
    },
    forgetNotices: async ({ now, days }, limit) => {
      await query(FORGET_NOTICES, [tenant, now, days, limit]);
      await query(FORGET_MAILS, [tenant, now, days]);
      await query(FORGET_LINKS, [tenant, now, days]);
    },
    forgetInvitations: async ({ now, days }, limit) => {
      await query(FORGET_INVITATIONS, [tenant, now, days, limit]);
    },
  };
}
