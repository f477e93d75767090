import type { LocalDate } from '../calendar/localDate.ts';
import { type Refusal, refuse } from '../refusal/refusals.ts';
import { withCorrections } from './corrections.ts';
import { cutDocuments } from './cutDocuments.ts';
import { type Line, type LineReference, lineKey } from './line.ts';
import { lineContent } from './lineContent.ts';
import { originalOf } from './originalOf.ts';

/** Where a row of a file ended (rulings R8). */
export const DISPOSITIONS = ['accepted', 'duplicate', 'superseded', 'quarantined'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/**
 * A typed row of the file with this number, counted from 0, in the order in which files are given.
 * `document` tells the bytes of the file: two files with the same one are one file, sent again.
 */
export type FiledLine = {
  readonly file: number;
  readonly document: string;
  readonly row: number;
  readonly line: Line;
  /** Its line has no number of its own: its document is compared as a whole (`cutDocuments`). */
  readonly isByOccurrence?: boolean;
  /** Why it does not count although it is a line, such as a partner that nobody knows. */
  readonly refusals?: readonly Refusal[];
};

/** The lines as known, and what became of each row in the order given. */
export type KnownLines = {
  readonly lines: readonly Line[];
  readonly dispositions: readonly Disposition[];
  readonly refusals: readonly Refusal[];
};

/**
 * The lines of files as they are known at the end of a day: of every identity the last revision,
 * each return with its original as known then. The rules are those of an import into
 * the database, where one file on one known day is one import: the content that is current is a
 * duplicate; other content is the next revision, also where it was current before; but a file
 * that is sent again is superseded where another one has said something newer since its first
 * arrival. Two contents in one import contradict each other, and neither counts, nor does a row
 * that was refused already.
 * A line that corrects another one stands in its place (`withCorrections`), as soon as that is known.
 * Refuses: line-identity-repeated, line-correction-unknown.
 */
export function knownLines(rows: readonly FiledLine[], known: LocalDate | undefined): KnownLines {
  const identities = [...byIdentity(rows)].map((identity) => arrivalsOf(withContent(identity)));
  const reasons = reasonsOf(rows, identities.flat());
  const dispositions: Disposition[] = rows.map(() => 'quarantined');
  const histories = identities.map((arrivals) => {
    const revisions: Revision[] = [];
    for (const arrival of arrivals) {
      for (const entry of arrival.entries) {
        if (!reasons.has(entry.index)) dispositions[entry.index] = take(revisions, entry, arrival);
      }
    }
    return revisions.map(({ line }, index) => asRevision(line, index + 1));
  });
  const then = new Set(grounded(histories.flat().filter((line) => isKnown(line, known))));
  const current = histories.flatMap((revisions) => revisions.findLast((line) => then.has(line)) ?? []);
  const lines = standing(withOriginals(current));
  return { lines, dispositions, refusals: rows.flatMap((_, index) => reasons.get(index) ?? []) };
}

/** Of each row that does not count, all reasons. */
function reasonsOf(
  rows: readonly FiledLine[],
  arrivals: readonly Arrival[],
): ReadonlyMap<number, readonly Refusal[]> {
  const cut = cutDocuments(rows);
  const reasons = new Map<number, readonly Refusal[]>();
  for (const { entries, isContradiction } of arrivals) {
    for (const entry of entries) {
      const own = [
        ...(entry.refusals ?? []),
        ...(isContradiction ? [contradiction(entry)] : []),
        ...[cut.get(entry.index) ?? []].flat(),
      ];
      if (own.length > 0) reasons.set(entry.index, own);
    }
  }
  const good = rows.map((row, index) => ({ ...row, index })).filter(({ index }) => !reasons.has(index));
  const known = new Set(grounded(good.map(({ line }) => line)));
  for (const { index, line, row } of good) {
    if (!known.has(line)) reasons.set(index, [unknownOriginal(row, line)]);
  }
  return reasons;
}

/** Lines that correct none, and those that correct a line of these: what a circle alone says is nobody's word. */
function grounded(lines: readonly Line[]): readonly Line[] {
  const corrections = lines.filter(({ correctionOf }) => correctionOf !== undefined);
  if (corrections.length === 0) return lines;
  const naming = Map.groupBy(corrections, originalKey);
  const found = new Set(lines.filter(({ correctionOf }) => correctionOf === undefined));
  const open = [...new Set([...found].map(lineKey))];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const line of naming.get(key) ?? []) {
      if (!found.has(line)) open.push(lineKey(line));
      found.add(line);
    }
  }
  return lines.filter((line) => found.has(line));
}

