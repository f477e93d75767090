import type { ClaimedLine, ClaimStore, RecordedEvent, StoredClaim } from '../../app/ports/claimStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Claim } from '../../core/claim/claim.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { claimLeftOut } from './claimLeftOut.ts';
import { claimPapers } from './claimPapers.ts';
import {
  CLAIM,
  CLAIM_LINE,
  type ClaimLineRow,
  type ClaimRow,
  EVENT,
  type EventRow,
  MOVE,
  type MoveRow,
  toEvent,
  toLine,
  toMove,
  toStoredClaim,
} from './claimRows.ts';
import { claimRule, setClaimRule } from './claimRuleRows.ts';
import { claimWay } from './claimWay.ts';
import { optional } from './lineColumns.ts';
import type { Session } from './session.ts';

const CLAIMED_ON = `
  SELECT l.claim_id, c.reference, c.claimant, c.partner_id, c.currency, ${CLAIM_LINE},
    coalesce((
      SELECT sum(CASE WHEN m.to_position = 'refused' THEN m.minor ELSE 0 END)
        - sum(CASE WHEN m.from_position = 'refused' THEN m.minor ELSE 0 END)
      FROM claim_move m
      WHERE m.tenant_id = l.tenant_id AND m.claim_id = l.claim_id AND m.line = l.number
    ), 0) AS refused
  FROM claim c
  JOIN claim_line l ON l.tenant_id = c.tenant_id AND l.claim_id = c.id
  WHERE c.tenant_id = $1 AND c.agreement = $2 AND ($3::text IS NULL OR l.participant = $3)
  ORDER BY c.number, c.claimant, l.number`;

const PAGE = `
  SELECT ${CLAIM} FROM claim c
  WHERE c.tenant_id = $1 AND ($2::uuid IS NULL OR c.id > $2) AND ($3::text IS NULL OR c.partner_id = $3)
    AND ($4::text IS NULL OR c.agreement = $4) AND ($5::text IS NULL OR c.claimant = $5)
    AND (num_nonnulls($6::text, $7::text, $8::date) = 0 OR EXISTS (
      SELECT FROM claim_line l
      WHERE l.tenant_id = $1 AND l.claim_id = c.id AND ($6::text IS NULL OR l.term = $6)
        AND ($7::text IS NULL OR l.participant = $7) AND ($8::date IS NULL OR l.window_from = $8)
    ))
  ORDER BY c.id LIMIT $9`;

