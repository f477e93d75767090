import type { LineChange, LineFilter, LineSink, LineStore } from '../../app/ports.ts';
import { withCorrections } from '../../core/fact/corrections.ts';
import type { Line } from '../../core/fact/line.ts';
import { boundSql } from './boundSql.ts';
import { copyBinary } from './copyBinary.ts';
import { correctingLines } from './correctingLines.ts';
import { historicTotals } from './historicTotals.ts';
import { KNOWN_AT, KNOWN_LINES_JOINED, KNOWN_ORDER, knownAtValues } from './knownAt.ts';
import { LINE_COLUMNS, type LineRow, toLine } from './lineColumns.ts';
import { LineSinks } from './lineSinks.ts';
import { type DocumentKey, paidDocuments, withPaymentDays } from './paidDocuments.ts';
import type { Session } from './session.ts';

/** What other facts say something about: a sale taken back, corrected or paid for. `toLine` and core put them together. */
const IS_PLAIN = `
  l.return_document IS NULL AND l.correction_document IS NULL
  AND NOT EXISTS (
    SELECT FROM line c
    WHERE c.tenant_id = $1 AND c.source = l.source AND c.correction_document = l.document
      AND c.correction_line = l.line AND c.batch <= $2
  )
  AND NOT EXISTS (
    SELECT FROM payment p
    WHERE p.tenant_id = $1 AND p.document_source = l.source AND p.document = l.document AND p.batch <= $2
  )`;

const COPIED = LINE_COLUMNS.map(({ name }) => name).filter(
  (name) => !/^(return|correction)_(document|line)$/.test(name),
);
const OWN = ['revision', 'batch'];

/** Some lines take most of the way of one that stands alone: by COPY, in bytes, into columns. */
const PLAIN = `
  SELECT ${[...COPIED, ...OWN].map((name) => `l.${name}`).join(', ')}, b.known_on
  ${KNOWN_LINES_JOINED} AND ${IS_PLAIN}`;

const OTHERS = `${KNOWN_AT.slice(0, -KNOWN_ORDER.length)} AND NOT (${IS_PLAIN})`;

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
  const sinks = new LineSinks(sink);
  const copy = session.copyOut(`COPY (${boundSql(PLAIN, values)}) TO STDOUT (FORMAT binary)`);
  await copyBinary(copy, sinks.of([...COPIED, ...OWN, 'known_on']), () => sinks.endRow());
  const others = await session.query<LineRow>(OTHERS, values);
  for (const line of await told(session, batch, others)) sink.push(line);
  for (const total of await historicTotals(session, batch, filter)) sink.push(total);
}

/** Lines with what others say about them, as `knownAt` gives them. */
export async function told(
  session: Session,
  batch: number,
  rows: readonly LineRow[],
): Promise<readonly Line[]> {
  if (rows.length === 0) return [];
  const correcting = await correctingLines(session, batch);
  const lines = withCorrections(rows.map(toLine), correcting);
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
