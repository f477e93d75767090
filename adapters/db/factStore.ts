import type { FactFile, FactKind, FactStore, ReceivedFact, StockFilter } from '../../app/ports/factStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Disposed } from '../../core/fact/disposeFacts.ts';
import type { Payment } from '../../core/fact/payment.ts';
import type { StockCount } from '../../core/fact/stockCount.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import { decimalOf } from './decimalOf.ts';
import type { Session } from './session.ts';

const TABLES: Readonly<Record<FactKind, string>> = { payments: 'payment', stock: 'stock_count' };

/** How many rows one statement takes. */
const AT_ONCE = 2000;

/** $3 is the batch in which the bytes at hand came first, $4 the bytes; nothing is newer than bytes that never came. */
const lastOf = (table: string) => `
  SELECT DISTINCT ON (f.key) f.key, f.revision, f.content,
    coalesce(f.batch > $3 AND d.sha256 <> $4, false) AS is_newer
  FROM ${table} f JOIN fact_file d ON d.tenant_id = f.tenant_id AND d.id = f.file_id
  WHERE f.tenant_id = $1 AND f.key = ANY ($2)
  ORDER BY f.key, f.revision DESC`;

const INSERT_ROWS = `
  INSERT INTO fact_row (tenant_id, file_id, row_number, texts, disposition, refusals, key, revision)
  SELECT $1, $2, r.row_number, r.texts, r.disposition, r.refusals, r.key, r.revision
  FROM json_to_recordset($3::json) AS r
    (row_number int, texts json, disposition text, refusals jsonb, key text, revision int)`;

const FACT_COLUMNS: Readonly<Record<FactKind, string>> = {
  payments:
    'source text, payment text, paid_on date, document_source text, document text, amount numeric, discount numeric, document_total numeric, currency text',
  stock:
    'partner_id text, source text, company text, location text, product text, day date, quantity numeric, unit text',
};
const COMMON = 'key text, revision int, content text, row_number int';

const names = (columns: string) => columns.replaceAll(/ (text|date|numeric|int)/g, '');
const insertFacts = (kind: FactKind) => `
  INSERT INTO ${TABLES[kind]} (tenant_id, batch, file_id, ${names(COMMON)}, ${names(FACT_COLUMNS[kind])})
  SELECT $1, $2, $3, ${names(COMMON)}, ${names(FACT_COLUMNS[kind])}
  FROM json_to_recordset($4::json) AS r (${COMMON}, ${FACT_COLUMNS[kind]})`;

/** Of every identity the last revision up to a batch. */
const known = (table: string, where: string) => `
  SELECT DISTINCT ON (f.key) f.* FROM ${table} f
  WHERE f.tenant_id = $1 AND f.batch <= $2 AND ${where}
  ORDER BY f.key, f.revision DESC`;

/** The document is part of the identity of a payment: no correction moves it to another one. */
const PAYMENTS_OF = `
  SELECT p.* FROM (${known('payment', 'f.document_source = $3 AND f.document = $4')}) p
  ORDER BY p.paid_on, p.key`;

const STOCK_SELECTED = `f.day <= $3
  AND ($4::text IS NULL OR f.partner_id = $4) AND ($5::text IS NULL OR f.product = $5)
  AND ($6::text[] IS NULL OR (f.partner_id, f.product, f.location, f.unit, f.company, f.source)
    > (($6::text[])[1], ($6::text[])[2], ($6::text[])[3], ($6::text[])[4], ($6::text[])[5], ($6::text[])[6]))`;

const STOCK_ON = `
  SELECT DISTINCT ON (s.partner_id, s.product, s.location, s.unit, s.company, s.source) s.*
  FROM (${known('stock_count', STOCK_SELECTED)}) s
  ORDER BY s.partner_id, s.product, s.location, s.unit, s.company, s.source, s.day DESC LIMIT $7`;

const QUARANTINED = `
  SELECT r.row_number, r.texts, r.refusals, d.name FROM fact_row r
  JOIN fact_file d ON d.tenant_id = r.tenant_id AND d.id = r.file_id
  WHERE r.tenant_id = $1 AND d.kind = $2 AND r.disposition = 'quarantined'
  ORDER BY d.batch DESC, r.row_number LIMIT $3`;

