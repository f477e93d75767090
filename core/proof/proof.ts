import type { Step } from '../explanation/explanation.ts';
import { type Line, lineKey } from '../fact/line.ts';
import { lineContent } from '../fact/lineContent.ts';
import { hex } from '../text/hex.ts';
import { utf8 } from '../text/utf8.ts';
import { merkleRoot, type Sha256 } from './merkleRoot.ts';

/** A line that a calculation saw: who it is, when it became known, and the hash of what it said. */
export type ProvenLine = {
  readonly source: string;
  readonly document: string;
  readonly line: string;
  readonly sha256: string;
  readonly batch: number;
  readonly knownOn: string | null;
};

/** An amount as it was calculated, with the lines that share it. Amounts are exact texts. */
export type ProvenEarning = {
  readonly term: string;
  readonly partner: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly exact: string;
  readonly amount: string;
  /** By source, document and line. */
  readonly shares: readonly {
    readonly source: string;
    readonly document: string;
    readonly line: string;
    readonly share: string;
  }[];
  readonly explanation: Step;
};

/**
 * All that is needed to compute an amount again without us: terms and master data in full, the
 * hashes of the lines, and each step. Written as canonical JSON, so that the same calculation gives
 * the same bytes a year later.
 */
export type Proof = {
  readonly format: 'openrebate-proof/v1';
  readonly calculation: string;
  readonly effective: string;
  readonly known: string | null;
  readonly agreement: { readonly sha256: string; readonly text: string };
  readonly master: { readonly sha256: string; readonly text: string };
  /** In order of source, document and line; the root is that of a Merkle tree over their hashes. */
  readonly lines: { readonly root: string; readonly leaves: readonly ProvenLine[] };
  readonly earnings: readonly ProvenEarning[];
};

/**
 * What a proof holds of a line: all that the document says, and nothing that only we know (the
 * cost). Source: rulings R18.
 */
export function lineHash(line: Line, sha256: Sha256): Uint8Array {
  const { unitCost: _, ...said } = line;
  return sha256(utf8(lineContent(said)));
}

/** The lines in order of their keys with their hashes, and the root over them. */
export function proveLines(
  lines: readonly Line[],
  sha256: Sha256,
  dayText: (day: number) => string,
): Proof['lines'] {
  const inOrder = lines.map((line) => ({ line, key: lineKey(line) }));
  inOrder.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const hashes = inOrder.map(({ line }) => lineHash(line, sha256));
  return {
    root: hex(merkleRoot(hashes, sha256)),
    leaves: inOrder.map(({ line }, index) => ({
      source: line.source,
      document: line.document,
      line: line.line,
      sha256: hex(hashes[index] as Uint8Array),
      batch: line.batch,
      knownOn: line.knownOn === undefined ? null : dayText(line.knownOn),
    })),
  };
}
