import type { LineChange, LineFilter, LineSink, LineStore } from '../../app/ports.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { withCorrections } from '../../core/fact/corrections.ts';
import type { Line } from '../../core/fact/line.ts';
import { boundSql } from './boundSql.ts';
import { copyBinary } from './copyBinary.ts';
import { correctingLines } from './correctingLines.ts';
import { historicTotals } from './historicTotals.ts';
import { IS_LAST, KNOWN_AT, KNOWN_ORDER, knownAtValues, WHERE_ASKED } from './knownAt.ts';
import { LINE_COLUMNS, type LineRow, toLine } from './lineColumns.ts';
import { LineSinks } from './lineSinks.ts';
import { type DocumentKey, paidDocuments, withPaymentDays } from './paidDocuments.ts';
import type { Session } from './session.ts';

/**
 * Whether other facts say something of any line. Many tenants have none of one kind, and then no line is asked for it: a
 * join with nothing may all the same begin with all lines in memory.
 */
const SAYING = `
  SELECT EXISTS (
    SELECT FROM line WHERE tenant_id = $1 AND revision > 1 AND batch <= $2
  ) AS revisions, EXISTS (
    SELECT FROM line WHERE tenant_id = $1 AND correction_document IS NOT NULL AND batch <= $2
  ) AS corrections, EXISTS (
    SELECT FROM payment WHERE tenant_id = $1 AND batch <= $2
  ) AS payments`;

type Saying = { readonly revisions: boolean; readonly corrections: boolean; readonly payments: boolean };

const IS_CORRECTED = `EXISTS (
    SELECT FROM line c
    WHERE c.tenant_id = $1 AND c.source = l.source AND c.correction_document = l.document
      AND c.correction_line = l.line AND c.batch <= $2
  )`;

const IS_PAID = `EXISTS (
    SELECT FROM payment p
    WHERE p.tenant_id = $1 AND p.document_source = l.source AND p.document = l.document AND p.batch <= $2
  )`;

const COPIED = [
  ...LINE_COLUMNS.map(({ name }) => name).filter(
    (name) => !/^(return|correction)_(document|line)$/.test(name),
  ),
  ...['revision', 'batch'],
];

/**
 * Lines of which nothing else is said take most of the way of one that stands alone: by COPY, in bytes, into columns.
 * The others are a sale taken back, corrected or paid for: `toLine` and core put together what is said of it.
 */
function linesBy({ revisions, corrections, payments }: Saying): {
  readonly plain: string;
  readonly others: string;
} {
  const told = ['l.return_document IS NOT NULL', 'l.correction_document IS NOT NULL'];
  if (corrections) told.push(IS_CORRECTED);
  if (payments) told.push(IS_PAID);
  const columns = COPIED.map((name) => `l.${name}`).join(', ');
  const without = told.map((one) => `AND NOT (${one})`).join(' ');
  return {
    plain: `SELECT ${columns} FROM line l ${WHERE_ASKED} ${without} ${revisions ? `AND ${IS_LAST}` : ''}`,
    others: `${KNOWN_AT.slice(0, -KNOWN_ORDER.length)} AND (${told.join(' OR ')})`,
  };
}

const BATCH_DAYS = 'SELECT number, known_on FROM batch WHERE tenant_id = $1 AND number <= $2';

const OF_DOCUMENTS = `
  ${KNOWN_AT.slice(0, -KNOWN_ORDER.length)} AND (l.source, l.document) IN (SELECT * FROM unnest($9::text[], $10::text[]))`;

/**
 * The documents of which something became known after batch $2, up to $3: of their own lines or
 * payments, of lines that correct them or that they correct, and all returns of those.
 */
