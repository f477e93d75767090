import type {
  FundProof,
  FundStore,
  RecordedActivity,
  RecordedActivityEvent,
  StoredFund,
} from '../../app/ports/fundStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { ActivityEventKind } from '../../core/fund/activityStanding.ts';
import type { Fund } from '../../core/fund/fund.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { decimalOf } from './decimalOf.ts';
import type { Session } from './session.ts';

const FUND = `id, code, company, partner, currency, budget_minor, reserved_minor, used_minor, first_day, last_day,
  claim_days, percent`;

type FundRow = {
  readonly id: string;
  readonly code: string;
  readonly company: string;
  readonly partner: string | null;
  readonly currency: string;
  readonly budget_minor: string;
  readonly reserved_minor: string;
  readonly used_minor: string;
  readonly first_day: LocalDate;
  readonly last_day: LocalDate;
  readonly claim_days: number;
  readonly percent: string;
};

const ACTIVITY = `a.id, f.code AS fund, a.partner, a.reference, a.title, a.first_day, a.last_day, a.requested_minor,
  a.requested_by`;

type ActivityRow = {
  readonly id: string;
  readonly fund: string;
  readonly partner: string;
  readonly reference: string;
  readonly title: string;
  readonly first_day: LocalDate;
  readonly last_day: LocalDate;
  readonly requested_minor: string;
  readonly requested_by: string;
};

const ACTIVITIES = `
  SELECT ${ACTIVITY} FROM fund_activity a
  JOIN fund f ON f.tenant_id = a.tenant_id AND f.id = a.fund_id
  WHERE a.tenant_id = $1`;

export function fundStore(session: Session): FundStore {
  const { tenant } = session;
  const find = async (code: string) => {
    const [row] = await session.query<FundRow>(
      `SELECT ${FUND} FROM fund WHERE tenant_id = $1 AND code = $2`,
      [tenant, code],
    );
    return row && toFund(row);
  };
  const activities = async (where: string, value: string, day?: LocalDate) => {
    const values = [tenant, value, ...(day === undefined ? [] : [formatDate(day)])];
    return (await session.query<ActivityRow>(`${ACTIVITIES} AND ${where} ORDER BY a.id`, values)).map(
      toActivity,
    );
  };
  return {
    open: (fund, by) => insertFund(session, fund, by),
    list: async () =>
      (
        await session.query<FundRow>(`SELECT ${FUND} FROM fund WHERE tenant_id = $1 ORDER BY code`, [tenant])
      ).map(toFund),
    find,
    lock: async (code) => {
      await session.query('SELECT FROM fund WHERE tenant_id = $1 AND code = $2 FOR UPDATE', [tenant, code]);
      return find(code);
    },
    keep: async (fund, { reserved, used }) => {
      await session.query(
        'UPDATE fund SET reserved_minor = $3, used_minor = $4 WHERE tenant_id = $1 AND id = $2',
        [tenant, fund, reserved, used],
      );
    },
    request: (activity, at) => insertActivity(session, activity, at),
    activity: async (id) => (await activities('a.id = $2', id))[0],
    activities: (fund) => activities('f.code = $2', fund),
    endedBefore: (fund, day) => activities('f.code = $2 AND a.last_day < $3', fund, day),
    events: (ids) => events(session, ids),
    write: (activity, event, proof) => write(session, activity, event, proof),
    proof: async (activity, event) => {
      const [row] = await session.query<ProofRow>(
        `SELECT proof_name, proof_type, reference, proof FROM fund_event
         WHERE tenant_id = $1 AND activity_id = $2 AND number = $3 AND kind = 'claimed'`,
        [tenant, activity, event],
      );
      if (row === undefined) return undefined;
      return { name: row.proof_name, mediaType: row.proof_type, sha256: row.reference, content: row.proof };
    },
  };
}

