import type { AdjustmentTexts } from '../earning/adjustmentTexts.ts';
import type { Figure } from '../earning/otherFigures.ts';
import type { Step } from '../explanation/explanation.ts';
import { type Line, lineKey } from '../fact/line.ts';
import { lineContent } from '../fact/lineContent.ts';
import { canonicalJson, type Json } from '../text/canonicalJson.ts';
import { hex } from '../text/hex.ts';
import { utf8 } from '../text/utf8.ts';
import { withoutInternal } from './internal.ts';
import { merkleRoot, type Sha256 } from './merkleRoot.ts';

export const PROOF_FORMAT = 'openrebate-proof/v1';

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
 * Whom a proof is for: `everything` an auditor of ours, who sees cost, too; `withoutInternal` an
 * auditor of both sides; or one partner, who sees its own lines and of all others figures alone.
 */
export type Scope = 'everything' | 'withoutInternal' | { readonly partner: string };

/** What everybody else comes to, and a commitment to the lines that it was made of. */
export type OthersProven = { readonly figures: readonly Figure[]; readonly commitment: string };

/** Terms or master data with the hash of their text. */
export type HashedText = { readonly sha256: string; readonly text: string };

/**
 * All that is needed to compute an amount again without us: terms and master data, the hashes of
 * the lines, and each step. Written as canonical JSON, so that the same calculation gives the same
 * bytes a year later.
 */
export type Proof = {
  readonly format: typeof PROOF_FORMAT;
  readonly scope: Scope;
  readonly calculation: string;
  readonly effective: string;
  readonly known: string | null;
  readonly agreement: HashedText;
  /** Null: the lines went by their own codes and attributes alone. */
  readonly master: HashedText | null;
  /** Approved amounts beside the terms, by id; left out where there are none. */
  readonly adjustments?: readonly AdjustmentTexts[];
  /** In order of source, document and line; the root is that of a Merkle tree over their hashes. */
  readonly lines: { readonly root: string; readonly leaves: readonly ProvenLine[] };
  readonly earnings: readonly ProvenEarning[];
  /** Null where all lines are proven. */
  readonly others: OthersProven | null;
  /** Over the whole proof with null in its place. */
  readonly signature: { readonly algorithm: 'Ed25519'; readonly value: string } | null;
};

/** What opens the commitment of a partner's proof for an auditor: kept by whoever made it. */
export type Opening = {
  readonly format: 'openrebate-opening/v1';
  readonly salt: string;
  readonly proof: Proof;
};

export function hashedText(value: Json, sha256: Sha256): HashedText {
  const text = canonicalJson(value);
  return { sha256: hex(sha256(utf8(text))), text };
}

/** The bytes that a signature is made of. */
export function signedBytes(proof: Proof): Uint8Array {
  return utf8(canonicalJson({ ...proof, signature: null } as unknown as Json));
}

/** What a proof holds of a line: all that the document says; for an auditor of ours what we know beside. */
export function lineHash(line: Line, scope: Scope, sha256: Sha256): Uint8Array {
  return sha256(utf8(lineContent(scope === 'everything' ? line : withoutInternal(line))));
}

/** The lines in order of their keys with their hashes, and the root over them. */
export function proveLines(
  lines: readonly Line[],
  scope: Scope,
  sha256: Sha256,
  dayText: (day: number) => string,
): Proof['lines'] {
  const inOrder = lines.map((line) => ({ line, key: lineKey(line) }));
  inOrder.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const hashes = inOrder.map(({ line }) => lineHash(line, scope, sha256));
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

/**
 * Binds the figures to the lines of the others and to the whole proof, without showing either: the
 * salt keeps anybody from trying out what they might be. Source: rulings R18.
 */
export function commitmentTo(
  figures: readonly Figure[],
  { root, salt, whole }: { readonly root: string; readonly salt: string; readonly whole: Proof },
  sha256: Sha256,
): string {
  const proof = hex(sha256(signedBytes(whole)));
  return hex(sha256(utf8(canonicalJson({ figures, root, salt, proof } as unknown as Json))));
}
