import { describe, expect, it } from 'vitest';
import { compareTexts } from './compareTexts.ts';

describe('the order of texts', () => {
  it.each([
    ['P1', 'P2', -1],
    ['P2', 'P1', 1],
    ['P1', 'P1', 0],
    ['P1', 'P10', -1],
    ['', 'a', -1],
    ['B', 'a', -1],
    ['z', 'ä', -1],
  ])('of %j and %j is %i', (a, b, order) => {
    expect(compareTexts(a, b)).toBe(order);
  });
});
