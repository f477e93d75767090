import { type FastifyReply, type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify';
import { actorText } from '../../app/actor.ts';

import { redacted } from './redacted.ts';

export type LogOptions = {
  readonly level: string;
  /** Where the lines go; standard output without it. */
  readonly stream?: { readonly write: (line: string) => void };
};

/**
 * One line per answer: the route as it is declared, never the address as it was asked for, which
 * can hold anything. No header, no query, no client address; who asked by their id.
 */
class RequestLog extends LogController {
  override incomingRequest(): void {}
  override routeNotFound(): void {}
  override requestCompleted(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url ?? 'none';
    const milliseconds = Math.round(reply.elapsedTime);
    const { actor, tenant } = request.caller ?? {};
    const caller = tenant ? { tenant, ...(actor && { actor: actorText(actor) }) } : {};
    const { method } = request;
    request.log.info({ method, route, status: reply.statusCode, milliseconds, ...caller }, 'answered');
  }
}

/** An error by what it is; other members can hold rows of the database. */
function errorJson(error: Error) {
  const { name, message, stack } = error;
  const code = 'code' in error ? { code: error.code } : {};
  return { type: name, message: redacted(message), stack: redacted(stack ?? ''), ...code };
}

export function logOptions(log: LogOptions | false): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  const logController = new RequestLog();
  if (log === false) return { logger: false, logController };
  return {
    logController,
    logger: {
      level: log.level,
      ...(log.stream && { stream: log.stream }),
      serializers: { err: errorJson, req: () => ({}) },
    },
  };
}
