import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,engine,app,adapters,main,web,test}/**/*.test.ts'],
    // Two cores that also do other things: a test that hangs still ends.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['test/support/databaseServer.ts'],
  },
});
