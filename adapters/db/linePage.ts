import type { LinePlace, LineSearch, ListedLine } from '../../app/ports/linePage.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { QUANTITY_KINDS, type Side } from '../../core/fact/line.ts';
import { formatDecimal, trimDecimal } from '../../core/number/decimal.ts';
import { decimalOf } from './decimalOf.ts';
import type { Session } from './session.ts';

/** The day that people mean by the day of a line. */
export const DAY = `coalesce(l.invoice_date, l.receipt_date, l.delivery_date, l.service_date, l.posting_date, l.order_date,
  l.submission_date, l.payment_date)`;
const QUANTITY = `coalesce(${QUANTITY_KINDS.map((kind) => `l.${kind}_quantity`).join(', ')})`;

/** What a thing is called on day $12: by the version in force, else by its first one. */
const nameOf = (kind: 'partner' | 'product', code: string) => `coalesce((
  SELECT m.name FROM master_version m
  WHERE m.tenant_id = $1 AND m.kind = '${kind}' AND m.code = ${code}
  ORDER BY m.valid_from <= $12 DESC, CASE WHEN m.valid_from <= $12 THEN m.valid_from END DESC, m.valid_from, m.batch DESC
  LIMIT 1), ${code})`;

/** Only last words that do not take their line back; the names are looked up of the rows of the page alone. */
const PAGE = `
  SELECT l.*, ${nameOf('partner', 'l.partner')} AS partner_name, ${nameOf('product', 'l.product')} AS product_name
  FROM (
    SELECT l.tenant_id, l.source, l.document, l.line, l.revision, l.batch, l.side, l.company, l.partner_id AS partner,
      l.product, ${DAY} AS day, ${QUANTITY} AS quantity, l.unit, l.net_value, l.currency, l.return_document, l.document_id
    FROM line l
    WHERE l.tenant_id = $1 AND l.withdrawn IS NULL
      AND ($2::text IS NULL OR l.partner_id = $2) AND ($3::text IS NULL OR l.product = $3)
      AND ($4::text IS NULL OR l.company = $4) AND ($5::text IS NULL OR l.side = $5)
      AND ($6::text IS NULL OR l.document = $6)
      AND ($7::uuid IS NULL OR l.document_id = $7
        AND l.batch = (SELECT d.batch FROM source_document d WHERE d.tenant_id = $1 AND d.id = $7))
      AND ($8::date IS NULL OR ${DAY} >= $8) AND ($9::date IS NULL OR ${DAY} <= $9)
      AND ($10::bigint IS NULL OR l.batch <= $10)
      AND ($10::bigint IS NULL OR l.batch < $10
        OR (l.source, l.document, l.line) > (($11::text[])[1], ($11::text[])[2], ($11::text[])[3]))
      AND NOT EXISTS (
        SELECT FROM line n
        WHERE n.tenant_id = l.tenant_id AND n.source = l.source AND n.document = l.document
          AND n.line = l.line AND n.revision > l.revision AND n.revision > 1
      )
    ORDER BY l.batch DESC, l.source, l.document, l.line LIMIT $13
  ) l
  ORDER BY l.batch DESC, l.source, l.document, l.line`;

type PageRow = {
  readonly source: string;
  readonly document: string;
  readonly line: string;
  readonly revision: number;
  readonly batch: bigint;
  readonly side: Side;
  readonly company: string;
  readonly partner: string;
  readonly partner_name: string;
  readonly product: string;
  readonly product_name: string;
  readonly day: LocalDate | null;
  readonly quantity: string | null;
  readonly unit: string;
  readonly net_value: string | null;
  readonly currency: string;
  readonly return_document: string | null;
  readonly document_id: string;
};

type Asked = { readonly limit: number; readonly effective: LocalDate; readonly after?: LinePlace };

/** A page of the lines that fit, those of the last batch first. */
export async function linePage(
  session: Session,
  { partner, product, company, side, document, import: id, from, until }: LineSearch,
  { limit, effective, after }: Asked,
): Promise<readonly ListedLine[]> {
  const day = (given: LocalDate | undefined) => (given === undefined ? null : formatDate(given));
  const rows = await session.query<PageRow>(PAGE, [
    ...[session.tenant, partner ?? null, product ?? null, company ?? null, side ?? null],
    ...[document ?? null, id ?? null, day(from), day(until)],
    ...[after?.batch ?? null, after ? [after.source, after.document, after.line] : null],
    ...[formatDate(effective), limit],
  ]);
  return rows.map(toListed);
}

function toListed(row: PageRow): ListedLine {
  const { source, document, line, revision, batch, side, company, partner, product, unit, currency } = row;
  return {
    ...{ source, document, line, revision, batch: Number(batch), side, company, unit, currency },
    ...{ partner, partnerName: row.partner_name, product, productName: row.product_name },
    day: row.day ?? undefined,
    quantity: plain(row.quantity),
    netValue: plain(row.net_value),
    isReturn: row.return_document !== null,
    import: row.document_id,
  };
}

/** Without the zeros that the scale of the column may add. */
function plain(numeric: string | null): string | undefined {
  return numeric === null ? undefined : formatDecimal(trimDecimal(decimalOf(numeric)));
}
