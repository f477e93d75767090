import { createHash, createHmac } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../../app/access/caller.ts';
import type { TenantId } from '../../app/ports.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Browser } from './browser.ts';
import { type CallerOptions, callerOf, countRefused, namedKey } from './credentials.ts';
import { dispositionOf } from './download.ts';
import { entityTag, isKnown, seenVersion } from './entityTag.ts';
import type { FailedTries } from './failedTries.ts';
import { checkBody, readJsonBody } from './jsonBody.ts';
import { type InOneTransaction, type Keyed, onceOnly, readKey } from './onceOnly.ts';
import { readParameters } from './parameters.ts';
import { readParts } from './parts.ts';
import { sendRefusals } from './problem.ts';
import { requestLanguage } from './requestLanguage.ts';
import type { Answer, Asked, Route, Sender } from './route.ts';
import { sealOf } from './seal.ts';
import { receiveUpload, type Upload } from './upload.ts';

/** How the server works for whoever asks. */
export type Workings<U> = CallerOptions & {
  /** The use cases as this caller has them: their tenant, their name, their walls. */
  readonly useCases: (caller: Caller) => U;
  readonly inOneTransaction: InOneTransaction<U>;
  /** Does a write beside the thread that answers everybody; undefined where that route is answered here. */
  readonly beside?: (route: string) => AnswerOnce | undefined;
  /** The tenant of a code; undefined where there is none. */
  readonly findTenant: (code: string) => Promise<TenantId | undefined>;
  readonly now: () => Date;
};

/** Does what was asked once, under its key. */
export type AnswerOnce = (asked: Asked, keyed: Keyed) => Promise<Result<Answer>>;

/** What the server has at its door: who tried in vain, and how it knows its own pages. */
export type Entrance = { readonly tries: FailedTries; readonly browser: Browser };

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
    /** The tenant at whose own address it was asked. */
    at?: TenantId;
  }
}

/** Before anything of the request is read: who asks, and may they? */
export async function admit<U>(
  route: Route<U>,
  request: FastifyRequest,
  reply: FastifyReply,
  workings: Workings<U>,
  { tries, browser }: Entrance,
): Promise<FastifyReply | undefined> {
  const { authorization } = request.headers;
  const named = browser.tenantAt(request);
  const at = named === undefined ? undefined : await workings.findTenant(named);
  if (named !== undefined && at === undefined) {
    return sendRefusals(reply, [refuse('host-not-allowed', 'Host')], requestLanguage(request));
  }
  if (at !== undefined) request.at = at;
  const [session, foreignPage] = [browser.sessionIn(request), browser.foreignPage(request)];
  const claimed = { authorization, session, foreignPage, from: request.ip, at };
  const caller = await callerOf(route, claimed, workings, tries);
  if (!caller.ok) {
    const reason = caller.refusals[0]?.code;
    if (reason === 'session-ended') reply.header('set-cookie', browser.cookieOf('ended'));
    if (authorization !== undefined)
      request.log.warn({ key: namedKey(authorization), reason }, 'not admitted');
    if (!route.isRead) reply.header('connection', 'close');
    return sendRefusals(reply, caller.refusals, requestLanguage(request));
  }
  request.caller = caller.value;
  return undefined;
}

/** Reads the request, does what it asks, and answers. */
export async function answerRoute<U>(
  route: Route<U>,
  request: FastifyRequest,
  reply: FastifyReply,
  workings: Workings<U>,
  { tries, browser }: Entrance,
): Promise<FastifyReply> {
  const language = requestLanguage(request);
  const sent = await readContent(route, request);
  if (!sent.ok) return sendRefusals(reply, sent.refusals, language);
  const done = await perform(
    route,
    request,
    sent.value,
    { language, from: senderOf(request, browser) },
    workings,
  );
  countRefused(route, done, request.ip, tries);
  if (!done.ok) return sendRefusals(reply, done.refusals, language);
  if (done.value.session !== undefined) reply.header('set-cookie', browser.cookieOf(done.value.session));
  return sendAnswer(route, request, reply, done.value, language);
}

const DEVICE_MAX = 200;

function senderOf(request: FastifyRequest, browser: Browser): Sender {
  const session = browser.sessionIn(request);
  const device = (request.headers['user-agent'] ?? '').replaceAll(/\p{Cc}/gu, '').slice(0, DEVICE_MAX);
  const { at } = request;
  const place = { origin: browser.originOf(request), ...(at !== undefined && { at }) };
  return { device, ...place, ...(session !== undefined && { session }) };
}

