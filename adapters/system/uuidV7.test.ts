import { describe, expect, it } from 'vitest';
import { uuidV7 } from './uuidV7.ts';

describe('uuidV7', () => {
  it('carries the time in front, version and variant, and does not repeat', () => {
    const ids = uuidV7({ now: () => new Date(0x0123456789ab) });
    const made = Array.from({ length: 1000 }, () => ids.next());
    for (const id of made) expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(made).size).toBe(1000);
  });

  it('grows with time', () => {
    let now = 1;
    const ids = uuidV7({ now: () => new Date(now++) });
    const made = [ids.next(), ids.next(), ids.next()];
    expect(made.toSorted()).toEqual(made);
  });

  it.each([
    ['stands still', () => 5],
    ['goes back', (at: number) => 1_000_000 - at],
  ])('grows where the clock %s', (_, clock) => {
    let at = 0;
    const ids = uuidV7({ now: () => new Date(clock(at++)) });
    const made = Array.from({ length: 10_000 }, () => ids.next());
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(10_000);
  });
});
