/**
 * Tests that change nothing of the process that they run in: they share, one after the other, what is loaded already,
 * since loading takes most of the time of a small test. Every other file of tests has a process of its own: whatever starts
 * programs, kills them, or stands at a place of its own.
 */
export const TESTS_SHARED: readonly string[] = [
  '{core,engine,app,web}/**/*.test.ts',
  'adapters/{db,files,http}/*.test.ts',
  'test/{laws,scenarios,api,facts,reference,documents,browser}/**/*.test.ts',
  'test/crash/{money/*,interleavings,jobOrders,reviews,moneyStory}.test.ts',
];

/**
 * Whoever puts something else in the place of a module, or loads the routes of pages, which Node does not read, has a process and
 * the loader of Vitest to itself.
 */
export const needsVitest = (text: string): boolean =>
  text.includes('\nvi.mock(') || text.includes("'./crawl/routeCases.ts'");