/** A file that was sent is gone before the answer is. */
async function perform<U>(
  route: Route<U>,
  request: FastifyRequest,
  { content, remove }: Received,
  told: Told,
  workings: Workings<U>,
): Promise<Result<Answer>> {
  try {
    const asked = readAsked(route, request, content, told);
    return asked.ok ? await respond(route, request, asked.value, content.hash, workings) : asked;
  } finally {
    await remove();
  }
}

/** What of a request is told beside what it asks. */
type Told = Pick<Asked, 'language' | 'from'>;

type Content = { readonly value: unknown; readonly upload: Upload | undefined; readonly hash: string };
type Received = { readonly content: Content; readonly remove: () => Promise<void> };

const EMPTY: Content = { value: undefined, upload: undefined, hash: '' };
const nothing = async () => {};

/** Refuses: media-type-not-allowed (mediaType, expected), and what reading refuses. */
async function readContent<U>(route: Route<U>, request: FastifyRequest): Promise<Result<Received>> {
  const { upload, body, maxBytes } = route;
  const allowed = upload?.mediaTypes ?? (body === undefined ? [] : ['application/json']);
  if (allowed.length === 0) return accept({ content: EMPTY, remove: nothing });
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!allowed.includes(mediaType)) {
    const facts = { mediaType, expected: allowed.join(', ') };
    return refused(refuse('media-type-not-allowed', 'Content-Type', facts));
  }
  const limit = upload?.maxBytes ?? maxBytes;
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    return refused(refuse('body-too-large', 'body', { limit: String(limit) }));
  }
  const stream = request.body as Readable;
  if (upload === undefined) {
    const read = await readJsonBody(stream, limit);
    if (!read.ok) return read;
    const content = { value: read.value.value, upload: undefined, hash: sha256(read.value.bytes) };
    return accept({ content, remove: nothing });
  }
  const received = await receiveUpload(stream, mediaType, limit);
  if (!received.ok) return received;
  const { remove, upload: file } = received.value;
  return accept({ content: { value: undefined, upload: file, hash: file.sha256 }, remove });
}

function readAsked<U>(route: Route<U>, request: FastifyRequest, content: Content, told: Told): Result<Asked> {
  const query = readParameters(route.query, request.query as Record<string, unknown>);
  if (!query.ok) return query;
  const path = readParts(route.parts, request.params as Record<string, string>);
  if (!path.ok) return path;
  const body = checkBody(route.body ?? z.undefined(), content.value);
  if (!body.ok) return body;
  const seen = route.version === 'needed' ? seenVersion(request.headers['if-match']) : accept('');
  if (!seen.ok) return seen;
  const { caller } = request;
  if (caller === undefined) throw new Error('Fault: a request without caller');
  return accept({
    caller,
    path: path.value,
    query: query.value,
    body: body.value,
    // A route that takes no upload never looks at it.
    upload: content.upload as Upload,
    seenVersion: seen.value,
    ...told,
  });
}

async function respond<U>(
  route: Route<U>,
  request: FastifyRequest,
  asked: Asked,
  contentHash: string,
  workings: Workings<U>,
): Promise<Result<Answer>> {
  const caller = { ...asked.caller, isServedByUs: route.isServedByUs };
  if (route.isRead || route.isOfAccount) return route.respond(asked, workings.useCases(caller));
  const key = readKey(request.headers['idempotency-key']);
  if (!key.ok) return key;
  const secret = request.headers.authorization ?? asked.from.session ?? '';
  const asSent = [route.method, request.url, asked.seenVersion, contentHash].join('\n');
  // A hash of a short secret is found by trying; nobody tries without the sender's own.
  const requestHash = route.isSecret ? hmac(secret, asSent) : sha256(asSent);
  const keyed = { caller, key: key.value, requestHash, at: workings.now() };
  const beside = workings.beside?.(route.id);
  if (beside !== undefined) return beside({ ...asked, caller }, keyed);
  return onceOnly(
    workings.inOneTransaction,
    { ...keyed, ...(route.isSecret && { seal: sealOf(secret, key.value) }) },
    (useCases) => route.respond(asked, useCases),
  );
}

function sendAnswer<U>(
  route: Route<U>,
  request: FastifyRequest,
  reply: FastifyReply,
  { value, version, location, status, download }: Answer,
  language: Language,
): FastifyReply {
  reply
    .header('cache-control', 'no-store')
    .header('content-language', language)
    .header('vary', 'Accept-Language');
  if (version !== undefined) {
    reply.header('etag', entityTag(version));
    const { 'if-none-match': known } = request.headers;
    if (route.method === 'GET' && isKnown(known, version)) return reply.code(304).send();
  }
  if (location !== undefined) reply.header('location', location);
  if (download !== undefined) {
    reply.header('content-disposition', dispositionOf(download.name));
    return reply.type(download.mediaType).send(download.content);
  }
  return reply.code(status ?? route.status).send(value);
}

function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
