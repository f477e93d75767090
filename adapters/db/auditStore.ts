import { actorText } from '../../app/actor.ts';
import type { AuditStore } from '../../app/ports.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import type { Session } from './session.ts';

export function auditStore(session: Session): AuditStore {
  return {
    write: async ({ id, at, actor, action, object, batch, body }) => {
      await session.query(
        `INSERT INTO audit (tenant_id, id, recorded_at, actor, action, object, batch, body)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [session.tenant, id, at, actorText(actor), action, object, batch, canonicalJson(body)],
      );
    },
  };
}
