import { canonicalJson } from './canonicalJson.ts';
import { hex } from './hex.ts';
import { utf8 } from './utf8.ts';

/**
 * A name-based UUID (RFC 9562, version 8, SHA-256) of the business key of a derived row: a
 * repeated run makes the same row. `kind` keeps the keys of different tables apart.
 */
export function nameUuid(
  sha256: (bytes: Uint8Array) => Uint8Array,
  kind: string,
  key: readonly (string | number)[],
): string {
  const bytes = sha256(utf8(canonicalJson([`openrebate ${kind}`, ...key]))).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
