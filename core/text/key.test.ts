import { describe, expect, it } from 'vitest';
import { dayOf } from '../../test/support/trade.ts';
import { dayKey, joinKey } from './key.ts';

describe('keys', () => {
  it('never collide, since no part holds the character between them', () => {
    expect(joinKey('a', 'bc')).not.toBe(joinKey('ab', 'c'));
    expect(joinKey('a', '', 'b')).not.toBe(joinKey('a', 'b', ''));
  });

  it('of a shorter text come before those that go on', () => {
    expect([joinKey('P10', 'a'), joinKey('P1', 'z')].sort()).toEqual([
      joinKey('P1', 'z'),
      joinKey('P10', 'a'),
    ]);
  });

  it('of days sort as the days do', () => {
    const days = ['0001-01-01', '1969-12-31', '1970-01-01', '1999-12-31', '2026-10-01', '9999-12-31'].map(
      dayOf,
    );
    const keys = days.map(dayKey);
    expect(keys.toSorted()).toEqual(keys);
    expect(new Set(keys.map((key) => key.length))).toEqual(new Set([7]));
  });
});
