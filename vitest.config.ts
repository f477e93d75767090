import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,engine,app,adapters,main,web,test}/**/*.test.ts'],
    // Two cores that also do other things: a test that hangs still ends.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A worker waits for PostgreSQL half of its time: two of them on two cores need two thirds of the time of one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['test/support/databaseServer.ts'],
  },
});