function originalKey({ source, correctionOf }: Line): string {
  return lineKey({ source, ...(correctionOf as LineReference) });
}

/** Nothing is withdrawn in files: what a line says last, it says. */
function standing(lines: readonly Line[]): Line[] {
  const correcting = lines.filter(({ correctionOf }) => correctionOf !== undefined);
  return withCorrections(
    lines,
    correcting.map((line) => ({ line, isWithdrawn: false })),
  );
}

type Indexed = FiledLine & { readonly index: number };
type Entry = Indexed & { readonly content: string };

/** The rows of one identity that one import brings. */
type Arrival = {
  /** Which import of the identity it is. */
  readonly place: number;
  /** Where the same bytes came in first: its own place, unless the file is sent again. */
  readonly first: number;
  readonly isContradiction: boolean;
  readonly entries: readonly Entry[];
};
type Revision = Entry & { readonly place: number };

/** A row that is alone with its identity is compared with nothing. */
function withContent(identity: readonly Indexed[]): Entry[] {
  const isAlone = identity.length === 1;
  return identity.map((entry) => ({ ...entry, content: isAlone ? '' : lineContent(entry.line) }));
}

function asRevision(line: Line, revision: number): Line {
  return line.revision === revision ? line : { ...line, revision };
}

function take(revisions: Revision[], entry: Entry, { place, first }: Arrival): Disposition {
  const last = revisions.at(-1);
  if (last?.content === entry.content) return 'duplicate';
  if (last !== undefined && last.place > first) return 'superseded';
  revisions.push({ ...entry, place });
  return 'accepted';
}

function isKnown(line: Line, known: LocalDate | undefined): boolean {
  return known === undefined || line.knownOn === undefined || line.knownOn <= known;
}

function byIdentity(rows: readonly FiledLine[]): Iterable<Indexed[]> {
  const indexed = rows.map((entry, index) => ({ ...entry, index }));
  return Map.groupBy(indexed, ({ line }) => lineKey(line)).values();
}

/** What became known first comes first; on one day, the files in the order given. */
function arrivalsOf(entries: readonly Entry[]): Arrival[] {
  const day = (entry: Entry) => entry.line.knownOn ?? Number.NEGATIVE_INFINITY;
  const ordered = entries.toSorted((a, b) => compareDays(day(a), day(b)) || a.file - b.file || a.row - b.row);
  const imports = [...Map.groupBy(ordered, (entry) => `${day(entry)} ${entry.file}`).values()];
  const bytes = imports.map(([first]) => `${first && day(first)} ${first?.document}`);
  return imports.map((group, place) => ({
    place,
    first: bytes.indexOf(bytes[place] as string),
    isContradiction: new Set(group.map(({ content }) => content)).size > 1,
    entries: group,
  }));
}

function unknownOriginal(row: number, { correctionOf }: Line): Refusal {
  const { document, line } = correctionOf as LineReference;
  return refuse('line-correction-unknown', 'correctionOf', { row: String(row), document, line });
}

function compareDays(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function contradiction({ row, line }: Entry): Refusal {
  return refuse('line-identity-repeated', 'line', {
    row: String(row),
    document: line.document,
    line: line.line,
  });
}

/** A return reads the line that it takes back, of the same source. */
function withOriginals(lines: readonly Line[]): Line[] {
  const known = new Map(lines.map((line) => [lineKey(line), line]));
  return lines.map((line) => {
    if (line.returnOf === undefined) return line;
    const original = known.get(lineKey({ source: line.source, ...line.returnOf }));
    return original === undefined ? line : { ...line, original: originalOf(original) };
  });
}
