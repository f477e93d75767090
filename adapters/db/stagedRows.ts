import { hash } from 'node:crypto';
import type { ReceivedRow } from '../../app/ports.ts';
import { lineContent } from '../../core/fact/lineContent.ts';
import { LINE_COLUMNS } from './lineColumns.ts';
import type { Session } from './session.ts';

const STAGED = [
  ...['row_number', 'parent_row', 'texts', 'refusals', 'fields', 'aliases', 'content_sha256'],
  ...LINE_COLUMNS.map(({ name }) => name),
];

/**
 * Temporary, so that COPY is allowed; gone with the transaction. Rows of every kind have this one table, since a
 * transaction may bring in one kind after the other: what is said of a fact that is no line stands in `said`.
 */
const CREATE_STAGING = `
  CREATE TEMPORARY TABLE IF NOT EXISTS staged_row (
    row_number integer NOT NULL, parent_row integer, texts json NOT NULL, refusals jsonb NOT NULL,
    fields jsonb, aliases jsonb, content_sha256 bytea, content text, said jsonb,
    ${LINE_COLUMNS.map(({ name, type }) => `${name} ${type}${type === 'text' ? ' COLLATE "C"' : ''}`).join(', ')}
  ) ON COMMIT DROP`;

/** What the planner joins by; the texts as received would take most of the time. */
const ANALYZE_STAGING =
  'ANALYZE pg_temp.staged_row (row_number, source, document, line, company, partner_id, product)';

/** Makes the staging table where it is missing, and lets the planner know what is in it. */
export async function analyzeStaging(session: Session): Promise<void> {
  await session.query(CREATE_STAGING);
  await session.query(ANALYZE_STAGING);
}

/** The staging of lines in one transaction: what the planner knows of it is found out once, and again only after more rows. */
export function lineStaging(session: Session) {
  let [isMade, isKnown, corrects] = [false, false, false];
  return {
    stage: async (rows: readonly ReceivedRow[]): Promise<void> => {
      if (!isMade) await session.query(CREATE_STAGING);
      [isMade, isKnown] = [true, false];
      corrects ||= rows.some(({ parsed }) => 'line' in parsed && parsed.line.correctionOf !== undefined);
      await copyRows(session, STAGED, rows, columnsOf);
    },
    /** Whether a staged line corrects another one. */
    corrects: () => corrects,
    analyze: async (): Promise<void> => {
      if (!isMade) await session.query(CREATE_STAGING);
      if (!isKnown) await session.query(ANALYZE_STAGING);
      [isMade, isKnown] = [true, true];
    },
    drop: async (): Promise<void> => {
      [isMade, isKnown, corrects] = [false, false, false];
      await session.query('DROP TABLE pg_temp.staged_row');
    },
  };
}

/** Bulk-loads rows, each by the texts of some columns. */
export async function copyStaged<Row>(
  session: Session,
  columns: readonly string[],
  rows: readonly Row[],
  textsOf: (row: Row) => readonly (string | undefined)[],
): Promise<void> {
  await session.query(CREATE_STAGING);
  await copyRows(session, columns, rows, textsOf);
}

/** Columns that no row has a text in are left out: those are most. */
async function copyRows<Row>(
  session: Session,
  columns: readonly string[],
  rows: readonly Row[],
  textsOf: (row: Row) => readonly (string | undefined)[],
): Promise<void> {
  if (rows.length === 0) return;
  const texts = rows.map(textsOf);
  const used = [...columns.keys()].filter((at) => texts.some((row) => row[at] !== undefined));
  const names = used.map((at) => columns[at]).join(', ');
  const pick = (row: readonly (string | undefined)[]) => used.map((at) => row[at]);
  await session.copyIn(`COPY pg_temp.staged_row (${names}) FROM STDIN`, copyTexts(texts, pick));
}

/** Large enough to fill packets, small enough never to hold a second copy of the file. */
const ROWS_PER_CHUNK = 500;

/** Rows in the text format of COPY, some of them at once. */
export function* copyTexts<Row>(
  rows: readonly Row[],
  textsOf: (row: Row) => readonly (string | undefined)[],
): Generator<string> {
  for (let start = 0; start < rows.length; start += ROWS_PER_CHUNK) {
    let chunk = '';
    for (const row of rows.slice(start, start + ROWS_PER_CHUNK)) {
      let separator = '';
      for (const text of textsOf(row)) {
        chunk += separator + copyField(text);
        separator = '\t';
      }
      chunk += '\n';
    }
    yield chunk;
  }
}

/** A refused row has no columns of a line. */
function columnsOf({ row, repairs, texts, parsed, fields, aliases }: ReceivedRow): (string | undefined)[] {
  const line = 'line' in parsed ? parsed.line : undefined;
  return [
    String(row),
    repairs && String(repairs.row),
    JSON.stringify(texts),
    'refusals' in parsed ? jsonbText(parsed.refusals) : '[]',
    fields && jsonbText(fields),
    aliases && jsonbText(aliases),
    line && `\\x${hash('sha256', lineContent(line), 'hex')}`,
    ...LINE_COLUMNS.map(({ textOf }) => line && textOf(line)),
  ];
}

/** A text may be damaged, and jsonb can hold neither a zero character nor half a pair. */
export function jsonbText(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'string' ? member.replaceAll('\u0000', '\u2400').toWellFormed() : member,
  );
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const ESCAPED = /[\\\t\n\r]/;

/** One field in the text format of COPY. */
function copyField(text: string | undefined): string {
  if (text === undefined) return '\\N';
  if (!ESCAPED.test(text)) return text;
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] as string);
}
