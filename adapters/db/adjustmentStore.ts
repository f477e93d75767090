import type { AdjustmentFilter, AdjustmentStore, StoredAdjustment } from '../../app/ports/adjustmentStore.ts';
import { formatDate, type LocalDate, parseDate } from '../../core/calendar/localDate.ts';
import type { AdjustmentKind } from '../../core/earning/adjustment.ts';
import type { Session } from './session.ts';

const ADJUSTMENTS = `
  SELECT j.id, a.code AS agreement, j.partner_id, j.term, j.kind, j.currency, j.reason, j.wording, j.document_id,
    j.expires_on, j.withdraws, j.author, j.proposed_at, d.decision, d.decided_by, d.decided_at,
    d.reason AS decision_reason, d.batch,
    (SELECT json_agg(json_build_object('from', p.window_from, 'until', p.window_until, 'counts', p.counts_from,
       'minor', p.minor::text) ORDER BY p.position)
     FROM adjustment_part p WHERE p.tenant_id = j.tenant_id AND p.adjustment_id = j.id) AS parts
  FROM adjustment j
  JOIN agreement a ON a.tenant_id = j.tenant_id AND a.id = j.agreement_id
  LEFT JOIN adjustment_decision d ON d.tenant_id = j.tenant_id AND d.adjustment_id = j.id
  WHERE j.tenant_id = $1`;

export function adjustmentStore(session: Session): AdjustmentStore {
  const { tenant } = session;
  const found = async (where: string, ...values: readonly (string | number | null)[]) =>
    (await session.query<Row>(`${ADJUSTMENTS} ${where}`, [tenant, ...values])).map(toAdjustment);
  return {
    knownAt: (agreement, batch) => found('AND a.code = $2 AND d.batch <= $3 ORDER BY j.id', agreement, batch),
    propose: (adjustment) => propose(session, adjustment),
    get: async (id) => (await found('AND j.id = $2', id))[0],
    list: ({ agreement, partner, state, after, limit }: AdjustmentFilter) =>
      found(
        `AND ($2::text IS NULL OR a.code = $2) AND ($3::text IS NULL OR j.partner_id = $3)
         AND ($4::text IS NULL OR coalesce(d.decision, 'proposed') = $4) AND ($5::uuid IS NULL OR j.id < $5)
         ORDER BY j.id DESC LIMIT $6`,
        ...[agreement ?? null, partner ?? null, state ?? null, after ?? null, limit],
      ),
    decide: async ({ id, partner, author, withdraws }, { is, by, at, reason, batch }) => {
      await session.query(
        `INSERT INTO adjustment_decision (tenant_id, partner_id, adjustment_id, author, decision, decided_by,
           decided_at, reason, batch, withdrawn)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[tenant, partner, id, author, is, by, at, reason, batch ?? null],
          is === 'approved' ? (withdraws ?? null) : null,
        ],
      );
    },
  };
}

async function propose(session: Session, adjustment: StoredAdjustment): Promise<void> {
  const { id, agreement, partner, term, kind, currency, reason, wording, document } = adjustment;
  const { expiresOn, withdraws, author, at, parts } = adjustment;
  await session.query(
    `INSERT INTO adjustment (tenant_id, partner_id, id, agreement_id, term, kind, currency, reason, wording,
       document_id, expires_on, withdraws, author, proposed_at)
     SELECT $1, $2, $3, a.id, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
     FROM agreement a WHERE a.tenant_id = $1 AND a.code = $4`,
    [
      ...[session.tenant, partner, id, agreement, term, kind, currency, reason, wording ?? null, document],
      expiresOn === undefined ? null : formatDate(expiresOn),
      ...[withdraws ?? null, author, at],
    ],
  );
  const rows = parts.map(({ window, countsFrom, minor }, index) => ({
    position: index + 1,
    window_from: formatDate(window.from),
    window_until: formatDate(window.until),
    counts_from: formatDate(countsFrom),
    minor: minor.toString(),
  }));
  await session.query(
    `INSERT INTO adjustment_part (tenant_id, partner_id, adjustment_id, position, window_from, window_until,
       counts_from, minor)
     SELECT $1, $2, $3, p.position, p.window_from, p.window_until, p.counts_from, p.minor
     FROM json_to_recordset($4::json) AS p (
       position int, window_from date, window_until date, counts_from date, minor numeric
     )`,
    [session.tenant, partner, id, JSON.stringify(rows)],
  );
}

type Row = {
  readonly id: string;
  readonly agreement: string;
  readonly partner_id: string;
  readonly term: string;
  readonly kind: AdjustmentKind;
  readonly currency: string;
  readonly reason: string;
  readonly wording: string | null;
  readonly document_id: string;
  readonly expires_on: LocalDate | null;
  readonly withdraws: string | null;
  readonly author: string;
  readonly proposed_at: Date;
  readonly decision: 'approved' | 'rejected' | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decision_reason: string | null;
  readonly batch: bigint | null;
  readonly parts: readonly {
    readonly from: string;
    readonly until: string;
    readonly counts: string;
    readonly minor: string;
  }[];
};

function toAdjustment(row: Row): StoredAdjustment {
  return {
    ...{ id: row.id, agreement: row.agreement, partner: row.partner_id, term: row.term, kind: row.kind },
    ...{ currency: row.currency, reason: row.reason, document: row.document_id },
    ...{ author: row.author, at: row.proposed_at },
    ...(row.wording !== null && { wording: row.wording }),
    ...(row.expires_on !== null && { expiresOn: row.expires_on }),
    ...(row.withdraws !== null && { withdraws: row.withdraws }),
    ...(row.decision !== null && { decision: decisionOf(row, row.decision) }),
    parts: row.parts.map(({ from, until, counts, minor }) => ({
      window: { from: dayOf(from), until: dayOf(until) },
      countsFrom: dayOf(counts),
      minor: BigInt(minor),
    })),
  };
}

function decisionOf(row: Row, is: 'approved' | 'rejected'): NonNullable<StoredAdjustment['decision']> {
  const { decided_by: by, decided_at: at, decision_reason: reason, batch } = row;
  if (by === null || at === null || reason === null) throw new Error(`Fault: half a decision on ${row.id}`);
  return { is, by, at, reason, ...(batch !== null && { batch: Number(batch) }) };
}

function dayOf(text: string): LocalDate {
  const day = parseDate(text);
  if (day === undefined) throw new Error(`Fault: ${text} is no day`);
  return day;
}
