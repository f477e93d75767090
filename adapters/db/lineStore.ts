import type { LineStore } from '../../app/ports.ts';
import { withCorrections } from '../../core/fact/corrections.ts';
import type { Line } from '../../core/fact/line.ts';
import { correctingLines } from './correctingLines.ts';
import { historicTotals } from './historicTotals.ts';
import { LINE_COLUMNS, type LineRow, ORIGINAL_COLUMNS, toLine } from './lineColumns.ts';
import { type DocumentKey, paidDocuments, withPaymentDays } from './paidDocuments.ts';
import type { Session } from './session.ts';

const COLUMNS = LINE_COLUMNS.map(({ name }) => `l.${name}`).join(', ');

/**
 * The last revision of every identity up to batch $2, and for returns the last revision up to
 * the same batch of the line that they take back. The filter is on the revision found, not on
 * the identity: a correction may move a line to another partner. A last revision that takes the
 * line back leaves none. A line that another one corrects is among them all the same.
 */
export const KNOWN_AT = `
  SELECT ${COLUMNS}, l.revision, l.batch, b.known_on,
    ${ORIGINAL_COLUMNS.map(({ name, as }) => `o.${name} AS ${as}`).join(', ')}, ob.known_on AS original_known_on
  FROM line l
  JOIN batch b ON b.tenant_id = l.tenant_id AND b.number = l.batch
  LEFT JOIN LATERAL (
    SELECT ${ORIGINAL_COLUMNS.map(({ name }) => `r.${name}`).join(', ')}, r.withdrawn
    FROM line r
    WHERE l.return_document IS NOT NULL AND r.tenant_id = l.tenant_id AND r.source = l.source
      AND r.document = l.return_document AND r.line = l.return_line AND r.batch <= $2
    ORDER BY r.revision DESC LIMIT 1
  ) o ON o.withdrawn IS NULL
  LEFT JOIN batch ob ON ob.tenant_id = l.tenant_id AND ob.number = o.batch
  WHERE l.tenant_id = $1 AND l.batch <= $2 AND l.withdrawn IS NULL
    AND ($3::text IS NULL OR l.side = $3) AND ($4::text IS NULL OR l.company = $4)
    AND ($5::text IS NULL OR l.partner_id = $5) AND ($6::text IS NULL OR l.document = $6)
    AND NOT EXISTS (
      SELECT FROM line n
      WHERE n.tenant_id = l.tenant_id AND n.source = l.source AND n.document = l.document
        AND n.line = l.line AND n.revision > l.revision AND n.revision > 1 AND n.batch <= $2
    )
  ORDER BY l.source, l.document, l.line`;

export function lineStore(session: Session): LineStore {
  return {
    knownAt: async (batch, asked) => {
      const { side, company, partner, document } = asked;
      const filter = [side ?? null, company ?? null, partner ?? null, document ?? null];
      const rows = await session.query<LineRow>(KNOWN_AT, [session.tenant, batch, ...filter]);
      const correcting = await correctingLines(session, batch);
      const lines = withCorrections(rows.map(toLine), correcting);
      const isAll = partner === undefined && document === undefined;
      const days = await paidDocuments(session, batch, correcting, isAll ? undefined : documentsOf(lines));
      const totals = await historicTotals(session, batch, asked);
      return [...withPaymentDays(lines, days), ...totals];
    },
  };
}

/** The documents whose day of payment is asked for: those of lines, and of what returns take back. */
function documentsOf(lines: readonly Line[]): readonly DocumentKey[] {
  return lines.flatMap(({ source, document, original }) => [
    { source, document },
    ...(original === undefined ? [] : [{ source, document: original.document }]),
  ]);
}
