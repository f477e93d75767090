import type { AddressInfo } from 'node:net';
import { apiRoutes } from '../adapters/http/apiRoutes.ts';
import { buildServer } from '../adapters/http/server.ts';
import type { Caller } from '../app/access/caller.ts';
import { DEMO_SCOPES } from '../app/access/role.ts';
import { systemActor } from '../app/actor.ts';
import { openAside } from './api/openAside.ts';
import { workings } from './api/workings.ts';
import { PAGES } from './builtPages.ts';
import type { Composed } from './compose.ts';
import type { Config } from './config.ts';
import { linesUnderWay } from './linesUnderWay.ts';
import { readiness } from './readiness.ts';
import type { OpenTrial } from './trial.ts';
import { VERSION } from './version.ts';
import type { Workplace } from './withDatabase.ts';
import { workInThread } from './workInThread.ts';

export type Served = { readonly address: string; readonly close: () => Promise<void> };

export type ServeOptions = {
  readonly config: Config;
  readonly withWorker: boolean;
  /** Of a server that was begun to try out: whoever is on this machine is let into its sandbox. */
  readonly trial?: OpenTrial;
  /** What the worker has to say, such as where a mail was put. */
  readonly say: (text: string) => void;
  readonly onBooked: (agreement: string, bookings: number) => void;
};

/** More than these a minute of one key is a program that runs wild. */
const REQUESTS_PER_MINUTE = 12_000;
/** As many as a whole company behind one address needs; a program needs ten. */
const REQUESTS_AT_ONCE = 100;
const DELAY_MS = 1000;

/** Listens, and does the jobs of all tenants in the background unless others are to. */
export async function serve({ ports, database }: Workplace, options: ServeOptions): Promise<Served> {
  const { config, trial } = options;
  const lines = linesUnderWay();
  const health = readiness(ports, database, lines);
  const aside = openAside(database.appUrl);
  const server = await buildServer({
    routes: apiRoutes,
    workings: workings(answers(ports), health, {
      ...{ aside, lines },
      ...(trial && { demo: demoCaller(trial), trial }),
    }),
    isDatabaseUp: health.isDatabaseUp,
    webFolder: PAGES,
    version: VERSION,
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
    tenantAddresses: config.tenantAddresses,
    ...(config.trustedProxies && { trustedProxies: config.trustedProxies }),
    log: { level: config.logLevel },
    limits: {
      requestsPerMinute: REQUESTS_PER_MINUTE,
      requestsAtOnce: REQUESTS_AT_ONCE,
      delayMs: DELAY_MS,
    },
  });
  await listen(server, config);
  const { port } = server.server.address() as AddressInfo;
  const origin = config.publicUrl ?? `http://localhost:${port}`;
  const { appUrl, portalUrl } = database;
  const stop = new AbortController();
  const working = options.withWorker
    ? workInThread({ config, appUrl, ...(portalUrl && { portalUrl }), origin }, stop.signal, {
        said: options.say,
        calculated: (agreement, bookings) => {
          if (bookings > 0) options.onBooked(agreement, bookings);
        },
        loading: lines.tell,
        loaded: (count, ms) => server.log.info({ lines: count, ms }, 'lines loaded for calculations'),
        ended: lines.clear,
        failed: (text) => server.log.error(text),
      })
    : undefined;
  return {
    address: `http://localhost:${port}`,
    close: async () => {
      stop.abort();
      await closeInTime(server);
      await aside.close();
      await trial?.settled();
      await working;
    },
  };
}

/** Requests are answered on connections of their own, which wait for nobody. */
function answers(ports: Composed): Composed {
  const { answering } = ports;
  return { ...ports, store: answering, naming: answering.naming, accounts: answering.accounts };
}

/** Everybody reads in the sandbox without a key, and in no other tenant. */
function demoCaller(trial: OpenTrial): () => Caller {
  return () => ({ tenant: trial.sandbox(), actor: systemActor('demo'), scopes: new Set(DEMO_SCOPES) });
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
