import type { SettlementStore } from '../../app/ports/settlementStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { Session } from './session.ts';

/** Documents that are owed to us, and advances: an advance is open as soon as it is issued. */
const AGAINST = `
  SELECT s.id, s.legal_number, s.is_advance,
    abs(s.gross_minor) - abs(s.withheld_minor) - (
      SELECT coalesce(sum(o.minor), 0) FROM settlement_offset o WHERE o.tenant_id = s.tenant_id AND o.against_id = s.id
    ) AS minor
  FROM settlement s
  WHERE s.tenant_id = $1 AND s.company = $2 AND s.partner_id = $3 AND s.currency = $4
    AND s.state = 'issued' AND s.cancels IS NULL AND s.kind <> 'lapse' AND s.gross_minor > 0
    AND (s.is_advance OR (s.side = 'receivable' AND s.method IN ('creditNote', 'debitNote', 'payment')))
    AND NOT EXISTS (
      SELECT FROM settlement c WHERE c.tenant_id = s.tenant_id AND c.cancels = s.id AND c.state <> 'rejected'
    )
  ORDER BY s.is_advance DESC, s.due_on, s.legal_number`;

const PAIRS = `
  SELECT settlement_id, against_id, sum(minor)::text AS minor FROM settlement_offset
  WHERE tenant_id = $1 AND (settlement_id = $2 OR against_id = $2)
  GROUP BY settlement_id, against_id HAVING sum(minor) <> 0 ORDER BY settlement_id, against_id`;

type AgainstRow = {
  readonly id: string;
  readonly legal_number: string;
  readonly is_advance: boolean;
  readonly minor: string;
};

/** What is set off without money. */
export function settlementOffsets(
  session: Session,
): Pick<SettlementStore, 'openAgainst' | 'offset' | 'offsetsOf'> {
  const { tenant } = session;
  return {
    openAgainst: async ({ company, partner, currency }) => {
      const rows = await session.query<AgainstRow>(AGAINST, [tenant, company, partner, currency]);
      return rows.map((row) => ({
        ...{ settlement: row.id, number: row.legal_number, isAdvance: row.is_advance },
        openMinor: BigInt(row.minor),
      }));
    },
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
