export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];
export const QUOTES = ['"', "'", 'none'] as const;
export type Quote = (typeof QUOTES)[number];

/** How a delimited file is cut into rows and fields. */
export type Dialect = {
  readonly delimiter: Delimiter;
  readonly quote: Quote;
  /** The line of the header, counted in rows from 1; what stands above it is no data. */
  readonly headerRow: number;
};

/** What is said already, so that only the rest is decided. */
export type SaidDialect = {
  readonly delimiter?: Delimiter;
  readonly quote?: Quote;
  readonly headerRow?: number;
};

export type DialectVerdict =
  | { readonly is: 'certain'; readonly dialect: Dialect }
  | { readonly is: 'ambiguous'; readonly columns: readonly { delimiter: Delimiter; header: string[] }[] }
  /** Rows do not agree on a header: there is none that could be read. */
  | { readonly is: 'noHeader' };

/** Looked at from the beginning of a file; more says nothing more about how it is cut. */
const RECORDS = 300;
const AGREEING = 90;

/**
 * Delimiter, quote and header row from the beginning of a file. A delimiter is one if header and
 * rows have the same number of fields by it, two or more; if two are, somebody has to say which.
 * A first line `sep=;` says it. Lines above the header with fewer fields are titles.
 * Shape: `sample` ends with a whole row.
 */
export function decideDialect(sample: string, said: SaidDialect = {}): DialectVerdict {
  const [line = '', declared] = /^sep=(.)(?:\r\n?|\n)/.exec(sample) ?? [];
  if (line === '' || said.headerRow !== undefined) return decided(sample, said, undefined);
  const below = decided(sample.slice(line.length), said, declared);
  if (below.is !== 'certain') return below;
  return { is: 'certain', dialect: { ...below.dialect, headerRow: below.dialect.headerRow + 1 } };
}

function decided(sample: string, said: SaidDialect, declared: string | undefined): DialectVerdict {
  const delimiters = said.delimiter
    ? [said.delimiter]
    : DELIMITERS.filter((one) => !declared || one === declared);
  const quote = said.quote ?? quoteOf(sample, delimiters);
  const cuts = delimiters.map((delimiter) => ({
    delimiter,
    records: cutRecords(sample, delimiter, quote, RECORDS),
  }));
  const found = cuts.flatMap(({ delimiter, records }) => {
    const headerRow = said.headerRow ?? headerRowOf(records);
    const header = headerRow === undefined ? undefined : records[headerRow - 1];
    if (headerRow === undefined || header === undefined) return [];
    const rows = records.slice(headerRow);
    const isAgreed =
      rows.filter(({ length }) => length === header.length).length * 100 >= rows.length * AGREEING;
    return isAgreed ? [{ delimiter, headerRow, header }] : [];
  });
  const several = chosen(found.filter(({ header }) => header.length > 1));
  if (several.length > 1) return { is: 'ambiguous', columns: several };
  const best = several[0] ?? found[0] ?? firstLine(cuts, said);
  if (best === undefined) return { is: 'noHeader' };
  return { is: 'certain', dialect: { delimiter: best.delimiter, quote, headerRow: best.headerRow } };
}

type Found = { readonly delimiter: Delimiter; readonly headerRow: number; readonly header: string[] };

/**
 * Of several delimiters the one that finds the most columns already in the highest row: a decimal
 * comma splits rows, not headers. Where one finds more and another one stands higher, both are left.
 */
function chosen(found: readonly Found[]): readonly Found[] {
  const most = Math.max(...found.map(({ header }) => header.length));
  const highest = Math.min(...found.map(({ headerRow }) => headerRow));
  const best = found.filter(({ header, headerRow }) => header.length === most || headerRow === highest);
  const clear = best.filter(({ header, headerRow }) => header.length === most && headerRow === highest);
  if (clear.length !== 1) return best;
  return best.every((one) => one === clear[0] || one.headerRow > highest) ? clear : best;
}

/** A file whose rows do not agree still has a first line; its rows are refused one by one. */
function firstLine(
  cuts: readonly { readonly delimiter: Delimiter; readonly records: string[][] }[],
  { headerRow = 1 }: SaidDialect,
): { delimiter: Delimiter; headerRow: number } | undefined {
  const [only, second] = cuts.filter(({ records }) => (records[headerRow - 1]?.length ?? 0) > 1);
  return only !== undefined && second === undefined ? { delimiter: only.delimiter, headerRow } : undefined;
}

/** A quote that never opens a field is a sign like any other, such as that of an inch. */
function quoteOf(sample: string, delimiters: readonly Delimiter[]): Quote {
  if (!sample.includes('"')) return '"';
  const opens = delimiters.some(
    (delimiter) => sample.includes(`${delimiter}"`) || sample.includes(`${delimiter} "`),
  );
  return opens || /(?:^|[\r\n])"/.test(sample) ? '"' : 'none';
}

/** The first row that is as wide as most rows below it and names each of its columns. */
function headerRowOf(records: readonly string[][]): number | undefined {
  const width = commonWidth(records);
  const index = records.findIndex((record) => record.length === width && record.some((text) => text !== ''));
  return index < 0 ? undefined : index + 1;
}

function commonWidth(records: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const record of records) {
    const isBlank = record.length === 1 && record[0] === '';
    if (!isBlank) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  }
  const [width = 0] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0]);
  return width;
}

/** Cuts text into rows of fields, without complaining: what is broken is said when the file is read. */
function cutRecords(text: string, delimiter: string, quote: Quote, most: number): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let isQuoted = false;
  const endField = () => {
    record.push(field);
    field = '';
  };
  const endRecord = () => {
    endField();
    records.push(record);
    record = [];
  };
  for (let at = 0; at < text.length && records.length < most; at += 1) {
    const character = text[at] as string;
    if (isQuoted) {
      // A quote that is never closed takes in all that is left, at once.
      const end = text.indexOf(quote, at);
      field += text.slice(at, end < 0 ? text.length : end);
      isQuoted = end >= 0 && text[end + 1] === quote;
      if (isQuoted) field += quote;
      at = end < 0 ? text.length : isQuoted ? end + 1 : end;
    } else if (character === quote && field === '') isQuoted = true;
    else if (character === delimiter) endField();
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at += 1;
      endRecord();
    } else field += character;
  }
  if (records.length < most && (field !== '' || record.length > 0)) endRecord();
  return records;
}
