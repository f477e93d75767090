import type { LedgerStore } from '../../app/ports/ledgerStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { BooksPolicy } from '../../core/ledger/booksPolicy.ts';
import { type TransferRow, toTransfer } from './ledgerRows.ts';
import type { Session } from './session.ts';

/** Amounts in other currencies; the worth of each with the corrections that name it. */
const FOREIGN = `
  SELECT t.*, a.code AS agreement, coalesce(t.book_minor, 0) + coalesce((
    SELECT sum(CASE WHEN c.debit_role = t.debit_role THEN c.book_minor ELSE -c.book_minor END)
    FROM ledger_transfer c
    WHERE c.tenant_id = t.tenant_id AND c.origin_kind = 'rate' AND c.origin_id = t.id::text
  ), 0) AS worth
  FROM ledger_transfer t
  LEFT JOIN agreement a ON a.tenant_id = t.tenant_id AND a.id = t.agreement_id
  WHERE t.tenant_id = $1 AND t.company = $2 AND t.currency <> $3 AND t.minor > 0
    AND t.number > $4 AND ($5::date IS NULL OR t.booked_on < $5)
  ORDER BY t.number LIMIT $6`;

/** In which currency books are kept, and what stands in them in others. */
export function booksRows(
  session: Session,
): Pick<LedgerStore, 'policies' | 'setPolicy' | 'hasForeign' | 'foreign'> {
  const { tenant } = session;
  return {
    policies: async () => {
      const rows = await session.query<PolicyRow>(
        `SELECT DISTINCT ON (company) * FROM books_policy WHERE tenant_id = $1 ORDER BY company, version DESC`,
        [tenant],
      );
      return new Map(rows.map((row) => [row.company, toPolicy(row)]));
    },
    setPolicy: async (company, { currency, rateOn, rateType, path, fallback }, actor, at) => {
      const [row] = await session.query<{ version: number }>(
        `INSERT INTO books_policy (tenant_id, company, version, currency, rate_on, rate_type, path, through,
           previous_days, actor, recorded_at)
         SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10
         FROM books_policy WHERE tenant_id = $1 AND company = $2
         RETURNING version`,
        [
          ...[tenant, company, currency, rateOn, rateType],
          ...(typeof path === 'string' ? [path, null] : ['through', path.through]),
          fallback === 'blocked' ? null : fallback.previousDays,
          ...[actor, at],
        ],
      );
      return row?.version ?? 0;
    },
    hasForeign: async (company, currency) => {
      const rows = await session.query(
        `SELECT FROM ledger_transfer
         WHERE tenant_id = $1 AND company = $2 AND currency <> $3 AND book_minor IS NULL LIMIT 1`,
        [tenant, company, currency],
      );
      return rows.length > 0;
    },
    foreign: async (company, currency, { after = 0n, until, limit }) => {
      const rows = await session.query<TransferRow & { readonly worth: string }>(FOREIGN, [
        ...[tenant, company, currency, after, until === undefined ? null : formatDate(until), limit],
      ]);
      return rows.map((row) => ({ ...toTransfer(row), worth: BigInt(row.worth) }));
    },
  };
}

type PolicyRow = {
  readonly company: string;
  readonly currency: string;
  readonly rate_on: BooksPolicy['rateOn'];
  readonly rate_type: string;
  readonly path: 'direct' | 'inverse' | 'through';
  readonly through: string | null;
  readonly previous_days: number | null;
};

function toPolicy(row: PolicyRow): BooksPolicy {
  const { currency, rate_on: rateOn, rate_type: rateType, path, through, previous_days: days } = row;
  return {
    ...{ currency, rateOn, rateType },
    path: path === 'through' ? { through: through ?? '' } : path,
    fallback: days === null ? 'blocked' : { previousDays: days },
  };
}
