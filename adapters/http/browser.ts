import type { FastifyRequest } from 'fastify';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import type { OwnAddresses } from './ownAddresses.ts';

type Asking = Pick<FastifyRequest, 'method' | 'headers'>;

/** How the server tells its own pages and their sessions from everything else that a browser may send. */
export type Browser = {
  /** The secret of the session that the browser has with us. */
  readonly sessionIn: (request: Asking) => string | undefined;
  /** The header that keeps a session in the browser until then; `ended` takes it away. */
  readonly cookieOf: (session: KeptSession) => string;
  /** The address under which the browser has reached us: scheme, name and port. */
  readonly originOf: (request: Asking) => string;
  /** The code of the tenant whose own address that is. */
  readonly tenantAt: (request: Asking) => string | undefined;
  /**
   * Whether a page of another site can be behind a request; only asked where the browser adds the session by itself.
   * Refuses: request-not-from-page.
   */
  readonly foreignPage: (request: Asking) => Refusal | undefined;
};

/** A session as a browser is to keep it. */
export type KeptSession = { readonly secret: string; readonly expiresAt: Date } | 'ended';

/** No page of another site can send it unasked: a browser asks us first, and we never answer. */
const OUR_PAGE = 'x-openrebate';

/** Where the public address is https, the name itself binds the cookie to it: no other host and no plain page can set it. */
export function browser(addresses: OwnAddresses, now: () => Date): Browser {
  const { isSecure } = addresses;
  const name = isSecure ? '__Host-openrebate' : 'openrebate';
  const cookie = (value: string, seconds: number) =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`;
  const originOf = ({ headers: { host } }: Asking) => addresses.originOf(host);
  return {
    sessionIn: ({ headers }) => valueIn(headers.cookie ?? '', name),
    cookieOf: (session) => {
      if (session === 'ended') return cookie('', 0);
      const seconds = Math.max(0, Math.floor((session.expiresAt.getTime() - now().getTime()) / 1000));
      return cookie(session.secret, seconds);
    },
    originOf,
    tenantAt: ({ headers: { host } }) => addresses.tenantAt(host),
    foreignPage: (request) => {
      const { [OUR_PAGE]: mark, origin, 'sec-fetch-site': site } = request.headers;
      const isReading = request.method === 'GET' || request.method === 'HEAD';
      const allowed = isReading ? ['same-origin', 'none'] : ['same-origin'];
      const isOurs =
        (isReading || mark !== undefined) &&
        (origin === undefined || origin === originOf(request)) &&
        (site === undefined || allowed.includes(String(site)));
      return isOurs ? undefined : refuse('request-not-from-page', 'X-OpenRebate');
    },
  };
}

/** Two cookies of one name are none: nobody knows which one is ours. */
function valueIn(header: string, name: string): string | undefined {
  const values = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  return values.length === 1 && value !== '' ? value : undefined;
}
