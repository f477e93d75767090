import { hash } from 'node:crypto';
import type {
  BalanceKind,
  BookedBalance,
  Booking,
  BookingAccount,
  BookingOrigin,
  BookingStore,
  DeedBooking,
  NewBooking,
} from '../../app/ports.ts';
import type { Cause } from '../../core/booking/cause.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { nameUuid } from '../../core/text/nameUuid.ts';
import { type JsonRows, jsonRows } from './jsonRows.ts';
import type { Session } from './session.ts';

const ACCOUNT = ['term', 'partner_id', 'window_from', 'window_until', 'kind', 'currency', 'company'] as const;
const accountOf = (alias: string) => ACCOUNT.map((column) => `${alias}.${column}`).join(', ');
const sameAccount = (a: string, b: string) =>
  ['tenant_id', 'agreement_id', ...ACCOUNT].map((column) => `${a}.${column} = ${b}.${column}`).join(' AND ');

/** Bookings in the order of their accounts, so that locks are taken in one order. */
const postedFrom = ({ from }: JsonRows) => `
  SELECT a.id AS agreement_id, p.*
  FROM ${from}
  JOIN agreement a ON a.tenant_id = $1 AND a.code = p.agreement
  ORDER BY a.id, ${accountOf('p')}`;

const POSTED = `p (
  id uuid, agreement text, term text, partner_id text, window_from date, window_until date,
  kind text, currency text, company text, number int, delta_minor numeric
)`;

export function bookingStore(session: Session): BookingStore {
  return {
    balances: async (agreementCode) => {
      await lockAccounts(session, agreementCode);
      // A statement of its own: it sees what committed while the locks were waited for.
      return balances(session, agreementCode);
    },
    balancesUnlocked: (agreementCode) => balances(session, agreementCode),
    post: (bookings, origin, at) => post(session, bookings, origin, at),
    of: (account) => bookingsOf(session, account),
    ofDeeds: (account) => bookingsOfDeeds(session, account),
  };
}

async function lockAccounts(session: Session, agreement: string): Promise<void> {
  await session.query(
    `SELECT FROM booking_account b
     WHERE b.tenant_id = $1
       AND b.agreement_id = (SELECT a.id FROM agreement a WHERE a.tenant_id = $1 AND a.code = $2)
     ORDER BY ${accountOf('b')} FOR UPDATE OF b`,
    [session.tenant, agreement],
  );
}

async function balances(session: Session, agreement: string): Promise<BookedBalance[]> {
  const rows = await session.query<AccountRow & { last_number: number; minor: string }>(
    `SELECT ${accountOf('b')}, b.last_number, coalesce(sum(k.delta_minor), 0) AS minor
     FROM booking_account b
     JOIN agreement a ON a.tenant_id = b.tenant_id AND a.id = b.agreement_id
     LEFT JOIN booking k ON ${sameAccount('k', 'b')}
     WHERE b.tenant_id = $1 AND a.code = $2
     GROUP BY b.agreement_id, ${accountOf('b')}, b.last_number
     ORDER BY ${accountOf('b')}`,
    [session.tenant, agreement],
  );
  return rows.map((row) => ({
    account: toAccount(agreement, row),
    minor: BigInt(row.minor),
    lastNumber: row.last_number,
  }));
}

async function post(
  session: Session,
  bookings: readonly NewBooking[],
  origin: BookingOrigin,
  at: Date,
): Promise<readonly string[]> {
  if (bookings.length === 0) return [];
  for (const booking of bookings) assertCausesAddUp(booking);
  const rows = bookings.map((booking) => jsonOf(session, booking));
  const source = await jsonRows(session, rows, { parameter: '$2', as: POSTED });
  const posted = postedFrom(source);
  await session.query(
    `INSERT INTO booking_account (tenant_id, agreement_id, ${ACCOUNT.join(', ')})
     SELECT $1, p.agreement_id, ${accountOf('p')} FROM (${posted}) p
     ON CONFLICT DO NOTHING`,
    [session.tenant, source.value],
  );
  await session.query(
    `INSERT INTO booking (tenant_id, id, agreement_id, ${ACCOUNT.join(', ')}, number, delta_minor, run_number, origin_kind,
       origin_id, booked_at)
     SELECT $1, p.id, p.agreement_id, ${accountOf('p')}, p.number, p.delta_minor, $3, $4, $5, $6 FROM (${posted}) p`,
    [session.tenant, source.value, ...originValues(origin), at],
  );
  const raised = await session.query(
    `UPDATE booking_account b SET last_number = p.number
     FROM (${posted}) p
     WHERE b.tenant_id = $1 AND b.agreement_id = p.agreement_id
       AND ${ACCOUNT.map((column) => `b.${column} = p.${column}`).join(' AND ')}
       AND b.last_number = p.number - 1
     RETURNING b.last_number`,
    [session.tenant, source.value],
  );
  if (raised.length !== bookings.length) throw new Error('Fault: booking numbers leave a gap');
  await insertCauses(session, bookings);
  return bookings.map((booking) => idOf(session, booking));
}

function originValues(origin: BookingOrigin): readonly [number | null, string | null, string | null] {
  return 'run' in origin ? [origin.run.number, null, null] : [null, origin.deed.kind, origin.deed.id];
}

/** Law 1: what is booked is explained to the last unit. */
function assertCausesAddUp({ account, deltaMinor, causes }: NewBooking): void {
  if (account.kind === 'settled' || account.kind === 'paid') return;
  const sum = causes.reduce((total, { minor }) => total + minor, 0n);
  if (sum !== deltaMinor)
    throw new Error(`Fault: causes of ${account.term} add up to ${sum}, not ${deltaMinor}`);
}

