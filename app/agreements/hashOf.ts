import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { Ports } from '../ports.ts';

/** SHA-256 of a text's UTF-8, in hex: the same text under the same name everywhere. */
export function hashOf({ sha256 }: Pick<Ports, 'sha256'>, text: string): string {
  return hex(sha256(utf8(text)));
}