async function insertFund(
  session: Session,
  fund: Fund & { readonly id: string },
  { actor, at }: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await session.query(
    `INSERT INTO fund (tenant_id, id, code, company, partner, currency, budget_minor, first_day, last_day,
       claim_days, percent, opened_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      session.tenant,
      fund.id,
      fund.code,
      fund.company,
      fund.partner ?? null,
      fund.currency,
      fund.budget,
      formatDate(fund.firstDay),
      formatDate(fund.lastDay),
      fund.claimDays,
      formatDecimal(fund.percent),
      actor,
      at,
    ],
  );
}

async function insertActivity(session: Session, activity: RecordedActivity, at: Date): Promise<void> {
  const { id, fund, partner, reference, title, firstDay, lastDay, requested, requestedBy } = activity;
  await session.query(
    `INSERT INTO fund_activity (tenant_id, id, fund_id, partner, reference, title, first_day, last_day,
       requested_minor, requested_by, recorded_at)
     SELECT $1, $2, f.id, $4, $5, $6, $7, $8, $9, $10, $11 FROM fund f WHERE f.tenant_id = $1 AND f.code = $3`,
    [
      session.tenant,
      id,
      fund,
      partner,
      reference,
      title,
      formatDate(firstDay),
      formatDate(lastDay),
      requested,
      requestedBy,
      at,
    ],
  );
}

type ProofRow = {
  readonly proof_name: string;
  readonly proof_type: string;
  readonly reference: string;
  readonly proof: Buffer;
};

type EventRow = {
  readonly activity_id: string;
  readonly number: number;
  readonly kind: ActivityEventKind;
  readonly day: LocalDate;
  readonly minor: string;
  readonly cost_minor: string | null;
  readonly reference: string | null;
  readonly note: string | null;
  readonly actor: string;
  readonly recorded_at: Date;
};

async function events(
  session: Session,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedActivityEvent[]>> {
  const rows = await session.query<EventRow>(
    `SELECT activity_id, number, kind, day, minor, cost_minor, reference, note, actor, recorded_at
     FROM fund_event WHERE tenant_id = $1 AND activity_id = ANY ($2::uuid[]) ORDER BY activity_id, number`,
    [session.tenant, ids],
  );
  const byActivity = Map.groupBy(rows, ({ activity_id: activity }) => activity);
  return new Map(ids.map((id) => [id, (byActivity.get(id) ?? []).map(toEvent)]));
}

async function write(
  session: Session,
  activity: string,
  event: RecordedActivityEvent,
  proof: FundProof | undefined,
): Promise<void> {
  await session.query(
    `INSERT INTO fund_event (tenant_id, activity_id, number, kind, day, minor, cost_minor, reference, note, actor,
       recorded_at, proof_name, proof_type, proof)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      session.tenant,
      activity,
      event.number,
      event.kind,
      formatDate(event.day),
      event.minor,
      event.costMinor ?? null,
      event.reference ?? null,
      event.note ?? null,
      event.actor,
      event.at,
      proof?.name ?? null,
      proof?.mediaType ?? null,
      proof?.content ?? null,
    ],
  );
}

function toFund(row: FundRow): StoredFund {
  const { id, code, company, partner, currency, percent } = row;
  return {
    id,
    code,
    company,
    currency,
    budget: BigInt(row.budget_minor),
    reserved: BigInt(row.reserved_minor),
    used: BigInt(row.used_minor),
    firstDay: row.first_day,
    lastDay: row.last_day,
    claimDays: row.claim_days,
    percent: decimalOf(percent),
    ...(partner !== null && { partner }),
  };
}

function toActivity(row: ActivityRow): RecordedActivity {
  const { id, fund, partner, reference, title } = row;
  return {
    id,
    fund,
    partner,
    reference,
    title,
    firstDay: row.first_day,
    lastDay: row.last_day,
    requested: BigInt(row.requested_minor),
    requestedBy: row.requested_by,
  };
}

function toEvent(row: EventRow): RecordedActivityEvent {
  const { number, kind, day, minor, cost_minor: cost, reference, note, actor, recorded_at: at } = row;
  return {
    number,
    kind,
    day,
    minor: BigInt(minor),
    actor,
    at,
    ...(cost !== null && { costMinor: BigInt(cost) }),
    ...(reference !== null && { reference }),
    ...(note !== null && { note }),
  };
}
