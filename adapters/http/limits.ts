import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyError, FastifyInstance } from 'fastify';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { namedKey } from './credentials.ts';

/** What the server takes on; beyond it says so at once instead of answering late. */
export type Limits = {
  /** Of one key, or of one address without a key. */
  readonly requestsPerMinute: number;
  /** How long the process may be behind with its work. */
  readonly delayMs: number;
};

/** More than these at once are not connected; a slow one holds a socket and nothing else. */
const CONNECTIONS_MAX = 4000;
const HEADERS_MAX = 100;

/** How many callers are counted at a time; the oldest is forgotten first. */
const CALLERS_MAX = 10_000;

export async function addLimits(server: FastifyInstance, limits: Limits): Promise<void> {
  server.server.maxConnections = CONNECTIONS_MAX;
  server.server.maxHeadersCount = HEADERS_MAX;
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
    keyGenerator: ({ headers, ip }) => `${ip} ${namedKey(headers.authorization ?? '')}`,
    errorResponseBuilder: () => Object.assign(new Error('too many requests'), { code: 'RATE' }),
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
}

/** What a limit says no to; undefined for any other error. */
export function limitRefusal(error: FastifyError): Refusal | undefined {
  if (error.code === 'RATE') return refuse('too-many-requests', '');
  return error.code === 'BUSY' ? refuse('server-busy', '') : undefined;
}