const CAUSE = 'c (partner_id text, booking_id uuid, position int, cause text, minor numeric)';

async function insertCauses(session: Session, bookings: readonly NewBooking[]): Promise<void> {
  const causes = bookings.flatMap((booking) =>
    booking.causes.map(({ cause, minor }, position) => ({
      partner_id: booking.account.partner,
      booking_id: idOf(session, booking),
      position: position + 1,
      cause,
      minor: minor.toString(),
    })),
  );
  const source = await jsonRows(session, causes, { parameter: '$2', as: CAUSE });
  await session.query(
    `INSERT INTO booking_cause (tenant_id, partner_id, booking_id, position, cause, minor)
     SELECT $1, c.partner_id, c.booking_id, c.position, c.cause, c.minor
     FROM ${source.from}`,
    [session.tenant, source.value],
  );
}

function jsonOf(session: Session, booking: NewBooking) {
  const { account, number, deltaMinor } = booking;
  return {
    id: idOf(session, booking),
    agreement: account.agreement,
    term: account.term,
    partner_id: account.partner,
    window_from: formatDate(account.window.from),
    window_until: formatDate(account.window.until),
    kind: account.kind,
    currency: account.currency,
    company: account.company,
    number,
    delta_minor: deltaMinor.toString(),
  };
}

function idOf(session: Session, { account, number }: NewBooking): string {
  const { agreement, term, partner, window, kind, currency, company } = account;
  const days = [formatDate(window.from), formatDate(window.until)];
  // Of what is earned the id is the one that it always had: no company is part of it.
  const borne = company === '' ? [] : [company];
  const key = [session.tenant, agreement, term, partner, ...days, kind, currency, ...borne, number];
  return nameUuid((bytes) => hash('sha256', bytes, 'buffer'), 'booking', key);
}

type AccountRow = {
  readonly term: string;
  readonly partner_id: string;
  readonly window_from: LocalDate;
  readonly window_until: LocalDate;
  readonly kind: BalanceKind;
  readonly currency: string;
  readonly company: string;
};

function toAccount(agreement: string, row: AccountRow): BookingAccount {
  const { term, partner_id: partner, kind, currency, company } = row;
  const window = { from: row.window_from, until: row.window_until };
  return { agreement, term, partner, window, kind, currency, company };
}

type BookingRow = {
  readonly number: number;
  /** Numeric comes as text. */
  readonly delta_minor: string;
  readonly booked_at: Date;
  readonly run_number: number;
  readonly batch: bigint;
  readonly effective_on: LocalDate;
  readonly calculation: string;
  readonly causes: readonly { readonly cause: Cause; readonly minor: string }[] | null;
};

const OF_ACCOUNT = `
  JOIN agreement a ON a.tenant_id = k.tenant_id AND a.id = k.agreement_id
  WHERE k.tenant_id = $1 AND a.code = $2 AND k.term = $3 AND k.partner_id = $4
    AND k.window_from = $5 AND k.window_until = $6 AND k.kind = $7 AND k.currency = $8 AND k.company = $9`;

async function bookingsOfDeeds(session: Session, account: BookingAccount): Promise<DeedBooking[]> {
  const { agreement, term, partner, window, kind, currency, company } = account;
  const days = [formatDate(window.from), formatDate(window.until)];
  const rows = await session.query<{
    number: number;
    delta_minor: string;
    booked_at: Date;
    origin_kind: string;
    origin_id: string;
  }>(
    `SELECT k.number, k.delta_minor, k.booked_at, k.origin_kind, k.origin_id FROM booking k ${OF_ACCOUNT}
       AND k.origin_kind IS NOT NULL ORDER BY k.number`,
    [session.tenant, agreement, term, partner, ...days, kind, currency, company],
  );
  return rows.map((row) => ({
    account,
    number: row.number,
    deltaMinor: BigInt(row.delta_minor),
    origin: { kind: row.origin_kind, id: row.origin_id },
    bookedAt: row.booked_at,
  }));
}

async function bookingsOf(session: Session, account: BookingAccount): Promise<Booking[]> {
  const { agreement, term, partner, window, kind, currency, company } = account;
  const rows = await session.query<BookingRow>(
    `SELECT k.number, k.delta_minor, k.booked_at, k.run_number, r.batch, r.effective_on, r.calculation,
       (SELECT json_agg(json_build_object('cause', c.cause, 'minor', c.minor::text) ORDER BY c.position)
        FROM booking_cause c WHERE c.tenant_id = k.tenant_id AND c.booking_id = k.id) AS causes
     FROM booking k
     JOIN run r ON r.tenant_id = k.tenant_id AND r.agreement_id = k.agreement_id AND r.number = k.run_number
     ${OF_ACCOUNT}
     ORDER BY k.number`,
    [
      session.tenant,
      agreement,
      term,
      partner,
      formatDate(window.from),
      formatDate(window.until),
      kind,
      currency,
      company,
    ],
  );
  return rows.map((row) => ({
    account,
    number: row.number,
    deltaMinor: BigInt(row.delta_minor),
    causes: (row.causes ?? []).map(({ cause, minor }) => ({ cause, minor: BigInt(minor) })),
    run: {
      number: row.run_number,
      batch: Number(row.batch),
      effective: row.effective_on,
      calculation: row.calculation,
    },
    bookedAt: row.booked_at,
  }));
}
