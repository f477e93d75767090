import createClient from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import type { components, paths } from './openApi.ts';
import { noAnswer, problemOf } from './problem.ts';
import { freshKey, sendingKeys } from './sendingKeys.ts';

export type Schemas = components['schemas'];

let spoken = 'en';

/** The language in which the server says its sentences and its refusals. */
export function speakToServer(language: string): void {
  spoken = language;
}

const keys = sendingKeys(freshKey);

/** Fetches, and throws every "no" as a Problem with the server's own words. Each write has a key, the same when it is sent again. */
async function send(request: Request): Promise<Response> {
  const write = request.method === 'GET' ? undefined : await nameOf(request.clone());
  request.headers.set('accept-language', spoken);
  // No page of another site can send it unasked; so a session is only used by pages of ours.
  request.headers.set('x-openrebate', 'page');
  if (write !== undefined) request.headers.set('idempotency-key', keys.keyOf(write));
  const response = await fetch(request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw noAnswer();
  });
  if (write !== undefined) keys.answered(write);
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** What is written, where: two writes with the same name are the same write. */
async function nameOf(request: Request): Promise<string> {
  const bytes = await request.arrayBuffer();
  // Without a secure address there is no digest; then a write is its own name.
  const text =
    crypto.subtle === undefined
      ? new TextDecoder().decode(bytes)
      : new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toString();
  return `${request.method} ${request.url} ${text}`;
}

/** Calls as such, for what is no query: downloads, uploads. */
export const call = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: send });

/** `api.useQuery('get', '/api/v1/earnings', { params: { query } })`, and `api.useMutation` for writes. */
export const api = createQueries(call);
