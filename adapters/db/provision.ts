import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { APP, OWNER, PORTAL, type ROLES } from './roles.ts';
import { scramVerifier } from './scramVerifier.ts';
import { withClient } from './withClient.ts';

export type ProvisionOptions = {
  readonly database: string;
  /** Chosen and kept by the caller. */
  readonly passwords: { readonly owner: string; readonly app: string; readonly portal: string };
};

export type Provisioned = { readonly ownerUrl: string; readonly appUrl: string; readonly portalUrl: string };

/** Any number that no other program takes in the administrator's database. */
const PROVISION_LOCK = 7_306_172_418n;

/**
 * Makes the three roles and the database, or brings them to what they should be: asked again,
 * it changes nothing but the passwords. `adminUrl` is of a superuser (embedded server, tests);
 * on another server an administrator does the same by hand (docs/reference/database.md).
 */
export async function provision(adminUrl: string, options: ProvisionOptions): Promise<Provisioned> {
  const { database, passwords } = options;
  await withClient(adminUrl, 'provision', async (client) => {
    // CREATE DATABASE has no transaction; the lock keeps a second start from doing it as well.
    await client.query(`SELECT pg_advisory_lock(${PROVISION_LOCK})`);
    await makeRole(client, OWNER, passwords.owner);
    await makeRole(client, APP, passwords.app);
    await makeRole(client, PORTAL, passwords.portal);
    await makeDatabase(client, database);
  });
  const url = (role: string, password: string) => roleUrl(adminUrl, database, role, password);
  return {
    ownerUrl: url(OWNER, passwords.owner),
    appUrl: url(APP, passwords.app),
    portalUrl: url(PORTAL, passwords.portal),
  };
}

async function makeRole(client: Client, role: (typeof ROLES)[number], password: string): Promise<void> {
  const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verifier = client.escapeLiteral(scramVerifier(password, randomBytes(16)));
  await client.query(
    `${known.rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} LOGIN PASSWORD ${verifier}
     NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT`,
  );
}

async function makeDatabase(client: Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (known.rowCount === 0) {
    await client.query(`CREATE DATABASE ${name} OWNER ${OWNER} TEMPLATE template0 ENCODING 'UTF8'`);
  }
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  // Bulk loads go through a temporary table.
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${APP}`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${PORTAL}`);
}

function roleUrl(adminUrl: string, database: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}
