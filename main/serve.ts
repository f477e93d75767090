import type { AddressInfo } from 'node:net';
import { apiRoutes } from '../adapters/http/apiRoutes.ts';
import { buildServer } from '../adapters/http/server.ts';
import type { Caller } from '../app/access/caller.ts';
import { DEMO_SCOPES } from '../app/access/scope.ts';
import { systemActor } from '../app/actor.ts';
import type { TenantId } from '../app/ports.ts';
import { workings } from './api/workings.ts';
import { PAGES } from './builtPages.ts';
import type { Config } from './config.ts';
import { readiness } from './readiness.ts';
import { VERSION } from './version.ts';
import type { Workplace } from './withDatabase.ts';
import { startWorker } from './worker.ts';

export type Served = { readonly address: string; readonly close: () => Promise<void> };

export type ServeOptions = {
  readonly config: Config;
  readonly withWorker: boolean;
  /** Whose earnings everybody on this machine may read without a key; undefined: keys are needed. */
  readonly demo?: TenantId;
  readonly onBooked: (agreement: string, bookings: number) => void;
};

/** More than these a minute of one key is a program that runs wild. */
const REQUESTS_PER_MINUTE = 12_000;
/** As many as a whole company behind one address needs; a program needs ten. */
const REQUESTS_AT_ONCE = 100;
const DELAY_MS = 1000;

/** Listens, and does the jobs of all tenants in the background unless others are to. */
export async function serve({ ports, database }: Workplace, options: ServeOptions): Promise<Served> {
  const { config, demo } = options;
  const health = readiness(ports, database);
  const server = await buildServer({
    routes: apiRoutes,
    workings: workings(ports, health, demo === undefined ? undefined : demoCaller(demo)),
    isDatabaseUp: health.isDatabaseUp,
    webFolder: PAGES,
    version: VERSION,
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
    ...(config.trustedProxies && { trustedProxies: config.trustedProxies }),
    log: { level: config.logLevel },
    limits: {
      requestsPerMinute: REQUESTS_PER_MINUTE,
      requestsAtOnce: REQUESTS_AT_ONCE,
      delayMs: DELAY_MS,
    },
  });
  await listen(server, config);
  const stop = new AbortController();
  const working = options.withWorker
    ? startWorker(ports, stop.signal, {
        answersKeptDays: config.idempotencyDays,
        calculated: ({ agreement, bookings }) => {
          if (bookings.length > 0) options.onBooked(agreement, bookings.length);
        },
        failed: (error) => server.log.error(error),
      })
    : undefined;
  const { port } = server.server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}`,
    close: async () => {
      stop.abort();
      await closeInTime(server);
      await working;
    },
  };
}

function demoCaller(tenant: TenantId): Caller {
  return { tenant, actor: systemActor('demo'), scopes: new Set(DEMO_SCOPES) };
}

type Server = Awaited<ReturnType<typeof buildServer>>;

/** How long requests that are under way may take to end; who is slower is cut off. */
const CLOSE_MS = 10_000;

async function closeInTime(server: Server): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), CLOSE_MS);
  try {
    await server.close();
  } finally {
    clearTimeout(cut);
  }
}

/** The port asked for; where none was asked for and ours is taken, the next one that is free. */
async function listen(server: Server, config: Config): Promise<void> {
  const { host, port, isPortChosen } = config;
  for (let candidate = port; ; candidate += 1) {
    try {
      await server.listen({ host, port: candidate });
      return;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || isPortChosen || candidate >= port + 100) throw error;
    }
  }
}
