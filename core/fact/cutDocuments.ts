import { type Refusal, refuse } from '../refusal/refusals.ts';
import { joinKey } from '../text/key.ts';
import type { FiledLine } from './knownLines.ts';

/**
 * Of lines that are told apart by occurrence, those whose document lacks lines that are known, and
 * why: a number cannot say which line is meant, so only a whole document can be compared with what
 * is known. It lacks lines and says nothing new: it was cut. It says something new, too: it was
 * cut, or corrected, and only its sender knows. A document that has all known lines is whole, and
 * what it has beyond them is new; one of which nothing is known is taken as it is. A file that is
 * sent again is compared with what was known when it came first.
 * Refuses: line-document-cut, line-document-differs. Shape: by the place of the row in `rows`.
 */
export function cutDocuments(rows: readonly FiledLine[]): ReadonlyMap<number, Refusal> {
  const found = new Map<number, Refusal>();
  const entries = rows.flatMap((entry, index) => (entry.isByOccurrence ? [{ ...entry, index }] : []));
  const documents = Map.groupBy(entries, ({ line }) => joinKey(line.source, line.document));
  for (const document of documents.values()) {
    for (const [index, refusal] of cutIn(document)) found.set(index, refusal);
  }
  return found;
}

type Entry = FiledLine & { readonly index: number };

function cutIn(document: readonly Entry[]): Map<number, Refusal> {
  const found = new Map<number, Refusal>();
  /** Of each line, the import that made it known. */
  const known = new Map<string, number>();
  const firsts = new Map<string, number>();
  for (const [place, entries] of importsOf(document).entries()) {
    const bytes = `${dayOf(entries[0])} ${entries[0]?.document}`;
    const first = firsts.get(bytes) ?? place;
    firsts.set(bytes, first);
    const said = new Set(entries.map(({ line }) => line.line));
    const before = new Set([...known].filter(([, since]) => since <= first).map(([name]) => name));
    const missing = [...before].filter((name) => !said.has(name)).length;
    const fresh = [...said].filter((name) => !before.has(name)).length;
    for (const { index, row, line, refusals = [] } of entries) {
      if (missing > 0) found.set(index, cut(row, line.document, missing, fresh));
      else if (refusals.length === 0 && !known.has(line.line)) known.set(line.line, place);
    }
  }
  return found;
}

/** What one file says of the document on one known day, in the order in which it became known. */
function importsOf(document: readonly Entry[]): Entry[][] {
  const ordered = document.toSorted((a, b) => dayOf(a) - dayOf(b) || a.file - b.file || a.row - b.row);
  return [...Map.groupBy(ordered, (entry) => `${dayOf(entry)} ${entry.file}`).values()];
}

/** Without a day of its own a line was known from the start. */
function dayOf(entry: Entry | undefined): number {
  return entry?.line.knownOn ?? Number.MIN_SAFE_INTEGER;
}

function cut(row: number, document: string, missing: number, fresh: number): Refusal {
  const facts = { row: String(row), document, missing: String(missing), fresh: String(fresh) };
  return refuse(fresh === 0 ? 'line-document-cut' : 'line-document-differs', 'document', facts);
}

/** Whether a row was refused because its document was cut. */
export function hasCut(refusals: readonly Refusal[]): boolean {
  return refusals.some(({ code }) => code === 'line-document-cut' || code === 'line-document-differs');
}
