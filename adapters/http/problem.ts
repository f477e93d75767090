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
  'disk-full': 503,
  'storage-full': 503,
  'storage-failed': 503,
  'body-too-large': 413,
  'body-too-slow': 408,
  'media-type-not-allowed': 415,
  'key-missing': 401,
  'key-invalid': 401,
  'session-needed': 401,
  'session-ended': 401,
  'sign-in-failed': 401,
  'if-match-missing': 428,
  'version-differs': 412,
  'too-many-requests': 429,
  'server-busy': 503,
  'exports-busy': 503,
  'portal-not-set-up': 503,
  'server-not-ready': 503,
  'server-stopping': 503,
  'proposal-stale': 412,
  'cut-over-changed': 412,
};

/** How a client shows who it is; with every 401. */
const CHALLENGE = 'Bearer realm="openrebate"';

/** Answered before the whole request was read: what is still under way would be taken for the next one. */
const HANGS_UP: ReadonlySet<number> = new Set([405, 408, 413, 415]);

const RETRY_AFTER_SECONDS = 5;
const TRIES_AFTER_SECONDS = 60;
const FACT_MAX = 200;

const textSchema = z.strictObject({ title: z.string(), detail: z.string() });

/** RFC 9457; `errors` has every refusal, the members above it are those of the first. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string().describe('what is wrong'),
  status: z.int(),
  detail: z.exactOptional(z.string().describe('what to do about it')),
  code: z.string().describe('the code of the refusal, or "fault"'),
  at: z.string().describe('the parameter, field, or part of the address, that it is about'),
  requestId: z.exactOptional(z.string().describe('by which the log knows the request')),
  errors: z.array(
    z.strictObject({
      code: z.string(),
      at: z.string(),
      facts: z.record(z.string(), z.string()).describe('what the texts are made with'),
      title: z.string(),
      detail: z.string(),
      texts: z
        .strictObject({ en: textSchema, 'zh-CN': textSchema })
        .describe('title and detail in every language'),
    }),
  ),
});

export type Problem = z.infer<typeof problemSchema>;

/** Why not, in the reader's language and in all; the status is that of the first refusal. */
export function problemOf(refusals: readonly Refusal[], language: Language): Problem {
  const errors = refusals.map((refusal) => {
    const texts = { en: textOf(refusal, 'en'), 'zh-CN': textOf(refusal, 'zh-CN') };
    const { code, at, facts } = refusal;
    return { code, at, facts: clipped(facts), ...texts[language], texts };
  });
  const [first] = refusals;
  const [error] = errors;
  if (first === undefined || error === undefined) throw new Error('Fault: refused without a refusal');
  const { title, detail, code, at } = error;
  const status = STATUS_OF_CODE[first.code] ?? STATUS_OF_KIND[REFUSALS[first.code]];
  return { type: `urn:openrebate:refusal:${first.code}`, title, status, detail, code, at, errors };
}

/** What was given may be long; nobody reads all of it. */
function clipped(facts: Refusal['facts']): Record<string, string> {
  const clip = (text: string) => (text.length > FACT_MAX ? `${text.slice(0, FACT_MAX)}…` : text);
  return Object.fromEntries(Object.entries(facts).map(([name, text]) => [name, clip(text)]));
}

function textOf(refusal: Refusal, language: Language) {
  const { what, fix } = refusalText(refusal, language);
  return { title: what, detail: fix };
}

/** Answers with why not. */
export function sendRefusals(
  reply: FastifyReply,
  refusals: readonly Refusal[],
  language: Language,
): FastifyReply {
  const problem = problemOf(refusals, language);
  reply.header('content-language', language).header('vary', 'Accept-Language');
  if (problem.status === 401) reply.header('www-authenticate', CHALLENGE);
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  if (problem.status === 429 && !reply.hasHeader('retry-after')) {
    reply.header('retry-after', TRIES_AFTER_SECONDS);
  }
  if (HANGS_UP.has(problem.status) || problem.code === 'server-stopping') reply.header('connection', 'close');
  return send(reply, problem);
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
    .send({ ...problem, requestId: reply.request.id });
}
