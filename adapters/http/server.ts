import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { z } from 'zod';
import { accept, type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { allowedHosts } from './allowedHosts.ts';
import { type ApiRoute, apiRoutes } from './apiRoutes.ts';
import { answerClientError } from './clientError.ts';
import { openApi } from './openApi.ts';
import { isOutage } from './outage.ts';
import { readParameters } from './parameters.ts';
import { sendFault, sendRefusals } from './problem.ts';
import { requestLanguage } from './requestLanguage.ts';
import { type LogOptions, logOptions } from './requestLog.ts';
import { PERMISSIONS_POLICY, securityHeaders } from './securityHeaders.ts';
import type { HttpUseCases } from './useCases.ts';

export type ServerOptions = {
  readonly useCases: HttpUseCases;
  /** The page: everything in it that a browser loads is public. */
  readonly webFolder: string;
  readonly version: string;
  /** Where people reach the server, when that is not the loopback. */
  readonly publicUrl?: string;
  readonly log: LogOptions | false;
};

/** Longer than any address that Node's parser lets through: what is too long is not found. */
const PART_MAX = 20_000;

/** What a page is made of; nothing else in the folder is served. */
const PAGE_FILE = /\.(css|html|ico|js|png|svg|webmanifest|woff2)$/;

/** The server over the use cases of one tenant: the API below /api/v1, the page at /. It does not listen yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { useCases, publicUrl } = options;
  const server = fastify({
    ...logOptions(options.log),
    bodyLimit: 1024,
    requestTimeout: 10_000,
    connectionTimeout: 60_000,
    handlerTimeout: 30_000,
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    // A request without Host comes to the guard like one with a wrong one.
    http: { requireHostHeader: false },
    routerOptions: { maxParamLength: PART_MAX },
    rewriteUrl: ({ url = '/' }) => (canBeDecoded(url) ? url : '/-'),
  });
  server.setErrorHandler((error: FastifyError, request, reply) =>
    answerError(error, request, reply, useCases),
  );
  server.setNotFoundHandler((request, reply) =>
    refuseRequest(request, reply, refuse('address-not-found', '')),
  );
  await server.register(helmet, securityHeaders(publicUrl));
  guard(server, publicUrl);
  for (const route of withDescription(apiRoutes(useCases), options.version)) addRoute(server, route);
  await server.register(fastifyStatic, {
    root: options.webFolder,
    dotfiles: 'ignore',
    acceptRanges: false,
    maxAge: 0,
    allowedPath: (path) => path === '/' || PAGE_FILE.test(path),
  });
  return server;
}

/** Before anything else: is it asked under a name of ours, and asked to read? */
function guard(server: FastifyInstance, publicUrl: string | undefined): void {
  const isAllowed = allowedHosts(publicUrl);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', PERMISSIONS_POLICY);
    if (!isAllowed(request.headers.host)) {
      return refuseRequest(request, reply, refuse('host-not-allowed', 'Host'));
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      reply.header('allow', 'GET, HEAD').header('connection', 'close');
      return refuseRequest(request, reply, refuse('method-not-allowed', '', { method: request.method }));
    }
  });
}

/** The description is an address of the API like the others, and describes itself, too. */
function withDescription(routes: readonly ApiRoute[], version: string): readonly ApiRoute[] {
  const description: ApiRoute = {
    id: 'openApi',
    path: '/api/v1/openapi.json',
    summary: 'This description',
    parts: {},
    parameters: {},
    answer: z.record(z.string(), z.unknown()),
    respond: async () => accept(document),
  };
  const all = [...routes, description];
  const document = openApi(all, version);
  return all;
}

function addRoute(server: FastifyInstance, route: ApiRoute): void {
  const url = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
  server.get(url, async (request, reply) => {
    const language = requestLanguage(request);
    const query = readParameters(route.parameters, request.query as Record<string, unknown>);
    if (!query.ok) return sendRefusals(reply, query.refusals, language);
    const path = request.params as Record<string, string>;
    const result = await route.respond({ path, query: query.value, language });
    if (!result.ok) return sendRefusals(reply, result.refusals, language);
    return reply
      .header('cache-control', 'no-store')
      .header('content-language', language)
      .header('vary', 'Accept-Language')
      .send(result.value);
  });
}

/** An outage is said as such; everything else unexpected is a fault of ours and goes to the log. */
async function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  useCases: HttpUseCases,
): Promise<FastifyReply> {
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return refuseRequest(request, reply, refuse('address-not-found', ''));
  }
  const isTimeout = error.code === 'FST_ERR_HANDLER_TIMEOUT';
  if (isTimeout || isOutage(error) || !(await isUp(useCases))) {
    request.log.warn({ err: error }, 'outage');
    return refuseRequest(request, reply, refuse('database-not-answering', 'database'));
  }
  request.log.error({ err: error }, 'fault');
  return sendFault(reply);
}

async function isUp(useCases: HttpUseCases): Promise<boolean> {
  try {
    return await useCases.isDatabaseUp();
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
