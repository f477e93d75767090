import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,engine,app,adapters,main,test}/**/*.test.ts'],
    globalSetup: ['test/support/databaseServer.ts'],
  },
});
