import type { AskedPreview, PreviewStore } from '../../app/ports/previewStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Session } from './session.ts';

type PreviewRow = {
  readonly id: string;
  readonly job_id: string;
  readonly agreement: string;
  readonly proposal_id: string | null;
  readonly effective_on: LocalDate | null;
  readonly known_on: LocalDate | null;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly finished_at: Date | null;
};

const COLUMNS = `id, job_id, agreement, proposal_id, effective_on, known_on, requested_by, requested_at, finished_at`;

export function previewStore(session: Session): PreviewStore {
  return {
    ask: async (preview, text) => {
      const { id, jobId, agreement, proposal, effective, known, requestedBy, requestedAt } = preview;
      const dayOf = (day: LocalDate | undefined) => (day === undefined ? null : formatDate(day));
      await session.query(
        `INSERT INTO preview (tenant_id, id, job_id, agreement, proposal_id, text, effective_on, known_on,
           requested_by, requested_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [session.tenant, id, jobId, agreement, proposal ?? null, text, dayOf(effective), dayOf(known)].concat(
          [requestedBy, requestedAt.toISOString()],
        ),
      );
    },
    get: async (id) => {
      const [row] = await session.query<PreviewRow & { text: string; result: Json | null }>(
        `SELECT ${COLUMNS}, text, result FROM preview WHERE tenant_id = $1 AND id = $2`,
        [session.tenant, id],
      );
      return row && { ...toPreview(row), text: row.text, ...(row.result !== null && { result: row.result }) };
    },
    list: async ({ agreement, proposal, before, limit }) => {
      const rows = await session.query<PreviewRow>(
        `SELECT ${COLUMNS} FROM preview
         WHERE tenant_id = $1 AND ($2::text IS NULL OR agreement = $2)
           AND ($3::uuid IS NULL OR proposal_id = $3)
           AND ($4::uuid IS NULL OR (requested_at, id)
             < (SELECT o.requested_at, o.id FROM preview o WHERE o.tenant_id = $1 AND o.id = $4))
         ORDER BY requested_at DESC, id DESC LIMIT $5`,
        [session.tenant, agreement ?? null, proposal ?? null, before ?? null, limit],
      );
      return rows.map(toPreview);
    },
    finish: async (id, result, at) => {
      await session.query(
        `UPDATE preview SET result = $3, finished_at = $4
         WHERE tenant_id = $1 AND id = $2 AND result IS NULL`,
        [session.tenant, id, JSON.stringify(result), at],
      );
    },
  };
}

function toPreview(row: PreviewRow): AskedPreview {
  const { id, agreement, proposal_id, effective_on, known_on, finished_at } = row;
  return {
    id,
    jobId: row.job_id,
    agreement,
    ...(proposal_id !== null && { proposal: proposal_id }),
    ...(effective_on !== null && { effective: effective_on }),
    ...(known_on !== null && { known: known_on }),
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    ...(finished_at !== null && { finishedAt: finished_at }),
  };
}
