import { type Refusal, refuse } from '../refusal/refusals.ts';
import type { Disposition } from './knownLines.ts';

/** A row of a file of dated facts: what it says, under which identity, or why it is none. */
export type FactRow = { readonly row: number } & (
  | { readonly key: string; readonly content: string; readonly refusals?: readonly Refusal[] }
  | { readonly refusals: readonly Refusal[] }
);

/** What is known of an identity: its last revision. */
export type KnownFact = {
  readonly revision: number;
  readonly content: string;
  /** It was said by other bytes, later than the bytes at hand first came. */
  readonly isNewer: boolean;
};

/** Where a row ended, and the revision that it is or that replaced it. */
export type Disposed = {
  readonly row: number;
  readonly disposition: Disposition;
  readonly refusals: readonly Refusal[];
  readonly revision?: number;
};

/**
 * Where the rows of a file end, by the rules of lines: refused; two contents of one identity in one
 * file, of which neither counts; the content that is known, or a second copy; superseded, where the
 * file came before and another one has said something newer; else a new revision.
 * Refuses: line-identity-repeated.
 */
export function disposeFacts(
  rows: readonly FactRow[],
  known: ReadonlyMap<string, KnownFact>,
  identity: (row: number) => Readonly<Record<'document' | 'line', string>>,
): Disposed[] {
  const contents = new Map<string, Set<string>>();
  for (const row of rows) {
    if ('key' in row) contents.set(row.key, (contents.get(row.key) ?? new Set()).add(row.content));
  }
  const seen = new Set<string>();
  return rows.map((row) => {
    const { row: number, refusals = [] } = row;
    if (!('key' in row)) return { row: number, disposition: 'quarantined', refusals };
    const isRepeated = (contents.get(row.key)?.size ?? 0) > 1;
    const repeated = () =>
      refuse('line-identity-repeated', 'row', { row: String(number), ...identity(number) });
    const all = isRepeated ? [...refusals, repeated()] : refusals;
    if (all.length > 0) return { row: number, disposition: 'quarantined', refusals: all };
    const isCopy = seen.has(row.key);
    seen.add(row.key);
    return { row: number, refusals: [], ...placeOf(row.content, known.get(row.key), isCopy) };
  });
}

function placeOf(
  content: string,
  known: KnownFact | undefined,
  isCopy: boolean,
): { readonly disposition: Disposition; readonly revision: number } {
  if (known?.content === content) return { disposition: 'duplicate', revision: known.revision };
  if (known?.isNewer) return { disposition: 'superseded', revision: known.revision };
  return { disposition: isCopy ? 'duplicate' : 'accepted', revision: (known?.revision ?? 0) + 1 };
}
