import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import type { Browser } from './browser.ts';
import { secretIn } from './credentials.ts';

/** What the server takes on; beyond it says so at once instead of answering late. */
export type Limits = {
  /** Of one key at one address, or of an address without a key; of all keys at an address five times as many. */
  readonly requestsPerMinute: number;
  /** Of the same, under way at once: slow bodies take the places of their sender, of nobody else. */
  readonly requestsAtOnce: number;
  /** How long the process may be behind with its work. */
  readonly delayMs: number;
};

/** More than these at once are not connected; a slow one holds a socket and nothing else. */
const CONNECTIONS_MAX = 4000;
const HEADERS_MAX = 100;

/** How many callers are counted at a time; the oldest is forgotten first. */
const CALLERS_MAX = 10_000;

/** A company behind one address has several programs. The key is not looked at yet: whoever makes keys up finds this end. */
const CALLERS_AT_ADDRESS = 5;

export async function addLimits(
  server: FastifyInstance,
  limits: Limits,
  { sessionIn }: Pick<Browser, 'sessionIn'>,
): Promise<void> {
  const callerName = (request: FastifyRequest) => nameOf(request, sessionIn(request));
  server.server.maxConnections = CONNECTIONS_MAX;
  server.server.maxHeadersCount = HEADERS_MAX;
  boundAtOnce(server, limits.requestsAtOnce, callerName);
  await server.register(underPressure, {
    maxEventLoopDelay: limits.delayMs,
    customError: class Busy extends Error {
      readonly code = 'BUSY';
    },
  });
  await server.register(rateLimit, {
    max: limits.requestsPerMinute,
    timeWindow: '1 minute',
    cache: CALLERS_MAX,
    keyGenerator: callerName,
    allowList: isAsset,
    errorResponseBuilder: tooMany,
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': true,
    },
  });
  boundAddresses(server, limits.requestsPerMinute * CALLERS_AT_ADDRESS);
}

/** Parts of pages are many and small, and a browser keeps them: whoever looks around is not held up for them. */
function isAsset({ url }: FastifyRequest): boolean {
  return url.startsWith('/assets/');
}

function tooMany(): Error {
  return Object.assign(new Error('too many requests'), { code: 'RATE' });
}

function boundAddresses(server: FastifyInstance, max: number): void {
  const count = server.createRateLimit({ max, timeWindow: '1 minute', keyGenerator: ({ ip }) => ip });
  server.addHook('onRequest', async (request, reply) => {
    if (isAsset(request)) return;
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    reply.header('retry-after', counted.ttlInSeconds);
    throw tooMany();
  });
}

/** Told apart by the secret: whoever only names a key takes nothing from its holder. */
function nameOf({ headers, ip }: FastifyRequest, session: string | undefined): string {
  const secret = secretIn(headers.authorization ?? '') ?? session ?? '';
  return `${ip} ${createHash('sha256').update(secret).digest('base64')}`;
}

/** Before anything is looked up for a request, its caller and its address have a place for it, or it is sent away. */
function boundAtOnce(
  server: FastifyInstance,
  most: number,
  callerName: (request: FastifyRequest) => string,
): void {
  const underWay = new Map<string, number>();
  const change = (name: string, by: number) => {
    const count = (underWay.get(name) ?? 0) + by;
    if (count === 0) underWay.delete(name);
    else underWay.set(name, count);
  };
  const isFull = (name: string, places: number) => (underWay.get(name) ?? 0) >= places;
  server.addHook('onRequest', async (request, reply) => {
    const [caller, address] = [callerName(request), request.ip];
    if (isFull(caller, most) || isFull(address, most * CALLERS_AT_ADDRESS)) {
      // What is still to come of its body is not waited for.
      reply.header('connection', 'close');
      throw Object.assign(new Error('too many at once'), { code: 'BUSY' });
    }
    for (const name of [caller, address]) change(name, 1);
    reply.raw.once('close', () => {
      for (const name of [caller, address]) change(name, -1);
    });
  });
}

/** What a limit says no to; undefined for any other error. */
export function limitRefusal(error: FastifyError): Refusal | undefined {
  if (error.code === 'RATE') return refuse('too-many-requests', '');
  return error.code === 'BUSY' ? refuse('server-busy', '') : undefined;
}