export function factStore(session: Session): FactStore {
  const { tenant } = session;
  return {
    lastOf: async (kind, keys, sha256) => {
      const [first] = await session.query<{ batch: bigint | null }>(
        'SELECT min(batch) AS batch FROM fact_file WHERE tenant_id = $1 AND kind = $2 AND sha256 = $3',
        [tenant, kind, sha256],
      );
      const rows = await session.query<LastRow>(lastOf(TABLES[kind]), [
        tenant,
        [...new Set(keys)],
        first?.batch ?? null,
        sha256,
      ]);
      return new Map(
        rows.map(({ key, revision, content, is_newer: isNewer }) => [key, { revision, content, isNewer }]),
      );
    },
    record: (kind, file, batch, rows, disposed) => record(session, kind, file, batch, rows, disposed),
    paymentsOf: async (documentSource, document, batch) =>
      (await session.query<PaymentRow>(PAYMENTS_OF, [tenant, batch, documentSource, document])).map(
        toPayment,
      ),
    stockOn: async (day, batch, { partner, product, after, limit }: StockFilter) => {
      const filter = [partner ?? null, product ?? null, after ?? null, limit ?? null];
      const values = [tenant, batch, formatDate(day), ...filter];
      return (await session.query<StockRow>(STOCK_ON, values)).map(toStockCount);
    },
    quarantined: async (kind, limit) => {
      const rows = await session.query<QuarantinedRow>(QUARANTINED, [tenant, kind, limit]);
      return rows.map(({ row_number: row, texts, refusals, name: file }) => ({ row, texts, refusals, file }));
    },
  };
}

async function record<F>(
  session: Session,
  kind: FactKind,
  { id, name, sha256, bytes, columns }: FactFile,
  batch: number,
  rows: readonly ReceivedFact<F>[],
  disposed: readonly Disposed[],
): Promise<void> {
  const { tenant } = session;
  await session.query(
    `INSERT INTO fact_file (tenant_id, id, kind, name, sha256, bytes, columns, batch)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tenant, id, kind, name, sha256, bytes, JSON.stringify(columns), batch],
  );
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE).map((row, index) => ({
      row,
      end: disposed[from + index] as Disposed,
    }));
    const received = part.map(({ row, end }) => ({
      row_number: row.row,
      texts: row.texts,
      disposition: end.disposition,
      refusals: end.refusals,
      key: row.fact?.key,
      revision: end.revision,
    }));
    await session.query(INSERT_ROWS, [tenant, id, JSON.stringify(received)]);
    const facts = part.flatMap(({ row: { row, fact }, end: { disposition, revision } }) =>
      fact === undefined || disposition !== 'accepted'
        ? []
        : [
            {
              key: fact.key,
              content: fact.content,
              revision,
              row_number: row,
              ...columnsOf(kind, fact.value),
            },
          ],
    );
    await session.query(insertFacts(kind), [tenant, batch, id, JSON.stringify(facts)]);
  }
}

function columnsOf(kind: FactKind, value: unknown): Record<string, string | undefined> {
  const optional = (decimal: Decimal | undefined) => decimal && formatDecimal(decimal);
  if (kind === 'payments') {
    const payment = value as Payment;
    return {
      source: payment.source,
      payment: payment.payment,
      paid_on: formatDate(payment.paidOn),
      document_source: payment.documentSource,
      document: payment.document,
      amount: formatDecimal(payment.amount),
      discount: optional(payment.discount),
      document_total: optional(payment.documentTotal),
      currency: payment.currency,
    };
  }
  const { partner = '', location = '', day, quantity, ...said } = value as StockCount;
  const { source, company, product, unit } = said;
  return {
    partner_id: partner,
    location,
    day: formatDate(day),
    quantity: formatDecimal(quantity),
    source,
    company,
    product,
    unit,
  };
}

type LastRow = {
  readonly key: string;
  readonly revision: number;
  readonly content: string;
  readonly is_newer: boolean;
};

type QuarantinedRow = {
  readonly row_number: number;
  readonly texts: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly name: string;
};

type PaymentRow = {
  readonly source: string;
  readonly payment: string;
  readonly paid_on: LocalDate;
  readonly document_source: string;
  readonly document: string;
  readonly amount: string;
  readonly discount: string | null;
  readonly document_total: string | null;
  readonly currency: string;
};

function toPayment(row: PaymentRow): Payment {
  return {
    source: row.source,
    payment: row.payment,
    paidOn: row.paid_on,
    documentSource: row.document_source,
    document: row.document,
    amount: decimalOf(row.amount),
    ...(row.discount !== null && { discount: decimalOf(row.discount) }),
    ...(row.document_total !== null && { documentTotal: decimalOf(row.document_total) }),
    currency: row.currency,
  };
}

type StockRow = {
  readonly partner_id: string;
  readonly source: string;
  readonly company: string;
  readonly location: string;
  readonly product: string;
  readonly day: LocalDate;
  readonly quantity: string;
  readonly unit: string;
};

function toStockCount({ partner_id: partner, location, quantity, ...row }: StockRow): StockCount {
  const { source, company, product, day, unit } = row;
  return {
    source,
    company,
    ...(partner !== '' && { partner }),
    ...(location !== '' && { location }),
    product,
    day,
    quantity: decimalOf(quantity),
    unit,
  };
}