const CHANGED = `
  WITH RECURSIVE changed (source, document) AS (
    SELECT source, document FROM line WHERE tenant_id = $1 AND batch > $2 AND batch <= $3
    UNION
    SELECT document_source, document FROM payment WHERE tenant_id = $1 AND batch > $2 AND batch <= $3
    UNION
    SELECT c.source, linked.document
    FROM changed c CROSS JOIN LATERAL (
      SELECT l.correction_document AS document FROM line l
      WHERE l.tenant_id = $1 AND l.source = c.source AND l.document = c.document AND l.correction_document IS NOT NULL
      UNION ALL
      SELECT l.document FROM line l
      WHERE l.tenant_id = $1 AND l.source = c.source AND l.correction_document = c.document
    ) linked
  )
  SELECT source, document FROM changed
  UNION
  SELECT l.source, l.document FROM changed c
  JOIN line l ON l.tenant_id = $1 AND l.source = c.source AND l.return_document = c.document
  LIMIT $4`;

/** Totals of a cut-over stand beside documents. */
const TOTALS_CHANGED = `
  SELECT EXISTS (
    SELECT FROM cut_over_load WHERE tenant_id = $1 AND kind = 'history' AND batch > $2 AND batch <= $3
  ) AS changed`;

/** Lines for columns that are kept: all of them, and what became of them since. */
export function lineFeed(session: Session): Pick<LineStore, 'feed' | 'changedBetween'> {
  return {
    feed: (batch, filter, sink) => feed(session, batch, filter, sink),
    changedBetween: (span, filter, documentsMax) => changedBetween(session, span, filter, documentsMax),
  };
}

async function feed(session: Session, batch: number, filter: LineFilter, sink: LineSink): Promise<void> {
  const values = knownAtValues(session, batch, filter);
  const { plain, others } = linesBy(await sayingOf(session, batch));
  const sinks = new LineSinks(sink, await batchDays(session, batch));
  const copy = session.copyOut(`COPY (${boundSql(plain, values)}) TO STDOUT (FORMAT binary)`);
  await copyBinary(copy, sinks.of(COPIED), () => sinks.endRow());
  sinks.end();
  const rows = await session.query<LineRow>(others, values);
  for (const line of await told(session, batch, rows)) sink.push(line);
  for (const total of await historicTotals(session, batch, filter)) sink.push(total);
}

/** On which day each batch became known: asked once, and not of each line. */
async function batchDays(session: Session, batch: number): Promise<ReadonlyMap<number, LocalDate>> {
  const rows = await session.query<{ number: bigint; known_on: LocalDate }>(BATCH_DAYS, [
    session.tenant,
    batch,
  ]);
  return new Map(rows.map(({ number, known_on }) => [Number(number), known_on]));
}

async function sayingOf(session: Session, batch: number): Promise<Saying> {
  const [saying] = await session.query<Saying>(SAYING, [session.tenant, batch]);
  return saying ?? { revisions: true, corrections: true, payments: true };
}

/** Lines with what others say about them, as `knownAt` gives them. */
export async function told(
  session: Session,
  batch: number,
  rows: readonly LineRow[],
): Promise<readonly Line[]> {
  if (rows.length === 0) return [];
  const { corrections, payments } = await sayingOf(session, batch);
  const correcting = corrections ? await correctingLines(session, batch) : [];
  const lines = withCorrections(rows.map(toLine), correcting);
  if (!payments) return lines;
  const documents = lines.flatMap(({ source, document, original }): DocumentKey[] => [
    { source, document },
    ...(original === undefined ? [] : [{ source, document: original.document }]),
  ]);
  return withPaymentDays(lines, await paidDocuments(session, batch, correcting, documents));
}

async function changedBetween(
  session: Session,
  { after, until, knownAt }: { readonly after: number; readonly until: number; readonly knownAt: number },
  filter: LineFilter,
  documentsMax: number,
): Promise<LineChange | undefined> {
  const span = [session.tenant, after, until];
  const [totals] = await session.query<{ changed: boolean }>(TOTALS_CHANGED, span);
  if (totals?.changed === true) return undefined;
  const documents = await session.query<DocumentKey>(CHANGED, [...span, documentsMax + 1]);
  if (documents.length > documentsMax) return undefined;
  if (documents.length === 0) return { documents, lines: [] };
  const rows = await session.query<LineRow>(OF_DOCUMENTS, [
    ...knownAtValues(session, knownAt, filter),
    documents.map(({ source }) => source),
    documents.map(({ document }) => document),
  ]);
  return { documents, lines: await told(session, knownAt, rows) };
}
