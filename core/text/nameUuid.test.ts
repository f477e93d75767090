import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nameUuid } from './nameUuid.ts';

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

describe('a name-based UUID', () => {
  it('is the hash of kind and key, with version 8 and the variant of RFC 9562', () => {
    const hash = createHash('sha256').update('["openrebate earning","T1",7]', 'utf8').digest('hex');
    const id = nameUuid(sha256, 'earning', ['T1', 7]);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const digits = id.replaceAll('-', '');
    const free = (text: string) => text.slice(0, 12) + text.slice(13, 16) + text.slice(17, 32);
    expect(free(digits)).toBe(free(hash.slice(0, 32)));
    expect(Number.parseInt(digits[16] as string, 16) & 3).toBe(Number.parseInt(hash[16] as string, 16) & 3);
  });

  it('is the same for the same key, and another one for another kind or key', () => {
    const ids = [
      nameUuid(sha256, 'earning', ['T1', 'a', 'b']),
      nameUuid(sha256, 'booking', ['T1', 'a', 'b']),
      nameUuid(sha256, 'earning', ['T1', 'ab', '']),
      nameUuid(sha256, 'earning', ['T1', 'a', 'b', '']),
      nameUuid(sha256, 'earning', ['T1', 1]),
      nameUuid(sha256, 'earning', ['T1', '1']),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(nameUuid(sha256, 'earning', ['T1', 'a', 'b'])).toBe(ids[0]);
  });
});
