import createClient from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import { keepCall } from './calls.ts';
import type { components, paths } from './openApi.ts';
import { noAnswer, type Problem, problemOf } from './problem.ts';
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
  const noted = noting(request);
  const response = await fetch(request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const silence = noAnswer();
    noted(undefined, silence);
    throw silence;
  });
  if (write !== undefined) keys.answered(write);
  const problem = response.ok ? undefined : await problemOf(response);
  noted(response, problem);
  if (problem !== undefined) throw problem;
  return response;
}

/** Which operation a request is, by the name that the description has for its address. */
const operations = new WeakMap<Request, string>();

/** Keeps of a call what whoever is asked for help may know. */
function noting(request: Request) {
  const [at, begun] = [new Date().toISOString(), performance.now()];
  const path = operations.get(request) ?? '';
  return (response: Response | undefined, problem: Problem | undefined) => {
    const requestId = response?.headers.get('x-request-id');
    keepCall({
      ...{ at, method: request.method, path, status: response?.status ?? 0 },
      ...(problem && { code: problem.code }),
      ...(requestId && { requestId }),
      ms: Math.round(performance.now() - begun),
    });
  };
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

call.use({
  onRequest: ({ request, schemaPath }) => {
    operations.set(request, schemaPath);
  },
});

/** `api.useQuery('get', '/api/v1/earnings', { params: { query } })`, and `api.useMutation` for writes. */
export const api = createQueries(call);
