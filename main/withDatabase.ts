import type { TenantId } from '../app/ports.ts';
import { type Result, refuse, refused } from '../core/refusal/refusals.ts';
import { type Composed, compose } from './compose.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase, prepareDatabase } from './openDatabase.ts';
import { openPostbox } from './openPostbox.ts';
import { terminalLanguage } from './terminal.ts';

/** What a command works with: ports on a checked database, and the tenant it speaks of. */
export type Workplace = {
  readonly ports: Composed;
  readonly database: Database;
  readonly findTenant: () => Promise<Result<TenantId>>;
};

/**
 * Opens the database, migrates and checks it, gives it to the command, and closes what was opened.
 * Refuses: those of openDatabase and prepareDatabase.
 */
export async function withDatabase<T>(
  config: Config,
  say: (text: string) => void,
  work: (place: Workplace) => Promise<Result<T>>,
): Promise<Result<T>> {
  const database = await openDatabase(config, say);
  if (!database.ok) return database;
  try {
    const prepared = await prepareDatabase(database.value, {
      language: terminalLanguage(undefined, process.env),
      say,
    });
    if (!prepared.ok) return prepared;
    const ports = compose(database.value, openPostbox(config, say), config);
    try {
      return await work({
        ports,
        database: database.value,
        findTenant: () => tenantOf(ports, config.tenant),
      });
    } finally {
      await ports.close();
    }
  } finally {
    await database.value.stop();
  }
}

async function tenantOf(ports: Composed, code: string): Promise<Result<TenantId>> {
  const tenant = await ports.store.findTenant(code);
  if (tenant === undefined) return refused(refuse('tenant-not-found', 'OPENREBATE_TENANT', { tenant: code }));
  return { ok: true, value: tenant };
}
