import { randomUUID } from 'node:crypto';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Client } from 'pg';
import { inject } from 'vitest';
import { createTenant } from '../../adapters/db/createTenant.ts';
import { provision } from '../../adapters/db/provision.ts';
import { type OpenStore, openStore } from '../../adapters/db/store.ts';
import type { TenantId } from '../../app/ports.ts';
import { readServer, startServer, type TestServer } from './testServer.ts';

/** A migrated database of its own for one test file, on a real server. */
export type TestDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly portalUrl: string;
  /** Of the superuser, in this database. */
  readonly adminUrl: string;
  readonly store: OpenStore;
  /** A new tenant with the companies AW and NW; the code is made up where none is given. */
  readonly tenant: (code?: string) => Promise<TenantId>;
  readonly drop: () => Promise<void>;
};

let count = 0;

export async function testDatabase(): Promise<TestDatabase> {
  const server = await theServer(inject('databaseFolder'));
  count += 1;
  const database = `test_${process.pid}_${count}_${randomUUID().slice(0, 8)}`;
  const { adminUrl, template, passwords } = server;
  await asAdmin(adminUrl, `CREATE DATABASE ${database} OWNER openrebate_owner TEMPLATE ${template}`);
  // Rights on a database are not copied with it.
  const urls = await provision(adminUrl, { database, passwords });
  const store = openStore({ url: urls.appUrl });
  return {
    ...urls,
    adminUrl: Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href,
    store,
    tenant: (code = `t-${randomUUID().slice(0, 8)}`) => newTenant(urls.ownerUrl, code),
    drop: async () => {
      await store.close();
      await asAdmin(adminUrl, `DROP DATABASE ${database} WITH (FORCE)`);
    },
  };
}

/** The first test file of a run that needs the server starts it; the others wait. */
async function theServer(folder: string): Promise<TestServer> {
  const failed = join(folder, 'failed');
  try {
    openSync(join(folder, 'lock'), 'wx');
  } catch {
    for (;;) {
      const server = readServer(folder);
      if (server !== undefined) return server;
      if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
      await sleep(50);
    }
  }
  try {
    return await startServer(folder);
  } catch (error) {
    writeFileSync(failed, `The PostgreSQL of this test run did not start: ${inspect(error)}`);
    throw error;
  }
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function newTenant(ownerUrl: string, code: string): Promise<TenantId> {
  const companies = [
    { code: 'AW', name: 'Adventure Works', timeZone: 'America/New_York' },
    { code: 'NW', name: 'Northwind', timeZone: 'Europe/London' },
  ];
  return createTenant(ownerUrl, { id: randomUUID(), code, name: code, companies });
}
