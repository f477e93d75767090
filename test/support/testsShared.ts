/**
 * Tests that need nothing but the code: they share, one after the other, what is loaded already, since loading takes
 * most of the time of a small test. Every other file of tests has a process of its own.
 */
export const TESTS_SHARED: readonly string[] = ['{core,engine}/**/*.test.ts', 'test/laws/**/*.test.ts'];
