import { randomBytes } from 'node:crypto';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';
import type { AddressFault, Courier, Parcel, Receipt } from '../../app/ports/courier.ts';

export type CourierOptions = {
  /** Names and addresses of our own network that may be sent to all the same, over HTTP as well; without a port, each of its ports. */
  readonly privateHosts: readonly string[];
  /** What programs outside read of us. */
  readonly userAgent: string;
  /** How long one attempt takes at most, from name to answer. Units: milliseconds. */
  readonly timeoutMs?: number;
  /** How names are looked up; without it as the machine does. */
  readonly lookup?: LookupFunction;
};

const TIMEOUT_MS = 10_000;
/** What is read of an answer; the rest is nobody's business. */
const ANSWER_BYTES_MAX = 2000;
const SAID_MAX = 300;
const AGAIN_MAX_S = 3600;
const URL_MAX = 2000;
const SECRET_BYTES = 32;

/**
 * Posts events signed by Standard Webhooks. Only over HTTPS, and only to the public internet: what a name leads to is looked at when
 * the connection is made, so that a name that changes its mind leads nowhere else. Redirects are never followed. An operator can name
 * hosts of their own network that may be sent to.
 */
export function httpCourier(options: CourierOptions): Courier {
  return {
    faultOf: (url) => faultOf(url, options),
    newSecret: () => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
    send: (parcel) => send(parcel, options),
  };
}

function faultOf(text: string, options: CourierOptions): AddressFault | undefined {
  const url = text.length <= URL_MAX && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '' || url.hash !== '')
    return 'webhook-address-invalid';
  const isOwn = isNamed(url, options);
  if (url.protocol !== 'https:' && !(isOwn && url.protocol === 'http:')) return 'webhook-address-not-https';
  return !isOwn && isPrivate(url) ? 'webhook-address-private' : undefined;
}

/** By the host as it is written, with its port or for all of them. */
function isNamed({ hostname, port, protocol }: URL, { privateHosts }: CourierOptions): boolean {
  const used = port === '' ? (protocol === 'http:' ? '80' : '443') : port;
  return privateHosts.includes(hostname) || privateHosts.includes(`${hostname}:${used}`);
}

/** An address that says itself that it is none of the public internet; a name says nothing yet. */
function isPrivate({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return ipaddr.parse(host).range() !== 'unicast';
  return host === 'localhost' || host.endsWith('.localhost') || !host.includes('.');
}

async function send(parcel: Parcel, options: CourierOptions): Promise<Receipt> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  if (faultOf(parcel.url, options) !== undefined) return { outcome: 'forbidden', said: '', tookMs: 0 };
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  try {
    return { ...(await exchange(parcel, options, signal)), tookMs: took() };
  } catch (error) {
    return { ...(signal.aborted ? LATE : failureOf(error)), tookMs: took() };
  }
}

type Answered = Omit<Receipt, 'tookMs'>;

const LATE: Answered = { outcome: 'late', said: '' };

async function exchange(parcel: Parcel, options: CourierOptions, signal: AbortSignal): Promise<Answered> {
  const url = new URL(parcel.url);
  const isOwn = isNamed(url, options);
  // A connection of its own for each: none is handed on that was let through for another.
  const agent = isOwn
    ? new (url.protocol === 'http:' ? HttpAgent : HttpsAgent)()
    : new RequestFilteringHttpsAgent();
  const asks = url.protocol === 'http:' ? httpRequest : httpsRequest;
  const content = Buffer.from(parcel.body);
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = headersOf(parcel, content, options);
      const { lookup } = options;
      const how = { method: 'POST', agent, signal, headers, ...(lookup && { lookup }) };
      const asked = asks(url, how, resolve);
      asked.on('error', reject);
      asked.end(content);
    });
    const said = await beginningOf(response);
    return answeredBy(response, said);
  } finally {
    agent.destroy();
  }
}

function headersOf({ id, at, body, secrets }: Parcel, content: Buffer, { userAgent }: CourierOptions) {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body));
  return {
    'content-type': 'application/json',
    'content-length': content.length,
    'user-agent': userAgent,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length >= ANSWER_BYTES_MAX) break;
  }
  response.destroy();
  return sayable(Buffer.concat(chunks).subarray(0, ANSWER_BYTES_MAX).toString('utf8'));
}

/** One line that can be kept and shown. */
function sayable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, SAID_MAX)
    .toWellFormed();
}

function answeredBy({ statusCode: status = 0, headers }: IncomingMessage, said: string): Answered {
  if (status >= 200 && status < 300) return { outcome: 'taken', status, said };
  if (status >= 300 && status < 400) return { outcome: 'redirected', status, said };
  const wanted = headers['retry-after'];
  const seconds = wanted !== undefined && /^\d{1,6}$/.test(wanted) ? Number(wanted) : 0;
  const again = status === 429 || status === 503 ? Math.min(seconds, AGAIN_MAX_S) * 1000 : 0;
  return { outcome: 'refused', status, said, ...(again > 0 && { againMs: again }) };
}

function failureOf(error: unknown): Answered {
  const { message, code } = error as Error & { readonly code?: string };
  if (/is not allowed\. Because/.test(message)) return { outcome: 'forbidden', said: '' };
  return { outcome: 'unreachable', said: code ?? '' };
}
