import { afterEach, describe, expect, test, vi } from 'vitest';
import { ownCases } from './ownCases.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

function shareOf(share: string | undefined): readonly string[] {
  vi.stubEnv('OPENREBATE_CASES', share);
  return ownCases(['a', 'b', 'c']);
}

describe('the cases of a run', () => {
  test('are all of them, or between two servers each of them once', () => {
    expect(shareOf(undefined)).toEqual(['a', 'b', 'c']);
    expect(shareOf('even')).toEqual(['a', 'c']);
    expect(shareOf('odd')).toEqual(['b']);
  });

  test('are not left to a misspelling', () => {
    expect(() => shareOf('evne')).toThrow('even or odd, not evne');
  });
});
