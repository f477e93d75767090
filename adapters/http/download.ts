import type { Readable } from 'node:stream';

/** A file that goes out piece by piece, so that its size costs no memory. */
export type Download = {
  readonly content: Readable;
  readonly mediaType: string;
  readonly name: string;
};

/** As RFC 6266 has it: a plain name for all, and the real one for those who can read it. */
export function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
