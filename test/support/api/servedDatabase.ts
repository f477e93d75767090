import { afterAll } from 'vitest';
import { type TestDatabase, testDatabase } from '../database.ts';
import { type ApiServer, apiServer } from './apiServer.ts';

/** A database with the real server on it, for one file of tests; both go when its last test is through. */
export async function servedDatabase(): Promise<{
  readonly database: TestDatabase;
  readonly api: ApiServer;
}> {
  const database = await testDatabase();
  afterAll(() => database.drop());
  const api = await apiServer(database);
  afterAll(() => api.server.close());
  return { database, api };
}
