import { Client } from 'pg';
import { type OpenStore, openStore } from '../../adapters/db/store.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { quickCommits } from './books.ts';

type TwoSessions = {
  readonly database: TestDatabase;
  readonly admin: Client;
  readonly owner: Client;
  /** Each with a single connection, so that it is one session. */
  readonly stores: readonly [OpenStore, OpenStore];
  /** How many sessions wait for a lock at this moment. */
  readonly waiting: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** A database of their own for two sessions whose steps are played in orders. */
export async function twoSessions(): Promise<TwoSessions> {
  const database = await testDatabase();
  const admin = new Client({ connectionString: database.adminUrl });
  const owner = new Client({ connectionString: database.ownerUrl });
  await Promise.all([admin.connect(), owner.connect()]);
  await quickCommits(admin);
  const open = () => openStore({ url: database.appUrl, poolSize: 1 });
  const stores = [open(), open()] as const;
  return {
    database,
    admin,
    owner,
    stores,
    waiting: () => sessionsWaiting(admin),
    close: async () => {
      await Promise.all(stores.map((store) => store.close()));
      await Promise.all([owner.end(), admin.end()]);
      await database.drop();
    },
  };
}

export async function sessionsWaiting(admin: Client): Promise<number> {
  // Asked at every step: planned once.
  const { rows } = await admin.query<{ count: number }>({
    name: 'sessions-waiting',
    text: `SELECT count(*)::int FROM pg_stat_activity
      WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
  });
  return rows[0]?.count ?? 0;
}
