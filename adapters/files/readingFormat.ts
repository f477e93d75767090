import { type Decoder, list, object, oneOf, optional, wholeNumber } from '../../core/agreement/decoder.ts';
import { DELIMITERS, type Delimiter, QUOTES, type Quote } from '../../core/reading/decideDialect.ts';
import { DATE_FORMATS, type DateFormat } from '../../core/reading/readDate.ts';
import { NUMBER_FORMATS, type NumberFormat } from '../../core/reading/readNumber.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { recordOf } from './recordFormat.ts';
import { text } from './valueFormat.ts';

/** Every encoding that a file may be said to have; the first five are found out without being said. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How one column is written: its numbers, with the sign that each of them bears, or its days. */
export type ColumnReading = {
  readonly number?: NumberFormat;
  readonly affix?: string;
  readonly date?: DateFormat;
};

/**
 * How a file is written. What is said holds; what is not said is found out, and refused where it
 * could be read in two ways.
 */
export type TableReading = {
  readonly format?: 'csv' | 'xlsx' | 'json';
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly quote?: Quote;
  readonly headerRow?: number;
  readonly sheet?: string;
  readonly path?: string;
  /** Texts that stand for an empty cell, such as "NULL". */
  readonly empty?: readonly string[];
  readonly columns?: Readonly<Record<string, ColumnReading>>;
};

const column: Decoder<ColumnReading> = object({
  number: optional(oneOf(...NUMBER_FORMATS)),
  affix: optional(text),
  date: optional(oneOf(...DATE_FORMATS)),
});

/** The part of the description of a source that says how its files are written. */
export const readingFormat: Decoder<TableReading> = object({
  format: optional(oneOf('csv', 'xlsx', 'json')),
  encoding: optional(oneOf(...ENCODINGS)),
  delimiter: optional(oneOf(...DELIMITERS)),
  quote: optional(oneOf(...QUOTES)),
  headerRow: optional(wholeNumber(1, 1000)),
  sheet: optional(text),
  path: optional(anyText()),
  empty: optional(list(text, 1)),
  columns: optional(recordOf(column)),
});

/** What is said of a file outside of a description. Refuses: source-invalid. */
export function decodeReading(json: unknown): Result<TableReading> {
  const problems: Refusal[] = [];
  const reading = readingFormat.decode(json, '', problems);
  if (reading !== undefined) return accept(reading);
  return refused(
    ...problems.map(({ code, at, facts }) => refuse('source-invalid', at, { ...facts, reason: code })),
  );
}

/** The rows of a JSON file may stand at its top, which is the empty path. */
function anyText(): Decoder<string> {
  return {
    schema: { type: 'string' },
    decode: (value, at, refusals) => (value === '' ? '' : text.decode(value, at, refusals)),
  };
}
