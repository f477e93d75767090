import type { LineFilter } from '../../app/ports.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { DATE_KINDS, QUANTITY_KINDS } from '../../core/fact/line.ts';
import { LINE_COLUMNS, ORIGINAL_COLUMNS } from './lineColumns.ts';
import type { Session, SqlValue } from './session.ts';

const COLUMNS = LINE_COLUMNS.map(({ name }) => `l.${name}`).join(', ');

const OWN_DAYS = DATE_KINDS.map((kind) => `l.${kind}_date`).join(', ');
const AMOUNTS = ['net_value', 'gross_value', ...QUANTITY_KINDS.map((kind) => `${kind}_quantity`)]
  .map((name) => `l.${name}`)
  .join(', ');

/** The first and the last of a line's own days, and whether it takes something back, whatever its days are. */
export const LINE_DAYS = {
  first: `least(${OWN_DAYS})`,
  last: `greatest(${OWN_DAYS})`,
  takesBack: `(l.return_document IS NOT NULL OR coalesce(least(${AMOUNTS}) < 0, false))`,
} as const;

/** Of the lines `l` those that were known at batch $2, do not take theirs back, and pass the filter. */
export const WHERE_ASKED = `
  WHERE l.tenant_id = $1 AND l.batch <= $2 AND l.withdrawn IS NULL
    AND ($3::text[] IS NULL OR l.side = ANY ($3)) AND ($4::text[] IS NULL OR l.company = ANY ($4))
    AND ($5::text[] IS NULL OR l.partner_id = ANY ($5)) AND ($6::text IS NULL OR l.document = $6)
    AND ($7::date IS NULL OR ${LINE_DAYS.takesBack}
      OR (${LINE_DAYS.first} < $8 AND ${LINE_DAYS.last} >= $7))`;

/** Whether `l` is the last revision up to batch $2. */
export const IS_LAST = `NOT EXISTS (
    SELECT FROM line n
    WHERE n.tenant_id = l.tenant_id AND n.source = l.source AND n.document = l.document
      AND n.line = l.line AND n.revision > l.revision AND n.revision > 1 AND n.batch <= $2
  )`;

const WHERE_KNOWN = `${WHERE_ASKED} AND ${IS_LAST}`;

/** At the end of `KNOWN_AT`. */
export const KNOWN_ORDER = `
  ORDER BY l.source, l.document, l.line`;

/** The known lines, without what returns take back of them. */
export const KNOWN_LINES = `FROM line l ${WHERE_KNOWN}`;

/**
 * The last revision of every identity up to batch $2, and for returns the last revision up to
 * the same batch of the line that they take back. The filter is on the revision found, not on
 * the identity: a correction may move a line to another partner. A last revision that takes the
 * line back leaves none. A line that another one corrects is among them all the same.
 */
export const KNOWN_AT = `${lineRows('line l')}
  ${WHERE_KNOWN}${KNOWN_ORDER}`;

/** The rows of `toLine` of some lines `l`. */
export function lineRows(from: string): string {
  return `
  SELECT ${COLUMNS}, l.revision, l.batch, b.known_on,
    ${ORIGINAL_COLUMNS.map(({ name, as }) => `o.${name} AS ${as}`).join(', ')}, ob.known_on AS original_known_on
  FROM ${from}
  JOIN batch b ON b.tenant_id = l.tenant_id AND b.number = l.batch
  LEFT JOIN LATERAL (
    SELECT ${ORIGINAL_COLUMNS.map(({ name }) => `r.${name}`).join(', ')}, r.withdrawn
    FROM line r
    WHERE l.return_document IS NOT NULL AND r.tenant_id = l.tenant_id AND r.source = l.source
      AND r.document = l.return_document AND r.line = l.return_line AND r.batch <= $2
    ORDER BY r.revision DESC LIMIT 1
  ) o ON o.withdrawn IS NULL
  LEFT JOIN batch ob ON ob.tenant_id = l.tenant_id AND ob.number = o.batch`;
}

/** What stands for the parameters of `KNOWN_AT`. */
export function knownAtValues(session: Session, batch: number, filter: LineFilter): readonly SqlValue[] {
  const { sides, companies, partners, document, days } = filter;
  const asked = [sides ?? null, companies ?? null, partners ?? null, document ?? null];
  const bounds = days === undefined ? [null, null] : [dayText(days.from), dayText(days.until)];
  return [session.tenant, batch, ...asked, ...bounds];
}

/** A hull of no windows has no day; PostgreSQL knows a day before and after all others. */
export function dayText(day: LocalDate): string {
  if (Number.isFinite(day)) return formatDate(day);
  return day < 0 ? '-infinity' : 'infinity';
}
