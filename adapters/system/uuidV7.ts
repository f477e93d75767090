import { randomBytes } from 'node:crypto';
import type { Clock, Ids } from '../../app/ports.ts';

/** So many ids of one millisecond follow each other; what comes then takes the next millisecond. */
const IN_A_MILLISECOND = 0x1000;

/**
 * UUIDs of version 7 (RFC 9562, 5.7): 48 bits of milliseconds, 12 of a counter (6.2, method 1), then random bits.
 * Of one source each is greater than the one before, also where the clock stands still or goes back.
 */
export function uuidV7(clock: Clock): Ids {
  let millisecond = 0;
  let count = 0;
  const step = () => {
    const now = clock.now().getTime();
    count = now > millisecond ? randomBytes(1).readUInt8() : count + 1;
    millisecond = Math.max(now, count < IN_A_MILLISECOND ? millisecond : millisecond + 1);
    count %= IN_A_MILLISECOND;
  };
  return {
    next: () => {
      step();
      const bytes = randomBytes(16);
      bytes.writeUIntBE(millisecond, 0, 6);
      bytes.writeUInt16BE(0x7000 | count, 6);
      bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
      return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
}
