import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { TESTS_SHARED } from './test/support/testsShared.ts';

const common = {
  // Two cores that also do other things: a test that hangs still ends.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A worker waits for PostgreSQL half of its time: two of them on two cores need two thirds of the time of one.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};
const all = ['{core,engine,app,adapters,main,web,test}/**/*.test.ts'];
const shared = [...TESTS_SHARED];
// The embedded server is the same one, whichever server the other tests have.
const elsewhere = process.env.OPENREBATE_TEST_SERVER === 'debian15' ? ['adapters/db/embedded/**'] : [];

export default defineConfig({
  test: {
    globalSetup: ['test/support/databaseServer.ts'],
    projects: [
      { test: { ...common, name: 'alone', include: all, exclude: [...shared, ...elsewhere] } },
      { test: { ...common, name: 'shared', include: shared, isolate: false } },
    ],
  },
});