export function claimStore(session: Session): ClaimStore {
  const { tenant } = session;
  const find = async (id: string) => (await claims(session, [id]))[0];
  return {
    send: (claim, by) => send(session, claim, by),
    find,
    lock: async (id) => {
      await session.query('SELECT FROM claim WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tenant, id]);
      return find(id);
    },
    byReference: async ({ company, claimant, partner, reference }) => {
      const [row] = await session.query<{ id: string }>(
        `SELECT id FROM claim
         WHERE tenant_id = $1 AND company = $2 AND claimant = $3 AND partner_id = $4 AND reference = $5`,
        [tenant, company, claimant, partner, reference],
      );
      return row?.id;
    },
    occurringIn: (text, { company, currency }) =>
      session.query<{ id: string; reference: string }>(
        `SELECT id, reference FROM claim
         WHERE tenant_id = $1 AND company = $2 AND currency = $3 AND claimant = 'us'
           AND position(upper(reference) IN upper($4)) > 0
         ORDER BY id`,
        [tenant, company, currency, text],
      ),
    page: async ({ partner, agreement, claimant, term, participant, firstDay, limit, after }) => {
      const of = [after ?? null, partner ?? null, agreement ?? null, claimant ?? null];
      const on = [term ?? null, participant ?? null, firstDay === undefined ? null : formatDate(firstDay)];
      return withLines(session, await session.query<ClaimRow>(PAGE, [tenant, ...of, ...on, limit]));
    },
    moves: async (ids, day) => {
      const rows = await movesOf(session, ids, day);
      const byClaim = Map.groupBy(rows, ({ claim_id: claim }) => claim);
      return new Map(ids.map((id) => [id, (byClaim.get(id) ?? []).map(toMove)]));
    },
    way: (claim, day) => claimWay(session, claim, day),
    events: (claim) => events(session, claim),
    write: (claim, event) => write(session, claim, event),
    claimedOn: async (agreement, participant) => {
      const rows = await session.query<ClaimedRow>(CLAIMED_ON, [tenant, agreement, participant ?? null]);
      return rows.map(
        (row): ClaimedLine => ({
          ...toLine(row),
          claim: row.claim_id,
          reference: row.reference,
          claimant: row.claimant,
          partner: row.partner_id,
          currency: row.currency,
          refused: BigInt(row.refused),
        }),
      );
    },
    ...claimPapers(session),
    ...claimLeftOut(session),
    rule: (company, currency) => claimRule(session, company, currency),
    setRule: (rule) => setClaimRule(session, rule),
  };
}

type ClaimedRow = ClaimLineRow &
  Pick<ClaimRow, 'reference' | 'claimant' | 'partner_id' | 'currency'> & { readonly refused: string };

async function claims(session: Session, ids: readonly string[]): Promise<StoredClaim[]> {
  const rows = await session.query<ClaimRow>(
    `SELECT ${CLAIM} FROM claim c
     WHERE c.tenant_id = $1 AND c.id = ANY ($2::uuid[]) ORDER BY c.id`,
    [session.tenant, ids],
  );
  return withLines(session, rows);
}

async function withLines(session: Session, rows: readonly ClaimRow[]): Promise<StoredClaim[]> {
  const lines = await session.query<ClaimLineRow>(
    `SELECT l.claim_id, ${CLAIM_LINE} FROM claim_line l
     WHERE l.tenant_id = $1 AND l.claim_id = ANY ($2::uuid[]) ORDER BY l.claim_id, l.number`,
    [session.tenant, rows.map(({ id }) => id)],
  );
  const byClaim = Map.groupBy(lines, ({ claim_id: claim }) => claim);
  return rows.map((row) => toStoredClaim(row, byClaim.get(row.id) ?? []));
}

async function send(
  session: Session,
  claim: Claim & { readonly run?: number },
  { number, actor, at }: { readonly number: number; readonly actor: string; readonly at: Date },
): Promise<void> {
  const { tenant } = session;
  const added = await session.write(
    `INSERT INTO claim (tenant_id, partner_id, id, reference, claimant, company, agreement_id, agreement,
       currency, sent_on, due_on, answer_by, silence, changes, run_number, number, sent_by, recorded_at)
     SELECT $1, $2, $3, $4, $5, $6, a.id, a.code, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17
     FROM agreement a WHERE a.tenant_id = $1 AND a.code = $7`,
    [
      tenant,
      claim.partner,
      claim.id,
      claim.reference,
      claim.claimant,
      claim.company,
      claim.agreement,
      claim.currency,
      formatDate(claim.sentOn),
      formatDate(claim.dueOn),
      claim.answer === undefined ? null : formatDate(claim.answer.by),
      claim.answer?.silence ?? null,
      claim.changes ?? null,
      claim.run ?? null,
      number,
      actor,
      at,
    ],
  );
  if (added !== 1) throw new Error('Fault: a claim on an agreement that is not there');
  await session.query(
    `INSERT INTO claim_line (tenant_id, partner_id, claim_id, number, term, participant, window_from,
       window_until, minor, source, document, document_line, product, customer, contract, day, quantity,
       unit, unit_amount)
     SELECT $1, $2, $3, l.* FROM json_to_recordset($4::json) AS l (
       number int, term text, participant text, "from" date, until date, minor numeric, source text,
       document text, line text, product text, customer text, contract text, day date, quantity numeric,
       unit text, amount numeric
     )`,
    [tenant, claim.partner, claim.id, JSON.stringify(claim.lines.map(lineJson))],
  );
}

function lineJson(line: Claim['lines'][number]) {
  const { number, term, participant, window, minor, transaction, product, customer, contract, unit } = line;
  return {
    number,
    term,
    participant,
    from: formatDate(window.from),
    until: formatDate(window.until),
    minor: String(minor),
    ...transaction,
    product,
    customer,
    contract,
    day: optional(line.day, formatDate),
    quantity: optional(line.quantity, formatDecimal),
    unit,
    amount: optional(line.unitAmount, formatDecimal),
  };
}

function movesOf(
  session: Session,
  ids: readonly string[],
  day: LocalDate | undefined,
): Promise<readonly MoveRow[]> {
  return session.query<MoveRow>(
    `SELECT ${MOVE} FROM claim_move m
     WHERE m.tenant_id = $1 AND m.claim_id = ANY ($2::uuid[]) AND ($3::date IS NULL OR m.day <= $3)
     ORDER BY m.claim_id, m.event, m.number`,
    [session.tenant, ids, day === undefined ? null : formatDate(day)],
  );
}

async function events(session: Session, claim: string): Promise<RecordedEvent[]> {
  const rows = await session.query<EventRow>(
    `SELECT ${EVENT} FROM claim_event e WHERE e.tenant_id = $1 AND e.claim_id = $2 ORDER BY e.number`,
    [session.tenant, claim],
  );
  const moves = Map.groupBy(await movesOf(session, [claim], undefined), ({ event }) => event);
  return rows.map((row) => toEvent(row, moves.get(row.number) ?? []));
}

async function write(
  session: Session,
  { id, partner, lastEvent }: StoredClaim,
  event: Omit<RecordedEvent, 'number'>,
): Promise<number> {
  const { tenant } = session;
  const number = lastEvent + 1;
  await session.query(`UPDATE claim SET last_event = $3 WHERE tenant_id = $1 AND id = $2`, [
    tenant,
    id,
    number,
  ]);
  await session.query(
    `INSERT INTO claim_event (tenant_id, claim_id, number, kind, day, actor, recorded_at, reference, note,
       asked_minor, approval)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tenant,
      id,
      number,
      event.kind,
      formatDate(event.day),
      event.actor,
      event.at,
      event.reference ?? null,
      event.note ?? null,
      event.askedMinor ?? null,
      event.approval === undefined ? null : JSON.stringify(event.approval),
    ],
  );
  const moves = event.moves.map(({ line, from, to, minor }, index) => ({
    number: index + 1,
    line,
    from_position: from.position,
    from_reason: from.reason,
    to_position: to.position,
    to_reason: to.reason,
    minor: String(minor),
  }));
  await session.query(
    `INSERT INTO claim_move (tenant_id, partner_id, claim_id, event, day, number, line, from_position,
       from_reason, to_position, to_reason, minor)
     SELECT $1, $2, $3, $4, $6::date, m.* FROM json_to_recordset($5::json) AS m (
       number int, line int, from_position text, from_reason text, to_position text, to_reason text,
       minor numeric
     )`,
    [tenant, partner, id, number, JSON.stringify(moves), formatDate(event.day)],
  );
  return number;
}
