import type { SettlementStore } from '../../app/ports/settlementStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { Session } from './session.ts';

const STANDS = `s.state = 'issued' AND s.cancels IS NULL AND s.kind <> 'lapse'`;

/** In money: goods and what partners keep back are owed by nobody. */
const OWED_TO_US = `s.method IN ('creditNote', 'debitNote', 'payment') AND (s.side = 'receivable') = (s.gross_minor > 0)`;

/**
 * Documents that are owed to us, those among them that take back what we owed, and advances: an advance is open as
 * soon as it is issued.
 */
const AGAINST = `
  SELECT s.id, s.legal_number, s.is_advance, s.reason = 'clawBack' AS is_claw_back,
    abs(s.gross_minor) - abs(s.withheld_minor) - (
      SELECT coalesce(sum(o.minor), 0) FROM settlement_offset o WHERE o.tenant_id = s.tenant_id AND o.against_id = s.id
    ) - (
      SELECT coalesce(sum(e.minor), 0) FROM entry_receipt e WHERE e.tenant_id = s.tenant_id AND e.settlement_id = s.id
    ) - (
      SELECT coalesce(sum(abs(r.gross_minor)), 0) FROM settlement r
      WHERE r.tenant_id = s.tenant_id AND r.reclaims = s.id AND r.cancels IS NULL AND r.state NOT IN ('rejected', 'cancelled')
    ) AS minor
  FROM settlement s
  WHERE s.tenant_id = $1 AND s.company = $2 AND s.partner_id = $3 AND s.currency = $4
    AND ${STANDS} AND s.reclaims IS NULL AND (s.is_advance OR ${OWED_TO_US})
    AND NOT EXISTS (
      SELECT FROM settlement c WHERE c.tenant_id = s.tenant_id AND c.cancels = s.id AND c.state <> 'rejected'
    )
  ORDER BY s.is_advance DESC, s.due_on, s.legal_number`;

/** What will be owed by documents that advances are set off against once these are issued. */
const WAITING = `
  SELECT s.gross_minor - s.withheld_minor AS minor, (
    SELECT array_agg(DISTINCT a.code) FROM settlement_line l
    JOIN agreement a ON a.tenant_id = l.tenant_id AND a.id = l.agreement_id
    WHERE l.tenant_id = s.tenant_id AND l.settlement_id = s.id
  ) AS agreements
  FROM settlement s
  WHERE s.tenant_id = $1 AND s.company = $2 AND s.partner_id = $3 AND s.currency = $4 AND s.side = 'payable'
    AND s.reason = 'settlement' AND s.state IN ('proposed', 'approved', 'awaitingNumber') AND s.gross_minor > 0
    AND s.method IN ('creditNote', 'debitNote', 'payment')`;

const AHEAD = `
  SELECT coalesce(sum(l.stated_minor), 0)::text AS minor
  FROM settlement_line l
  JOIN settlement s ON s.tenant_id = l.tenant_id AND s.id = l.settlement_id
  JOIN agreement a ON a.tenant_id = l.tenant_id AND a.id = l.agreement_id
  WHERE l.tenant_id = $1 AND a.code = $2 AND l.term = $3 AND l.participant = $4 AND l.window_from = $5
    AND l.currency = $6 AND s.is_advance AND s.cancels IS NULL AND s.state NOT IN ('rejected', 'cancelled')`;

const PAIRS = `
  SELECT settlement_id, against_id, sum(minor)::text AS minor FROM settlement_offset
  WHERE tenant_id = $1 AND (settlement_id = $2 OR against_id = $2)
  GROUP BY settlement_id, against_id HAVING sum(minor) <> 0 ORDER BY settlement_id, against_id`;

type AgainstRow = {
  readonly id: string;
  readonly legal_number: string;
  readonly is_advance: boolean;
  readonly is_claw_back: boolean;
  readonly minor: string;
};

/** What is set off without money. */
export function settlementOffsets(
  session: Session,
): Pick<
  SettlementStore,
  'openAgainst' | 'waitingOf' | 'aheadOf' | 'receivedOf' | 'owedToUsIn' | 'offset' | 'offsetsOf'
> {
  const { tenant } = session;
  return {
    openAgainst: async ({ company, partner, currency }) => {
      const rows = await session.query<AgainstRow>(AGAINST, [tenant, company, partner, currency]);
      return rows.map((row) => ({
        ...{ settlement: row.id, number: row.legal_number, isAdvance: row.is_advance },
        isClawBack: row.is_claw_back,
        openMinor: BigInt(row.minor),
      }));
    },
    waitingOf: async ({ company, partner, currency }) => {
      const rows = await session.query<{ agreements: string[]; minor: string }>(WAITING, [
        ...[tenant, company, partner, currency],
      ]);
      return rows.map(({ agreements, minor }) => ({ agreements, minor: BigInt(minor) }));
    },
    aheadOf: async ({ agreement, term, participant, window, currency }) => {
      const [row] = await session.query<{ minor: string }>(AHEAD, [
        ...[tenant, agreement, term, participant, formatDate(window.from), currency],
      ]);
      return BigInt(row?.minor ?? 0);
    },
    receivedOf: async (settlement) => {
      const [row] = await session.query<{ minor: string }>(
        `SELECT coalesce(sum(minor), 0)::text AS minor FROM entry_receipt WHERE tenant_id = $1 AND settlement_id = $2`,
        [tenant, settlement],
      );
      return BigInt(row?.minor ?? 0);
    },
    owedToUsIn: (text, { company, currency }) =>
      session.query<{ id: string; number: string }>(
        `SELECT s.id, s.legal_number AS number FROM settlement s
         WHERE s.tenant_id = $1 AND s.company = $2 AND s.currency = $3 AND ${STANDS} AND ${OWED_TO_US}
           AND position(upper(s.legal_number) IN upper($4)) > 0
         ORDER BY s.id`,
        [tenant, company, currency, text],
      ),
    offset: async ({ id, settlement, against, minor, day, at }) => {
      await session.query(
        `INSERT INTO settlement_offset (tenant_id, partner_id, id, settlement_id, against_id, minor, set_off_on, at)
         SELECT $1, s.partner_id, $2, $3, $4, $5, $6, $7 FROM settlement s WHERE s.tenant_id = $1 AND s.id = $3`,
        [tenant, id, settlement, against, minor, formatDate(day), at],
      );
    },
    offsetsOf: async (settlement) => {
      const rows = await session.query<{ settlement_id: string; against_id: string; minor: string }>(PAIRS, [
        ...[tenant, settlement],
      ]);
      return rows.map((row) => ({
        ...{ settlement: row.settlement_id, against: row.against_id },
        minor: BigInt(row.minor),
      }));
    },
  };
}
