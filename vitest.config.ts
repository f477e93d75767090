import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { needsVitest, TESTS_SHARED } from './test/support/testsShared.ts';

const common = {
  // Two cores that also do other things: a test that hangs still ends.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A worker waits for PostgreSQL half of its time: two of them on two cores need two thirds of the time of one.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};
// What is tested is loaded by Node itself, as it runs with users: to transform it first took half of the time of a test.
const byNode = { ...common, experimental: { viteModuleRunner: false, nodeLoader: false } };
const tests = '{core,engine,app,adapters,main,web,test}/**/*.test.ts';
const transformed = globSync(tests).filter((path) => needsVitest(readFileSync(path, 'utf8')));
const shared = [...TESTS_SHARED];
// The embedded server is the same one, whichever server the other tests have.
const elsewhere = process.env.OPENREBATE_TEST_SERVER === 'debian15' ? ['adapters/db/embedded/**'] : [];

// What Node has compiled once, it need not compile again in the next of some three hundred processes.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '.build/compiled');

export default defineConfig({
  test: {
    globalSetup: ['test/support/databaseServer.ts'],
    projects: [
      {
        test: {
          ...byNode,
          name: 'alone',
          include: [tests],
          exclude: [...shared, ...transformed, ...elsewhere],
        },
      },
      {
        test: {
          ...byNode,
          name: 'shared',
          include: shared,
          exclude: [...transformed, ...elsewhere],
          isolate: false,
        },
      },
      { test: { ...common, name: 'transformed', include: transformed } },
    ],
  },
});
