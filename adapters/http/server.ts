import helmet from '@fastify/helmet';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { admit, answerRoute, type Entrance, type Workings } from './answerRoute.ts';
import { browser } from './browser.ts';
import { answerClientError } from './clientError.ts';
import { docsPage } from './docsPage.ts';
import { failedTries } from './failedTries.ts';
import { addLimits, type Limits, limitRefusal } from './limits.ts';
import { methodsAt } from './methods.ts';
import { withDescription } from './openApi.ts';
import { isOutage } from './outage.ts';
import { type OwnAddresses, ownAddresses, type TenantAddress } from './ownAddresses.ts';
import { addPages, OFFICE, pageAt } from './pages.ts';
import { sendFault, sendRefusals } from './problem.ts';
import { REQUEST_ID_HEADER, requestId } from './requestId.ts';
import { requestLanguage } from './requestLanguage.ts';
import { type LogOptions, logOptions } from './requestLog.ts';
import type { Route } from './route.ts';
import { PERMISSIONS_POLICY, securityHeaders } from './securityHeaders.ts';
import { storageRefusal } from './storageRefusal.ts';

export type ServerOptions<U> = {
  readonly routes: readonly Route<U>[];
  readonly workings: Workings<U>;
  readonly isDatabaseUp: () => Promise<boolean>;
  /** The pages as they were built: everything in it that a browser loads is public. */
  readonly webFolder: string;
  readonly version: string;
  /** Where people reach the server, when that is not the loopback. */
  readonly publicUrl?: string;
  /** Addresses of tenants' own, of the same scheme. */
  readonly tenantAddresses?: readonly TenantAddress[];
  /** The proxies whose X-Forwarded-For is believed; without them whoever connects is who asks. */
  readonly trustedProxies?: readonly string[];
  readonly log: LogOptions | false;
  /** Without them it takes what comes. */
  readonly limits?: Limits;
};

/** Longer than any address that Node's parser lets through: what is too long is not found. */
const PART_MAX = 20_000;

/** Where people read the description. */
const DOCS = '/api/v1/docs';

/** Whoever watches over the process asks by its number; they are told nothing of what is inside. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** A file may take its time; each body has a shorter patience of its own. */
const REQUEST_MS = 300_000;

/** The server: the API below /api/v1, the portal below /portal, the office at every other address. It does not listen yet. */
export async function buildServer<U>(options: ServerOptions<U>): Promise<FastifyInstance> {
  const { publicUrl } = options;
  const addresses = ownAddresses(publicUrl, options.tenantAddresses);
  const routes = withDescription(options.routes, options.version);
  const server = fastify({
    ...logOptions(options.log),
    trustProxy: options.trustedProxies ? [...options.trustedProxies] : false,
    requestTimeout: REQUEST_MS,
    connectionTimeout: 60_000,
    handlerTimeout: 30_000,
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    // A request without Host comes to the guard like one with a wrong one.
    http: { requireHostHeader: false, headersTimeout: 10_000, connectionsCheckingInterval: 2000 },
    genReqId: requestId,
    routerOptions: { maxParamLength: PART_MAX },
    rewriteUrl: ({ url = '/' }) => (canBeDecoded(url) ? url : '/-'),
  });
  server.setErrorHandler((error: FastifyError, request, reply) =>
    answerError(error, request, reply, options),
  );
  server.setNotFoundHandler((request, reply) => {
    const page = pageAt(request, options.webFolder);
    const isOfTenant = addresses.tenantAt(request.headers.host) !== undefined;
    // What partners are told of a tenant is its portal.
    if (page === OFFICE && isOfTenant) return reply.redirect('/portal');
    if (page !== undefined) return reply.sendFile(page);
    return refuseRequest(request, reply, refuse('address-not-found', ''));
  });
  // Bodies are read by the route that wants them, with its own limit.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, content, done) => done(null, content));
  await server.register(helmet, securityHeaders(publicUrl));
  guard(server, routes, addresses);
  const { now } = options.workings;
  const entrance = { tries: failedTries(now), browser: browser(addresses, now) };
  if (options.limits) await addLimits(server, options.limits, entrance.browser);
  for (const route of routes) addRoute(server, route, options, entrance);
  addDocs(server, routes, options.version);
  await addPages(server, options.webFolder);
  return server;
}

