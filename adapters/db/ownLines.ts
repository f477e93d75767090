import type { OwnLine, OwnLineFilter } from '../../app/ports.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { DATE_KINDS, QUANTITY_KINDS } from '../../core/fact/line.ts';
import type { Session } from './session.ts';

/** A line that names no day has the one on which it became known. */
const DAY = `coalesce(l.invoice_date, ${DATE_KINDS.map((kind) => `l.${kind}_date`).join(', ')},
  (SELECT b.known_on FROM batch b WHERE b.tenant_id = l.tenant_id AND b.number = l.batch))`;
const QUANTITY = `coalesce(l.invoiced_quantity, ${QUANTITY_KINDS.map((kind) => `l.${kind}_quantity`).join(', ')})`;

/**
 * Lines that are the last of their identity, of the partners that the transaction names and of those that are asked for;
 * the latest first. A revision that went to another partner takes the line from the first one, which is why this is not
 * asked in the role of the portal: it would not see that.
 */
const OWN = `
  SELECT * FROM (
    SELECT l.source, l.document, l.line, l.side, l.partner_id AS partner, l.product, ${DAY} AS day, ${QUANTITY}::text AS quantity,
      l.unit, coalesce(l.net_value, l.gross_value)::text AS value, l.currency, coalesce(l.line_kind, 'goods') AS kind,
      l.return_document, coalesce((
        SELECT m.name FROM master_version m
        WHERE m.tenant_id = l.tenant_id AND m.kind = 'product' AND m.code = l.product
        ORDER BY m.valid_from DESC, m.batch DESC LIMIT 1
      ), l.product) AS product_name
    FROM line l
    WHERE l.tenant_id = $1 AND l.withdrawn IS NULL
      AND (nullif(current_setting('app.partners', true), '') IS NULL
        OR l.partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[]))
      AND ($2::text IS NULL OR l.partner_id = $2)
      AND ($3::text IS NULL OR l.product = $3) AND ($4::text IS NULL OR l.document = $4)
      AND NOT EXISTS (
        SELECT FROM line n
        WHERE n.tenant_id = l.tenant_id AND n.source = l.source AND n.document = l.document
          AND n.line = l.line AND n.revision > l.revision AND n.revision > 1
      )
  ) own
  WHERE ($5::date IS NULL OR day >= $5) AND ($6::date IS NULL OR day <= $6)
    AND ($7::date IS NULL OR day < $7 OR day = $7 AND (source, document, line) > ($8::text, $9::text, $10::text))
  ORDER BY day DESC, source, document, line LIMIT $11`;

type Row = Omit<OwnLine, 'productName' | 'returnOf'> & {
  readonly product_name: string;
  readonly return_document: string | null;
};

export async function ownLines(session: Session, filter: OwnLineFilter): Promise<readonly OwnLine[]> {
  const { partner, product, document, from, until, after, limit } = filter;
  const date = (day: LocalDate | undefined) => (day === undefined ? null : formatDate(day));
  const rows = await session.query<Row>(OWN, [
    ...[session.tenant, partner ?? null, product ?? null, document ?? null, date(from), date(until)],
    ...[date(after?.day), after?.source ?? null, after?.document ?? null, after?.line ?? null, limit],
  ]);
  return rows.map(({ product_name: productName, return_document: returnOf, ...row }) => ({
    ...row,
    productName,
    ...(returnOf !== null && { returnOf }),
  }));
}
