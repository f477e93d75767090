import { canonicalJson } from '../text/canonicalJson.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { hex } from '../text/hex.ts';
import { utf8 } from '../text/utf8.ts';

/**
 * Tells headers of the same columns, in whatever order and however they are spaced and written in
 * upper and lower case.
 */
export function headerFingerprint(
  columns: readonly string[],
  sha256: (bytes: Uint8Array) => Uint8Array,
): string {
  const names = columns.map((name) => name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' '));
  return hex(sha256(utf8(canonicalJson(names.sort(compareTexts)))));
}