/** The page of operations, made for the first who asks: a start does not wait for it. */
function addDocs<U>(server: FastifyInstance, routes: readonly Route<U>[], version: string): void {
  let page: string | undefined;
  server.get(DOCS, (_request, reply) => {
    page ??= docsPage(routes, version);
    return reply.type('text/html; charset=utf-8').send(page);
  });
}

/** Before anything else: is it asked under a name of ours, and in a way that the address takes? */
function guard<U>(server: FastifyInstance, routes: readonly Route<U>[], { isAllowed }: OwnAddresses): void {
  const allowedAt = methodsAt(routes);
  let isStopping = false;
  server.addHook('preClose', async () => {
    isStopping = true;
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', PERMISSIONS_POLICY).header(REQUEST_ID_HEADER, request.id);
    // What is under way ends; what comes now on a line that is kept open goes to another server.
    if (isStopping) return refuseRequest(request, reply, refuse('server-stopping', ''));
    if (!PROBES.has(request.url) && !isAllowed(request.headers.host)) {
      return refuseRequest(request, reply, refuse('host-not-allowed', 'Host'));
    }
    // The router knows the address under this method: there is nothing to look up.
    if (request.routeOptions.config.isApi === true) return undefined;
    const allowed = allowedAt(request.url);
    if (allowed.includes(request.method)) return undefined;
    reply.header('allow', allowed.join(', '));
    const facts = { method: request.method, allowed: allowed.join(', ') };
    return refuseRequest(request, reply, refuse('method-not-allowed', '', facts));
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    isApi?: boolean;
  }
}

function addRoute<U>(
  server: FastifyInstance,
  route: Route<U>,
  { workings }: ServerOptions<U>,
  entrance: Entrance,
): void {
  server.route({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { isApi: true },
    onRequest: (request, reply) => admit(route, request, reply, workings, entrance),
    handler: (request, reply) => answerRoute(route, request, reply, workings, entrance),
    ...((route.upload || route.isLong) && { handlerTimeout: REQUEST_MS }),
  });
}

/** An outage is said as such; everything else unexpected is a fault of ours and goes to the log. */
async function answerError<U>(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  { isDatabaseUp }: Pick<ServerOptions<U>, 'isDatabaseUp'>,
): Promise<FastifyReply> {
  const limit = limitRefusal(error);
  if (limit !== undefined) return refuseRequest(request, reply, limit);
  if (error.statusCode === 415) {
    const facts = { mediaType: request.headers['content-type'] ?? '', expected: 'application/json' };
    return refuseRequest(request, reply, refuse('media-type-not-allowed', 'Content-Type', facts));
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return refuseRequest(request, reply, refuse('address-not-found', ''));
  }
  const storage = storageRefusal(error);
  if (storage !== undefined) {
    request.log.warn({ err: error }, 'storage');
    return refuseRequest(request, reply, storage);
  }
  const isTimeout = error.code === 'FST_ERR_HANDLER_TIMEOUT';
  if (isTimeout || isOutage(error) || !(await isUp(isDatabaseUp))) {
    request.log.warn({ err: error }, 'outage');
    return refuseRequest(request, reply, refuse('database-not-answering', 'database'));
  }
  request.log.error({ err: error }, 'fault');
  return sendFault(reply);
}

async function isUp(isDatabaseUp: () => Promise<boolean>): Promise<boolean> {
  try {
    return await isDatabaseUp();
  } catch {
    return false;
  }
}

function refuseRequest(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  return sendRefusals(reply, [refusal], requestLanguage(request));
}

/** An address that cannot be decoded goes the way of one that does not exist, past the same guards. */
function canBeDecoded(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] as string);
    return true;
  } catch {
    return false;
  }
}
