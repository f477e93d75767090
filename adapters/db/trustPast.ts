import type { PastApproval, PastPayment, SettledPlace, TrustPast } from '../../app/ports/trustPast.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Session } from './session.ts';

const PAYMENTS = `
  SELECT i.id, i.partner_id AS partner, i.minor, i.currency, i.state, i.account_batch, r.execution_day,
    (SELECT min(t.settlement_id::text) FROM payment_item t
     WHERE t.tenant_id = i.tenant_id AND t.instruction_id = i.id
     HAVING min(t.settlement_id::text) = max(t.settlement_id::text)) AS settlement
  FROM payment_instruction i JOIN payment_run r ON r.tenant_id = i.tenant_id AND r.id = i.run_id
  WHERE i.tenant_id = $1 AND ($2::text IS NULL OR i.partner_id = $2) AND ($3::uuid IS NULL OR i.id > $3)
  ORDER BY i.id LIMIT $4`;

const PLACES = `
  SELECT l.settlement_id AS id, min(a.code) AS agreement, max(a.code) AS other, min(l.window_from) AS "from",
    max(l.window_from) AS "lastFrom", max(l.window_until) AS until
  FROM settlement_line l JOIN agreement a ON a.tenant_id = l.tenant_id AND a.id = l.agreement_id
  WHERE l.tenant_id = $1 AND l.settlement_id = ANY($2::uuid[]) GROUP BY l.settlement_id`;

/** Deeds about claims after the one that a page ended with, by their key: of very many no more are read than a page has. */
const NEXT_DEEDS = `e.tenant_id = $1 AND ($2::text IS NULL OR c.partner_id = $2)
  AND (e.claim_id, e.number) > (COALESCE(left($3, 36), '00000000-0000-0000-0000-000000000000')::uuid,
    COALESCE(split_part($3, '/', 2), '0')::integer)`;
const DEED_ID = `e.claim_id || '/' || to_char(e.number, 'FM0000000000')`;

/** Each gives id, object, partner, minor, currency, who proposed, who decided, and when; `id` is what pages go by. */
const APPROVALS: Readonly<Record<PastApproval['of'], string>> = {
  settlement: `
    SELECT s.id || '/' || p.person AS id, s.id::text AS object, s.partner_id AS partner, abs(s.gross_minor) AS minor,
      s.currency, s.author_kind || ':' || s.author_id AS "proposedBy", p.person AS "decidedBy", p.taken_at AS at
    FROM settlement_part p JOIN settlement s ON s.tenant_id = p.tenant_id AND s.id = p.settlement_id
    WHERE p.tenant_id = $1 AND p.level IS NOT NULL AND ($2::text IS NULL OR s.partner_id = $2)`,
  payment: `
    SELECT i.id || '/' || p.person AS id, i.id::text AS object, i.partner_id AS partner, i.minor, i.currency,
      r.author AS "proposedBy", p.person AS "decidedBy", p.approved_at AS at
    FROM payment_run_approval p
    JOIN payment_run r ON r.tenant_id = p.tenant_id AND r.id = p.run_id
    JOIN payment_instruction i ON i.tenant_id = r.tenant_id AND i.run_id = r.id
    WHERE p.tenant_id = $1 AND ($2::text IS NULL OR i.partner_id = $2)`,
  agreement: `
    SELECT p.proposal_id || '/' || p.submission || '/' || p.person AS id, o.code AS object, NULL AS partner,
      NULL::numeric AS minor, s.currency, v.author_kind || ':' || v.author_id AS "proposedBy",
      p.person AS "decidedBy", p.taken_at AS at
    FROM proposal_part p
    JOIN proposal o ON o.tenant_id = p.tenant_id AND o.id = p.proposal_id
    JOIN proposal_submission s ON s.tenant_id = p.tenant_id AND s.proposal_id = p.proposal_id
      AND s.submission = p.submission
    JOIN proposal_revision v ON v.tenant_id = s.tenant_id AND v.proposal_id = s.proposal_id AND v.revision = s.revision
    WHERE p.tenant_id = $1 AND p.level IS NOT NULL AND $2::text IS NULL`,
  claim: `
    SELECT ${DEED_ID} AS id, e.claim_id::text AS object, c.partner_id AS partner, m.minor, c.currency,
      c.sent_by AS "proposedBy", e.actor AS "decidedBy", e.recorded_at AS at
    FROM claim_event e
    JOIN claim c ON c.tenant_id = e.tenant_id AND c.id = e.claim_id AND c.claimant = 'partner'
    CROSS JOIN LATERAL (
      SELECT sum(m.minor) AS minor FROM claim_move m
      WHERE m.tenant_id = e.tenant_id AND m.claim_id = e.claim_id AND m.event = e.number AND m.to_position = 'accepted') m
    WHERE ${NEXT_DEEDS} AND m.minor > 0
    ORDER BY e.claim_id, e.number LIMIT $4`,
  writeOff: `
    SELECT ${DEED_ID} AS id, e.claim_id::text AS object, c.partner_id AS partner,
      (SELECT a.asked_minor FROM claim_event a
       WHERE a.tenant_id = e.tenant_id AND a.claim_id = e.claim_id AND a.number < e.number AND a.kind = 'writeOffAsked'
       ORDER BY a.number DESC LIMIT 1) AS minor,
      c.currency, e.approval ->> 'askedBy' AS "proposedBy", e.actor AS "decidedBy", e.recorded_at AS at
    FROM claim_event e JOIN claim c ON c.tenant_id = e.tenant_id AND c.id = e.claim_id
    WHERE ${NEXT_DEEDS} AND e.kind IN ('writeOffApproved', 'writtenOff')
    ORDER BY e.claim_id, e.number LIMIT $4`,
};

