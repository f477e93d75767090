import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { REFUSALS, type Refusal, type RefusalCode, type RefusalKind } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { refusalText } from '../../core/wording/refusalText.ts';

const STATUS_OF_KIND: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  missing: 400,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
};

/** Refusals for which HTTP has a status of its own. */
const STATUS_OF_CODE: { readonly [code in RefusalCode]?: number } = {
  'method-not-allowed': 405,
  'host-not-allowed': 421,
  'database-not-answering': 503,
};

const RETRY_AFTER_SECONDS = 5;

/** RFC 9457; `errors` has every refusal, the members above it are those of the first. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string().describe('what is wrong'),
  status: z.int(),
  detail: z.exactOptional(z.string().describe('what to do about it')),
  code: z.string().describe('the code of the refusal, or "fault"'),
  at: z.string().describe('the parameter, or part of the address, that it is about'),
  errors: z.array(
    z.strictObject({ code: z.string(), at: z.string(), title: z.string(), detail: z.string() }),
  ),
});

export type Problem = z.infer<typeof problemSchema>;

/** Answers with why not, in the reader's language. */
export function sendRefusals(
  reply: FastifyReply,
  refusals: readonly Refusal[],
  language: Language,
): FastifyReply {
  const errors = refusals.map((refusal) => {
    const { what, fix } = refusalText(refusal, language);
    return { code: refusal.code, at: refusal.at, title: what, detail: fix };
  });
  const [first] = refusals;
  const [error] = errors;
  if (first === undefined || error === undefined) throw new Error('Fault: refused without a refusal');
  const status = STATUS_OF_CODE[first.code] ?? STATUS_OF_KIND[REFUSALS[first.code]];
  reply.header('content-language', language).header('vary', 'Accept-Language');
  if (status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return send(reply, {
    type: `urn:openrebate:refusal:${first.code}`,
    title: error.title,
    status,
    detail: error.detail,
    code: error.code,
    at: error.at,
    errors,
  });
}

/** A fault tells nothing about itself to the outside; the log has it. */
export function sendFault(reply: FastifyReply): FastifyReply {
  return send(reply, {
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    code: 'fault',
    at: '',
    errors: [],
  });
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(problem);
}
