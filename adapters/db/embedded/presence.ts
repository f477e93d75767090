import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedRefused, systemCode } from './embeddedRefused.ts';
import { SUPERUSER } from './initCluster.ts';
import { LOOPBACK } from './serverPort.ts';

/**
 * A connection that a process keeps as long as it uses the server. It shows that the server is
 * ready, and it shows to others that somebody is here; it ends with its process, however that ends.
 */
export type Presence = {
  readonly version: string;
  /** Whether no other process uses the server. */
  readonly isAlone: () => Promise<boolean>;
  readonly leave: () => Promise<void>;
  /** Resolves when the server is gone, or has thrown everybody out to recover. */
  readonly lost: Promise<void>;
};

const NAME = 'openrebate presence';

/** A server that starts, recovers, stops or has no connection left is asked again. */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P03', '53300']);

const OTHERS = `
  SELECT count(*)::int AS others FROM pg_stat_activity
  WHERE application_name = $1 AND pid <> pg_backend_pid()`;

/** Somebody who has just left is listed for a moment. */
const LOOKS = 10;

/** Undefined where the server does not answer yet. Refuses: database-not-reachable (reason, log). */
export async function enter(port: number, password: string, log: string): Promise<Presence | undefined> {
  const socket = new Socket();
  const client = new pg.Client({
    stream: () => socket,
    host: LOOPBACK,
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    ssl: false,
    application_name: NAME,
    connectionTimeoutMillis: 5000,
  });
  // A server that dies must not end this process: whoever works with it gets the error.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    // An open connection must not keep a finished command from ending.
    socket.unref();
    return presence(client, socket, rows[0]?.server_version ?? '');
  } catch (error) {
    await client.end().catch(() => undefined);
    const code = systemCode(error);
    if (code === undefined || NOT_YET.has(code)) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedRefused('database-not-reachable', `${LOOPBACK}:${port}`, { reason, log });
  }
}

function presence(client: pg.Client, socket: Socket, version: string): Presence {
  return {
    version,
    lost: new Promise((resolve) => client.once('end', () => resolve())),
    isAlone: async () => {
      socket.ref();
      for (let look = 0; look < LOOKS; look += 1) {
        if ((await countOthers(client)) === 0) return true;
        await delay(50);
      }
      return false;
    },
    leave: async () => {
      socket.ref();
      await client.end().catch(() => undefined);
    },
  };
}

/** None where the server is gone. */
async function countOthers(client: pg.Client): Promise<number> {
  try {
    const { rows } = await client.query<{ others: number }>(OTHERS, [NAME]);
    return rows[0]?.others ?? 0;
  } catch {
    return 0;
  }
}