type PaymentRow = {
  readonly id: string;
  readonly partner: string;
  readonly minor: string;
  readonly currency: string;
  readonly state: PastPayment['state'];
  readonly account_batch: string;
  readonly execution_day: LocalDate;
  readonly settlement: string | null;
};
type PlaceRow = {
  readonly id: string;
  readonly agreement: string;
  readonly other: string;
  readonly from: LocalDate;
  readonly lastFrom: LocalDate;
  readonly until: LocalDate;
};
type ApprovalRow = {
  readonly id: string;
  readonly object: string;
  readonly partner: string | null;
  readonly minor: string | null;
  readonly currency: string | null;
  readonly proposedBy: string;
  readonly decidedBy: string;
  readonly at: Date;
};

export function trustPast({ tenant, query }: Session): TrustPast {
  return {
    pastPayments: async ({ partner, after, limit }) => {
      const rows = await query<PaymentRow>(PAYMENTS, [tenant, partner ?? null, after ?? null, limit]);
      return rows.map(({ account_batch: batch, execution_day: executionDay, settlement, minor, ...row }) => ({
        ...row,
        ...{ minor: BigInt(minor), accountBatch: Number(batch), executionDay },
        ...(settlement !== null && { settlement }),
      }));
    },
    pastPlaces: async (settlements) => {
      const rows = await query<PlaceRow>(PLACES, [tenant, [...settlements]]);
      return new Map(rows.map((row) => [row.id, placeOf(row)]));
    },
    pastApprovals: async (of, { partner, after, limit }) => {
      const sql = `SELECT * FROM (${APPROVALS[of]}) a WHERE $3::text IS NULL OR a.id > $3 COLLATE "C"
        ORDER BY a.id COLLATE "C" LIMIT $4`;
      const rows = await query<ApprovalRow>(sql, [tenant, partner ?? null, after ?? null, limit]);
      return rows.map((row) => approvalOf(of, row));
    },
  };
}

function placeOf({ agreement, other, from, lastFrom, until }: PlaceRow): SettledPlace {
  if (agreement !== other) return {};
  return from === lastFrom ? { agreement, window: { from, until } } : { agreement };
}

function approvalOf(of: PastApproval['of'], row: ApprovalRow): PastApproval {
  const { partner, minor, currency, ...said } = row;
  return {
    ...{ ...said, of },
    ...(partner !== null && { partner }),
    ...(minor !== null && { minor: BigInt(minor) }),
    ...(currency !== null && { currency }),
  };
}
