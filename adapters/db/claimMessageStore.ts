import type {
  ClaimMessage,
  ClaimMessageStore,
  MessageTaken,
  NewClaimMessage,
  SaidOfClaims,
} from '../../app/ports/claimMessageStore.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import { decimalOf } from './decimalOf.ts';
import type { Session } from './session.ts';

/** Under which name of its sender a message came, and what the request was. */
export type SentKey = { readonly key: string; readonly requestHash: string };

const MESSAGE = `m.id, m.partner_id, m.kind, m.claim_id, m.said, m.repairs, m.sent_by, m.recorded_at,
  m.sent_key IS NOT NULL AS is_from_partner,
  t.claims, t.refusals, t.waiting, d.reason, r.id AS repaired_by`;

const MESSAGES = `
  SELECT ${MESSAGE} FROM claim_message m
  LEFT JOIN claim_message_deed t
    ON t.tenant_id = m.tenant_id AND t.message_id = m.id AND t.kind = 'taken'
  LEFT JOIN claim_message_deed d
    ON d.tenant_id = m.tenant_id AND d.message_id = m.id AND d.kind = 'dismissed'
  LEFT JOIN claim_message r ON r.tenant_id = m.tenant_id AND r.repairs = m.id
  WHERE m.tenant_id = $1`;

const PAGE = `${MESSAGES}
  AND ($2::uuid IS NULL OR m.id > $2) AND ($3::text IS NULL OR m.kind = $3)
  AND ($4::text IS NULL OR m.partner_id = $4)
  AND (NOT $5 OR cardinality(t.waiting) > 0 AND d.reason IS NULL AND r.id IS NULL)
  AND ($7::uuid IS NULL OR m.claim_id = $7)
  ORDER BY m.id LIMIT $6`;

const UNTAKEN = `
  SELECT m.id FROM claim_message m
  WHERE m.tenant_id = $1 AND NOT EXISTS (
    SELECT FROM claim_message_deed t
    WHERE t.tenant_id = m.tenant_id AND t.message_id = m.id AND t.kind = 'taken'
  )
  ORDER BY m.recorded_at, m.id`;

/** `sentKey` is what a message of the portal is known by when it is sent again. */
export function claimMessageStore(session: Session, sentKey?: () => SentKey): ClaimMessageStore {
  const { tenant } = session;
  return {
    add: (message, content) => add(session, message, content, sentKey?.()),
    find: async (id) => {
      const [row] = await session.query<MessageRow>(`${MESSAGES} AND m.id = $2`, [tenant, id]);
      return row && toMessage(row);
    },
    sentUnder: async (sentBy, key) => {
      const [row] = await session.query<{ id: string; request_hash: string }>(
        'SELECT id, request_hash FROM claim_message WHERE tenant_id = $1 AND sent_by = $2 AND sent_key = $3',
        [tenant, sentBy, key],
      );
      return row && { id: row.id, requestHash: row.request_hash };
    },
    content: async (id) => {
      const sql = 'SELECT content FROM claim_message WHERE tenant_id = $1 AND id = $2';
      const [row] = await session.query<{ content: Buffer | null }>(sql, [tenant, id]);
      return row?.content ?? undefined;
    },
    untaken: async () => (await session.query<{ id: string }>(UNTAKEN, [tenant])).map(({ id }) => id),
    take: (message, taken, at) => write(session, message, { kind: 'taken', taken, at }),
    dismiss: (message, reason, at) => write(session, message, { kind: 'dismissed', reason, at }),
    page: async ({ kind, partner, claim, isQuarantined, limit, after }) => {
      const which = [kind ?? null, partner ?? null, isQuarantined];
      const values = [tenant, after ?? null, ...which, limit, claim ?? null];
      return (await session.query<MessageRow>(PAGE, values)).map(toMessage);
    },
  };
}

async function add(
  session: Session,
  { id, partner, said, repairs, sentBy, at }: NewClaimMessage,
  content: Uint8Array | undefined,
  sent: SentKey | undefined,
): Promise<void> {
  await session.query(
    `INSERT INTO claim_message (tenant_id, partner_id, id, kind, claim_id, said, content, repairs, sent_by,
       sent_key, request_hash, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      session.tenant,
      partner ?? null,
      id,
      said.kind,
      'claim' in said ? said.claim : null,
      JSON.stringify(saidJson(said)),
      content ?? null,
      repairs ?? null,
      sentBy,
      sent?.key ?? null,
      sent?.requestHash ?? null,
      at,
    ],
  );
}

type Written =
  | { readonly kind: 'taken'; readonly taken: MessageTaken; readonly at: Date }
  | { readonly kind: 'dismissed'; readonly reason: string; readonly at: Date };

async function write(session: Session, { id, partner }: ClaimMessage, written: Written): Promise<void> {
  const { claims, refusals, waiting } =
    written.kind === 'taken' ? written.taken : { claims: [], refusals: [], waiting: [] };
  await session.query(
    `INSERT INTO claim_message_deed (tenant_id, partner_id, message_id, kind, claims, refusals, waiting, reason,
       recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      session.tenant,
      partner ?? null,
      id,
      written.kind,
      claims,
      JSON.stringify(refusals),
      waiting,
      written.kind === 'dismissed' ? written.reason : null,
      written.at,
    ],
  );
}

/** What has no column of its own. */
function saidJson(said: SaidOfClaims) {
  const { kind: _, ...rest } = said;
  if (!('claim' in rest)) return rest;
  const { claim: __, ...more } = rest;
  return 'amount' in more && more.amount !== undefined
    ? { ...more, amount: formatDecimal(more.amount) }
    : more;
}

type MessageRow = {
  readonly id: string;
  readonly partner_id: string | null;
  readonly kind: SaidOfClaims['kind'];
  readonly claim_id: string | null;
  readonly said: Readonly<Record<string, unknown>> & { readonly amount?: string };
  readonly repairs: string | null;
  readonly sent_by: string;
  readonly recorded_at: Date;
  readonly is_from_partner: boolean;
  readonly claims: readonly string[] | null;
  readonly refusals: readonly Refusal[] | null;
  readonly waiting: readonly number[] | null;
  readonly reason: string | null;
  readonly repaired_by: string | null;
};

function toMessage(row: MessageRow): ClaimMessage {
  const { id, partner_id: partner, kind, claim_id: claim, said, repairs, claims, refusals, waiting } = row;
  const whole = {
    ...said,
    kind,
    ...(claim !== null && { claim }),
    ...(kind === 'dispute' && said.amount !== undefined && { amount: decimalOf(said.amount) }),
  };
  return {
    id,
    ...(partner !== null && { partner }),
    said: whole as SaidOfClaims,
    ...(repairs !== null && { repairs }),
    sentBy: row.sent_by,
    at: row.recorded_at,
    isFromPartner: row.is_from_partner,
    ...(claims !== null && refusals !== null && waiting !== null && { taken: { claims, refusals, waiting } }),
    ...(row.reason !== null && { dismissed: { reason: row.reason } }),
    ...(row.repaired_by !== null && { repairedBy: row.repaired_by }),
  };
}
