import { createHash } from 'node:crypto';

/** AES-256. */
export const KEY_BYTES = 32;

export type RingKey = {
  /** Names the key wherever it was used; nobody gets from it to the key. */
  readonly fingerprint: string;
  readonly bytes: Uint8Array;
  readonly createdAt?: string;
};

export function fingerprintOf(key: Uint8Array): string {
  return createHash('sha256').update('openrebate key\0').update(key).digest('hex').slice(0, 16);
}

/** The keys of a variable: base64 of 32 bytes each, with commas between them; undefined where one is not. */
export function parseKeys(text: string): readonly RingKey[] | undefined {
  const keys = text.split(',').map((part) => Buffer.from(part.trim(), 'base64'));
  const isWhole = text.split(',').every((part) => /^[A-Za-z0-9+/]{43}=$/.test(part.trim()));
  if (!isWhole || keys.some(({ length }) => length !== KEY_BYTES)) return undefined;
  return keys.map((bytes) => ({ fingerprint: fingerprintOf(bytes), bytes }));
}
