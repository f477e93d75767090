import pg from 'pg';
import { EmbeddedRefused, systemCode } from './embeddedRefused.ts';
import { SUPERUSER } from './initCluster.ts';
import { LOOPBACK } from './serverPort.ts';

/** A server that starts, recovers, stops or has no connection left is asked again. */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P03', '53300']);

/**
 * The server's version by a real connection; undefined where it does not answer yet.
 * Refuses: database-not-reachable (reason).
 */
export async function tryConnection(port: number, password: string): Promise<string | undefined> {
  const client = new pg.Client({
    host: LOOPBACK,
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    ssl: false,
    application_name: 'openrebate start',
    connectionTimeoutMillis: 5000,
  });
  // A server that dies between two messages must not end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version;
  } catch (error) {
    const code = systemCode(error);
    const isLost = code === undefined || NOT_YET.has(code);
    if (isLost) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedRefused('database-not-reachable', `${LOOPBACK}:${port}`, { reason, log: '' });
  } finally {
    await client.end().catch(() => undefined);
  }
}
