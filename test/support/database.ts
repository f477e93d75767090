import { randomUUID } from 'node:crypto';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Client } from 'pg';
import { inject } from 'vitest';
import { createTenant } from '../../adapters/db/createTenant.ts';
import { type Provisioned, type ProvisionOptions, provision } from '../../adapters/db/provision.ts';
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

export async function testDatabase(): Promise<TestDatabase> {
  const server = await theServer(inject('databaseFolder'));
  const database = newName();
  await asAdmin(server, `CREATE DATABASE ${database} OWNER openrebate_owner TEMPLATE ${server.template}`);
  // Rights on a database are not copied with it.
  const urls = await provision(server.adminUrl, { database, passwords: server.passwords });
  const store = openStore({ url: urls.appUrl });
  return {
    ...urls,
    adminUrl: inDatabase(server, database),
    store,
    tenant: (code = `t-${randomUUID().slice(0, 8)}`) => newTenant(urls.ownerUrl, code),
    drop: async () => {
      await store.close();
      await drop(server, database);
    },
  };
}

/** A database of the owner role to which nothing else was done, for tests of what comes first. */
export type EmptyDatabase = Provisioned & {
  readonly adminUrl: string;
  readonly options: ProvisionOptions;
  readonly drop: () => Promise<void>;
};

export async function emptyDatabase(): Promise<EmptyDatabase> {
  const server = await theServer(inject('databaseFolder'));
  const options = { database: newName(), passwords: server.passwords };
  const urls = await provision(server.adminUrl, options);
  const adminUrl = inDatabase(server, options.database);
  return { ...urls, adminUrl, options, drop: () => drop(server, options.database) };
}

function newName(): string {
  return `test_${randomUUID().replaceAll('-', '')}`;
}

function inDatabase({ adminUrl }: TestServer, database: string): string {
  return Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
}

/** A server that ends with the run takes its databases along, which is quicker. */
async function drop(server: TestServer, database: string): Promise<void> {
  if (server.pid === undefined) await asAdmin(server, `DROP DATABASE ${database} WITH (FORCE)`);
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

async function asAdmin({ adminUrl }: TestServer, sql: string): Promise<void> {
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
