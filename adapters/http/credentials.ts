import type { Caller } from '../../app/access/caller.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { FailedTries } from './failedTries.ts';
import type { Route } from './route.ts';

export type Authenticate = (secret: string) => Promise<Result<Caller>>;

export type CallerOptions = {
  /** Refuses: key-invalid, alike for an unknown, wrong, revoked and expired key. */
  readonly authenticate: Authenticate;
  /** Whom everybody is taken for who reads without a key; undefined where a key is needed. */
  readonly demo?: Caller;
};

/** Nobody in particular, at an address for everybody. */
const STRANGER: Caller = { tenant: '', actor: { kind: 'system', id: 'stranger' }, scopes: new Set() };

/**
 * Who asks, and whether they may.
 * Refuses: key-missing, key-invalid, too-many-requests (after many wrong keys from one place),
 * scope-missing (scope), partner-not-allowed.
 */
export async function callerOf<U>(
  route: Pick<Route<U>, 'scope' | 'method' | 'isPortal'>,
  request: { readonly authorization: string | undefined; readonly from: string },
  { authenticate, demo }: CallerOptions,
  tries: FailedTries,
): Promise<Result<Caller>> {
  if (route.scope === 'none') return accept(STRANGER);
  const { authorization } = request;
  if (authorization === undefined) {
    if (demo === undefined || route.method !== 'GET') return refused(refuse('key-missing', 'Authorization'));
    return allowed(route, demo);
  }
  const tried = { from: request.from, key: namedKey(authorization) };
  if (tries.isTooMany(tried)) return refused(refuse('too-many-requests', 'Authorization'));
  const secret = secretIn(authorization);
  const caller =
    secret === undefined ? refused(refuse('key-invalid', 'Authorization')) : await authenticate(secret);
  if (caller.ok) return allowed(route, caller.value);
  tries.add(tried);
  return caller;
}

/** A whole key with its secret; nobody looked whether it is one of ours. */
export function secretIn(authorization: string): string | undefined {
  return /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization)?.[1];
}

/** The part of a key that is no secret, as logs may show it. */
export function namedKey(authorization: string): string {
  return /\bork_[a-z0-9-]{1,63}_[0-9a-f]{12}/.exec(authorization)?.[0] ?? 'none';
}

function allowed<U>(
  { scope, isPortal }: Pick<Route<U>, 'scope' | 'isPortal'>,
  caller: Caller,
): Result<Caller> {
  if (caller.partners !== undefined && !isPortal) {
    return refused(refuse('partner-not-allowed', 'Authorization'));
  }
  if (scope !== 'any' && scope !== 'none' && !caller.scopes.has(scope)) {
    return refused(refuse('scope-missing', 'Authorization', { scope }));
  }
  return accept(caller);
}
