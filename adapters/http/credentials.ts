import type { Caller } from '../../app/access/caller.ts';
import type { TenantId } from '../../app/ports.ts';
import {
  accept,
  type Refusal,
  type RefusalCode,
  type Result,
  refuse,
  refused,
} from '../../core/refusal/refusals.ts';
import type { FailedTries } from './failedTries.ts';
import type { Route } from './route.ts';

export type Authenticate = (secret: string) => Promise<Result<Caller>>;

/** At the address of a tenant a session works there, or nowhere. */
export type AuthenticateSession = (secret: string, at: TenantId | undefined) => Promise<Result<Caller>>;

export type CallerOptions = {
  /** Refuses: key-invalid, alike for an unknown, wrong, revoked and expired key. */
  readonly authenticate: Authenticate;
  /** The same of a browser. Refuses: session-ended, alike for one that is unknown, ended, expired or idle. */
  readonly authenticateSession: AuthenticateSession;
  /** Whom everybody is taken for who reads without a key; undefined where a key is needed. */
  readonly demo?: () => Caller;
};

/** What a request says about who asks. */
export type Claimed = {
  readonly authorization: string | undefined;
  readonly session: string | undefined;
  /** Why a page of another site could have sent it; undefined where none can. */
  readonly foreignPage: Refusal | undefined;
  readonly from: string;
  /** The tenant at whose own address it is asked: of others nothing is answered there. */
  readonly at: TenantId | undefined;
};

type Door<U> = Pick<Route<U>, 'scope' | 'method' | 'isPortal' | 'isOfAccount' | 'isTry'>;

/** Nobody in particular, at an address for everybody. */
const STRANGER: Caller = { tenant: '', actor: { kind: 'system', id: 'stranger' }, scopes: new Set() };

/** What wrong passwords are counted under, beside where they come from. */
const AT_THE_DOOR = 'sign-in';

/**
 * Who asks, and whether they may: by a key, else by the session of the browser. A session counts only for pages of ours, since
 * a browser sends it along whoever asks.
 * Refuses: key-missing, key-invalid, session-needed, session-ended, request-not-from-page, tenant-not-chosen, second-factor-needed,
 * too-many-requests (after many wrong keys from one place), scope-missing (scope), partner-not-allowed, address-of-another-tenant.
 */
export async function callerOf<U>(
  route: Door<U>,
  claimed: Claimed,
  options: CallerOptions,
  tries: FailedTries,
): Promise<Result<Caller>> {
  const { authorization, session, foreignPage, from, at: place } = claimed;
  if (route.isOfAccount && foreignPage !== undefined) return refused(foreignPage);
  if (route.scope === 'none') {
    const isTooMany = route.isOfAccount && tries.isTooMany({ from, key: AT_THE_DOOR });
    return isTooMany ? refused(refuse('too-many-requests', '')) : accept(STRANGER);
  }
  if (authorization !== undefined) {
    const secret = secretIn(authorization);
    const authenticate = async () =>
      secret === undefined ? refused(refuse('key-invalid', 'Authorization')) : options.authenticate(secret);
    const tried = { from, key: namedKey(authorization) };
    const shown = { tried, at: 'Authorization', authenticate, place };
    return callerShowing(route, shown, tries);
  }
  if (session !== undefined) {
    if (foreignPage !== undefined) return refused(foreignPage);
    const authenticate = () => options.authenticateSession(session, place);
    const shown = { tried: { from, key: 'session' }, at: '', authenticate, place };
    return callerShowing(route, shown, tries);
  }
  if (isOfBrowser(route.scope)) return refused(refuse('session-needed', ''));
  const demo = options.demo?.();
  if (demo === undefined || route.method !== 'GET') return refused(refuse('key-missing', 'Authorization'));
  return allowed(route, demo, place);
}

/** Counts a password, code or ticket that was wrong, with where it came from. */
export function countRefused<U>(
  route: Door<U>,
  result: Result<unknown>,
  from: string,
  tries: FailedTries,
): void {
  const isWrong = !result.ok && result.refusals.some(({ code }) => WRONG.includes(code));
  if (route.isOfAccount && (isWrong || route.isTry)) tries.add({ from, key: AT_THE_DOOR });
}

/** What somebody is told who guesses. */
const WRONG: readonly RefusalCode[] = [
  'sign-in-failed',
  'password-wrong',
  'invitation-invalid',
  'code-wrong',
  'ticket-invalid',
  'passkey-refused',
  'sso-refused',
  'reset-invalid',
];

type Shown = {
  /** What wrong ones are counted under, and where they come from. */
  readonly tried: Parameters<FailedTries['add']>[0];
  /** Where it stands in the request. */
  readonly at: string;
  readonly authenticate: () => Promise<Result<Caller>>;
  readonly place: TenantId | undefined;
};

async function callerShowing<U>(
  route: Door<U>,
  { tried, at, authenticate, place }: Shown,
  tries: FailedTries,
): Promise<Result<Caller>> {
  if (tries.isTooMany(tried)) return refused(refuse('too-many-requests', at));
  const caller = await authenticate();
  if (caller.ok) return allowed(route, caller.value, place);
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

/** It is about the browser that asks, and no key opens it. */
export function isOfBrowser(scope: Route<unknown>['scope']): scope is 'session' | 'account' {
  return scope === 'session' || scope === 'account';
}

function allowed<U>(
  { scope, isPortal }: Door<U>,
  caller: Caller,
  place: TenantId | undefined,
): Result<Caller> {
  if (place !== undefined && caller.tenant !== '' && caller.tenant !== place) {
    return refused(refuse('address-of-another-tenant', 'Host'));
  }
  if (isOfBrowser(scope)) {
    if (caller.session === undefined) return refused(refuse('session-needed', ''));
    const isConfined = scope === 'account' && caller.session.onlyIn !== undefined;
    return isConfined ? refused(refuse('account-not-shown', '')) : accept(caller);
  }
  if (caller.lacksFactor) return refused(refuse('second-factor-needed', ''));
  if (caller.tenant === '') return refused(refuse('tenant-not-chosen', ''));
  if (caller.partners !== undefined && !isPortal) {
    return refused(refuse('partner-not-allowed', 'Authorization'));
  }
  if (scope !== 'any' && scope !== 'none' && !caller.scopes.has(scope)) {
    return refused(refuse('scope-missing', 'Authorization', { scope }));
  }
  return accept(caller);
}
