import { keyRing } from '../../adapters/system/keyRing.ts';
import { fingerprintOf } from '../../adapters/system/ringKey.ts';
import type { KeyRing } from '../../app/ports/keyRing.ts';

/** A ring of keys made of single bytes, the current one first. */
export function testKeys(...bytes: readonly number[]): KeyRing {
  const keys = bytes
    .map((byte) => Buffer.alloc(32, byte))
    .map((key) => ({ fingerprint: fingerprintOf(key), bytes: key }));
  return keyRing({ given: keys }, { now: () => new Date(0) });
}
