import type {
  BalanceConfirmation,
  ConfirmationEvent,
  ConfirmationPaper,
  ConfirmationStore,
} from '../../app/ports/confirmationStore.ts';
import type { Direction } from '../../core/agreement/agreement.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { ConfirmationEventKind } from '../../core/claim/confirmation.ts';
import type { Session } from './session.ts';

const CONFIRMATION = `id, partner_id, company, direction, currency, as_of, batch, earned_minor, settled_minor,
  paid_minor, sent_by, recorded_at`;

type ConfirmationRow = {
  readonly id: string;
  readonly partner_id: string;
  readonly company: string;
  readonly direction: Direction;
  readonly currency: string;
  readonly as_of: LocalDate;
  readonly batch: bigint;
  readonly earned_minor: string;
  readonly settled_minor: string;
  readonly paid_minor: string;
  readonly sent_by: string;
  readonly recorded_at: Date;
};

type EventRow = {
  readonly number: number;
  readonly kind: ConfirmationEventKind;
  readonly day: LocalDate;
  readonly minor: string | null;
  readonly person: string | null;
  readonly note: string | null;
  readonly sha256: string | null;
  readonly actor: string;
  readonly recorded_at: Date;
};

export function confirmationStore(session: Session): ConfirmationStore {
  const { tenant } = session;
  const find = async (id: string) => {
    const [row] = await session.query<ConfirmationRow>(
      `SELECT ${CONFIRMATION} FROM balance_confirmation WHERE tenant_id = $1 AND id = $2`,
      [tenant, id],
    );
    return row && toConfirmation(row);
  };
  return {
    send: async ({
      id,
      partner,
      company,
      direction,
      currency,
      asOf,
      batch,
      earned,
      settled,
      paid,
      sentBy,
      at,
    }) => {
      await session.query(
        `INSERT INTO balance_confirmation (tenant_id, ${CONFIRMATION})
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          ...[tenant, id, partner, company, direction, currency, formatDate(asOf), batch],
          ...[earned, settled, paid, sentBy, at],
        ],
      );
    },
    find,
    lock: async (id) => {
      const sql = 'SELECT FROM balance_confirmation WHERE tenant_id = $1 AND id = $2 FOR UPDATE';
      await session.query(sql, [tenant, id]);
      return find(id);
    },
    page: async ({ partner, isWaiting = false, limit, after }) => {
      const rows = await session.query<ConfirmationRow>(
        `SELECT ${CONFIRMATION} FROM balance_confirmation b
         WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id > $2) AND ($3::text IS NULL OR partner_id = $3)
           AND (NOT $5 OR NOT EXISTS (
             SELECT FROM balance_answer a WHERE a.tenant_id = $1 AND a.confirmation_id = b.id
               AND a.kind IN ('confirmed', 'contested')
           ))
         ORDER BY id LIMIT $4`,
        [tenant, after ?? null, partner ?? null, limit, isWaiting],
      );
      return rows.map(toConfirmation);
    },
    events: (id) => eventsOf(session, id),
    write: (id, event, paper) => write(session, id, event, paper),
    paper: (id, event) => paperOf(session, id, event),
    agreementsOf: async (partner) => {
      const rows = await session.query<{ code: string }>(
        `SELECT DISTINCT a.code FROM booking_account b
         JOIN agreement a ON a.tenant_id = b.tenant_id AND a.id = b.agreement_id
         WHERE b.tenant_id = $1 AND b.partner_id = $2 ORDER BY a.code`,
        [tenant, partner],
      );
      return rows.map(({ code }) => code);
    },
  };
}

async function eventsOf(session: Session, id: string): Promise<ConfirmationEvent[]> {
  const rows = await session.query<EventRow>(
    `SELECT number, kind, day, minor, person, note, encode(sha256(paper), 'hex') AS sha256, actor, recorded_at
     FROM balance_answer WHERE tenant_id = $1 AND confirmation_id = $2 ORDER BY number`,
    [session.tenant, id],
  );
  return rows.map(toEvent);
}

type PaperRow = {
  readonly paper_name: string;
  readonly paper_type: string;
  readonly sha256: string;
  readonly paper: Buffer;
};

async function paperOf(session: Session, id: string, event: number): Promise<ConfirmationPaper | undefined> {
  const [row] = await session.query<PaperRow>(
    `SELECT paper_name, paper_type, encode(sha256(paper), 'hex') AS sha256, paper
     FROM balance_answer
     WHERE tenant_id = $1 AND confirmation_id = $2 AND number = $3 AND paper IS NOT NULL`,
    [session.tenant, id, event],
  );
  if (row === undefined) return undefined;
  const { paper_name: name, paper_type: mediaType, sha256, paper: content } = row;
  return { name, mediaType, sha256, content };
}

async function write(
  session: Session,
  id: string,
  { number, kind, day, minor, person, note, actor, at }: Omit<ConfirmationEvent, 'sha256'>,
  paper: ConfirmationPaper | undefined,
): Promise<void> {
  const { tenant } = session;
  const head = 'UPDATE balance_confirmation SET last_event = $3 WHERE tenant_id = $1 AND id = $2';
  await session.query(head, [tenant, id, number]);
  await session.query(
    `INSERT INTO balance_answer (tenant_id, confirmation_id, number, kind, day, minor, person, note, actor,
       recorded_at, paper_name, paper_type, paper)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[tenant, id, number, kind, formatDate(day), minor ?? null, person ?? null, note ?? null, actor, at],
      ...[paper?.name ?? null, paper?.mediaType ?? null, paper?.content ?? null],
    ],
  );
}

function toConfirmation(row: ConfirmationRow): BalanceConfirmation {
  const { id, partner_id: partner, company, direction, currency, sent_by: sentBy, recorded_at: at } = row;
  return {
    id,
    partner,
    company,
    direction,
    currency,
    asOf: row.as_of,
    batch: Number(row.batch),
    earned: BigInt(row.earned_minor),
    settled: BigInt(row.settled_minor),
    paid: BigInt(row.paid_minor),
    sentBy,
    at,
  };
}

function toEvent(row: EventRow): ConfirmationEvent {
  const { number, kind, day, minor, person, note, sha256, actor, recorded_at: at } = row;
  return {
    number,
    kind,
    day,
    actor,
    at,
    ...(minor !== null && { minor: BigInt(minor) }),
    ...(person !== null && { person }),
    ...(note !== null && { note }),
    ...(sha256 !== null && { sha256 }),
  };
}
