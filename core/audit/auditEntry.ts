import { canonicalJson } from '../text/canonicalJson.ts';
import { hex } from '../text/hex.ts';
import { utf8 } from '../text/utf8.ts';

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Who did what, as the trail keeps it. */
export type AuditEntry = {
  readonly tenant: string;
  readonly id: string;
  /** UTC, to the microsecond: "2026-01-31T10:20:30.123000Z". */
  readonly at: string;
  /** "person:0198…", "service:…", "system:calculation". */
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  /** The last batch that the deed saw or made; 0 before anything was known. */
  readonly batch: number;
  /** Canonical JSON and the salt that it is hashed with; undefined once it was erased. */
  readonly content: { readonly salt: string; readonly body: string } | undefined;
};

/** What binds an entry to its place: every hash is SHA-256 in lower-case hex. */
export type AuditLink = {
  /** From 1, without a gap. */
  readonly position: number;
  /** The id of the entry. */
  readonly entry: string;
  readonly bodySha256: string;
  readonly entrySha256: string;
  /** The hash of the link before; 64 zeros at the first. */
  readonly previous: string;
  readonly hash: string;
};

/** Where a chain ends; an empty one at position 0. */
export type ChainHead = { readonly position: number; readonly hash: string };

export const EMPTY_CHAIN: ChainHead = { position: 0, hash: '0'.repeat(64) };

/**
 * The hash that stands for the content of an entry. Salted, so that nobody finds out by trying what an
 * erased content said, and erasing it leaves the chain as it is.
 */
export function bodyHash({ salt, body }: { salt: string; body: string }, sha256: Sha256): string {
  // The body is canonical as it stands: put together, both are the canonical JSON of an object.
  return hex(sha256(utf8(`{"body":${body},"salt":${canonicalJson(salt)}}`)));
}

export function entryHash(entry: AuditEntry, bodySha256: string, sha256: Sha256): string {
  const { content: _, ...facts } = entry;
  return hex(sha256(utf8(canonicalJson({ ...facts, bodySha256 }))));
}

export function linkHash(
  { position, previous, entrySha256 }: Pick<AuditLink, 'position' | 'previous' | 'entrySha256'>,
  sha256: Sha256,
): string {
  return hex(sha256(utf8(canonicalJson({ entry: entrySha256, position, previous }))));
}

/** The link of an entry behind the end of a chain. An entry whose content is gone was never linked: a fault. */
export function linkAfter(head: ChainHead, entry: AuditEntry, sha256: Sha256): AuditLink {
  if (entry.content === undefined) throw new Error(`Fault: the content of ${entry.id} is gone`);
  const bodySha256 = bodyHash(entry.content, sha256);
  const entrySha256 = entryHash(entry, bodySha256, sha256);
  const place = { position: head.position + 1, previous: head.hash, entrySha256 };
  return { ...place, entry: entry.id, bodySha256, hash: linkHash(place, sha256) };
}
