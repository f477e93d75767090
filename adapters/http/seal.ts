import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Makes an answer unreadable for everybody but its sender. */
export type Seal = {
  readonly close: (text: string) => string;
  readonly open: (sealed: string) => string | undefined;
};

/**
 * An answer that holds a secret is kept like any other, so that a repeated request gets it again;
 * but under a key made of the sender's own secret, of which the database has only a hash. Who
 * reads the database reads nothing, and neither do we.
 */
export function sealOf(secret: string, idempotencyKey: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, idempotencyKey, 'openrebate answer', 32));
  return {
    close: (text) => {
      const start = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, start);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([start, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
