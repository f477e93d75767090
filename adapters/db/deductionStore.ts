import type { Deduction, DeductionEvent, DeductionStore } from '../../app/ports/deductionStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Session } from './session.ts';

const DEDUCTION = 'id, company, partner_id, reference, day, currency, minor, note';

type DeductionRow = {
  readonly id: string;
  readonly company: string;
  readonly partner_id: string;
  readonly reference: string;
  readonly day: LocalDate;
  readonly currency: string;
  readonly minor: string;
  readonly note: string | null;
};

const EVENT = `number, kind, day, minor, claim_id, settlement_id, agreement, term, participant, window_from, window_until, actor,
  recorded_at, note, approval`;

type EventRow = {
  readonly number: number;
  readonly kind: DeductionEvent['kind'];
  readonly day: LocalDate;
  readonly minor: string;
  readonly claim_id: string | null;
  readonly settlement_id: string | null;
  readonly agreement: string | null;
  readonly term: string;
  readonly participant: string;
  readonly window_from: LocalDate;
  readonly window_until: LocalDate;
  readonly actor: string;
  readonly recorded_at: Date;
  readonly note: string | null;
  readonly approval: NonNullable<DeductionEvent['approval']> | null;
};

export function deductionStore(session: Session): DeductionStore {
  const { tenant } = session;
  const find = async (id: string) => {
    const [row] = await session.query<DeductionRow>(
      `SELECT ${DEDUCTION} FROM deduction WHERE tenant_id = $1 AND id = $2`,
      [tenant, id],
    );
    return row && toDeduction(row);
  };
  return {
    register: async ({ id, company, partner, reference, day, currency, minor, note }, { actor, at }) => {
      await session.query(
        `INSERT INTO deduction (tenant_id, ${DEDUCTION}, registered_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [tenant, id, company, partner, reference, formatDate(day), currency, minor, note ?? null, actor, at],
      );
    },
    find,
    lock: async (id) => {
      await session.query('SELECT FROM deduction WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tenant, id]);
      return find(id);
    },
    byReference: async ({ company, partner, reference }) => {
      const [row] = await session.query<{ id: string }>(
        `SELECT id FROM deduction
         WHERE tenant_id = $1 AND company = $2 AND partner_id = $3 AND reference = $4`,
        [tenant, company, partner, reference],
      );
      return row?.id;
    },
    page: async ({ partner, limit, after }) => {
      const rows = await session.query<DeductionRow>(
        `SELECT ${DEDUCTION} FROM deduction
         WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id > $2) AND ($3::text IS NULL OR partner_id = $3)
         ORDER BY id LIMIT $4`,
        [tenant, after ?? null, partner ?? null, limit],
      );
      return rows.map(toDeduction);
    },
    events: async (id) => {
      const rows = await session.query<EventRow>(
        `SELECT ${EVENT} FROM deduction_event WHERE tenant_id = $1 AND deduction_id = $2 ORDER BY number`,
        [tenant, id],
      );
      return rows.map(toEvent);
    },
    matchedTo: async (settlement) => {
      const rows = await session.query<{ deduction_id: string; minor: string }>(
        `SELECT deduction_id, sum(minor)::text AS minor FROM deduction_event
         WHERE tenant_id = $1 AND settlement_id = $2 GROUP BY deduction_id HAVING sum(minor) <> 0 ORDER BY deduction_id`,
        [tenant, settlement],
      );
      return rows.map(({ deduction_id: deduction, minor }) => ({ deduction, minor: BigInt(minor) }));
    },
    write: (id, event) => write(session, id, event),
  };
}

async function write(session: Session, id: string, event: Omit<DeductionEvent, 'number'>): Promise<number> {
  const { tenant } = session;
  const [head] = await session.query<{ last_event: number }>(
    `UPDATE deduction SET last_event = last_event + 1 WHERE tenant_id = $1 AND id = $2 RETURNING last_event`,
    [tenant, id],
  );
  const number = head?.last_event ?? 0;
  const { account } = event;
  await session.query(
    `INSERT INTO deduction_event (tenant_id, deduction_id, ${EVENT})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      tenant,
      id,
      number,
      event.kind,
      formatDate(event.day),
      event.minor,
      event.claim ?? null,
      event.settlement ?? null,
      account?.agreement ?? null,
      account?.term ?? null,
      account?.participant ?? null,
      account === undefined ? null : formatDate(account.from),
      account === undefined ? null : formatDate(account.until),
      event.actor,
      event.at,
      event.note ?? null,
      event.approval === undefined ? null : JSON.stringify(event.approval),
    ],
  );
  return number;
}

function toDeduction({ partner_id: partner, minor, note, ...row }: DeductionRow): Deduction {
  const { id, company, reference, day, currency } = row;
  const deduction = { id, company, partner, reference, day, currency, minor: BigInt(minor) };
  return note === null ? deduction : { ...deduction, note };
}

function toEvent(row: EventRow): DeductionEvent {
  const {
    number,
    kind,
    day,
    claim_id: claim,
    settlement_id: settlement,
    agreement,
    term,
    participant,
    actor,
  } = row;
  const { note, approval } = row;
  const account = { term, participant, from: row.window_from, until: row.window_until };
  return {
    number,
    kind,
    day,
    minor: BigInt(row.minor),
    ...(claim !== null && { claim }),
    ...(settlement !== null && { settlement }),
    ...(agreement !== null && { account: { agreement, ...account } }),
    actor,
    at: row.recorded_at,
    ...(note !== null && { note }),
    ...(approval !== null && { approval }),
  };
}
