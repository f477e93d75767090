import type { FactEnd, FactStore, StockFilter } from '../../app/ports/factStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { type PaymentRow, type StockRow, toPayment, toStockCount } from './factColumns.ts';
import { factImport } from './factImport.ts';
import { knownFacts } from './knownFacts.ts';
import type { Session } from './session.ts';
import { undoFacts } from './undoFacts.ts';

/** The document is part of the identity of a payment: no correction moves it to another one. */
const PAYMENTS_OF = `
  SELECT p.* FROM (${knownFacts('payment', 'f.document_source = $3 AND f.document = $4')}) p
  ORDER BY p.paid_on, p.key`;

const STOCK_SELECTED = `f.day <= $3
  AND ($4::text IS NULL OR f.partner_id = $4) AND ($5::text IS NULL OR f.product = $5)
  AND ($6::text[] IS NULL OR (f.partner_id, f.product, f.location, f.unit, f.company, f.source)
    > (($6::text[])[1], ($6::text[])[2], ($6::text[])[3], ($6::text[])[4], ($6::text[])[5], ($6::text[])[6]))`;

const STOCK_ON = `
  SELECT DISTINCT ON (s.partner_id, s.product, s.location, s.unit, s.company, s.source) s.*
  FROM (${knownFacts('stock_count', STOCK_SELECTED)}) s
  ORDER BY s.partner_id, s.product, s.location, s.unit, s.company, s.source, s.day DESC LIMIT $7`;

const ENDS = `
  SELECT row_number AS row, disposition, revision, refusals FROM received_row
  WHERE tenant_id = $1 AND document_id = $2 ORDER BY row_number`;

export function factStore(session: Session): FactStore {
  const { tenant } = session;
  return {
    ...factImport(session),
    ends: async (document) => {
      const rows = await session.query<Omit<FactEnd, 'revision'> & { revision: number | null }>(ENDS, [
        tenant,
        document,
      ]);
      return rows.map(({ revision, ...row }) => ({ ...row, ...(revision !== null && { revision }) }));
    },
    undo: (kind, entry) => undoFacts(session, kind, entry),
    paymentsOf: async (documentSource, document, batch) =>
      (await session.query<PaymentRow>(PAYMENTS_OF, [tenant, batch, documentSource, document])).map(
        toPayment,
      ),
    stockOn: async (day, batch, { partner, product, after, limit }: StockFilter) => {
      const filter = [partner ?? null, product ?? null, after ?? null, limit ?? null];
      const values = [tenant, batch, formatDate(day), ...filter];
      return (await session.query<StockRow>(STOCK_ON, values)).map(toStockCount);
    },
  };
}
