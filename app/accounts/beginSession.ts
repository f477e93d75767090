import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { SignInMethod } from '../ports/accounts.ts';
import type { TenantId } from '../ports.ts';
import type { AccountPorts } from './accountPorts.ts';
import { openTo, type Standing, standingsOf } from './standing.ts';
import { tellTenants } from './tellTenants.ts';

/** What a browser gets: the secret of its session, the only time that anybody sees it. */
export type Begun = { readonly secret: string; readonly expiresAt: Date };

/** Where somebody signs in from, as far as it is known. */
export type SignInPlace = {
  /** What the browser calls itself. */
  readonly device: string;
  /** The secret of a session that the browser had before; it ends. */
  readonly before?: string;
  /** The tenant at whose own address the browser is: the session works there, or nowhere. */
  readonly at?: TenantId;
};

/** What was shown to sign in, and whether a second factor was among it. */
export type Shown = {
  readonly method: SignInMethod;
  readonly isStrong: boolean;
  /** The one tenant that what was shown counts for. */
  readonly onlyIn?: TenantId;
};

/** Nobody stays longer without signing in again, however busy. */
const SESSION_MS = 7 * 24 * 60 * 60 * 1000;
/** How long an ended session is remembered. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Begins a session for an account that has shown who it is; always with a secret of its own, so that none that somebody
 * slipped in counts. It works where the account worked last, else in the first of its tenants, a sandbox only where there is nothing else.
 */
export async function beginSession(
  ports: AccountPorts,
  account: string,
  { method, isStrong, onlyIn }: Shown,
  { device, before, at }: SignInPlace,
): Promise<Begun> {
  const now = ports.clock.now();
  const secret = hex(ports.random(32));
  if (before !== undefined) await endBySecret(ports, before);
  const memberships = await ports.accounts.of({ account }, (tx) => tx.memberships());
  const standings = await sandboxesLast(ports, await standingsOf(ports, account, memberships));
  const id = ports.ids.next();
  const { worksIn, expiresAt } = await ports.accounts.of({ account }, async (tx) => {
    await tx.forgetSessions(now, KEPT_MS);
    const last = (await tx.sessions(now)).find(({ tenant }) => tenant !== undefined)?.tenant;
    const open = openTo(standings, { onlyIn, at });
    const standing = open.find(({ tenant }) => tenant === last) ?? open[0];
    const times = { begunAt: now, seenAt: now };
    const session = {
      id,
      account,
      device,
      method,
      isStrong,
      ...times,
      ...(standing && { tenant: standing.tenant }),
      ...(onlyIn && { onlyIn }),
    };
    const kept = { secretSha256: secretSha256(ports, secret), lifeMs: SESSION_MS };
    return { worksIn: standing, expiresAt: await tx.addSession(session, kept) };
  });
  if (worksIn !== undefined) {
    const membership = { tenant: worksIn.tenant, person: worksIn.person.id };
    await tellTenants(ports, [membership], 'session.begin', { session: id, method });
  }
  return { secret, expiresAt };
}

/** Whoever has a company of their own comes to it, not to what they have only tried. */
async function sandboxesLast(
  { store }: AccountPorts,
  standings: readonly Standing[],
): Promise<readonly Standing[]> {
  const asked = standings.map(async (standing) => ({
    standing,
    isSandbox: await store.inTenant(standing.tenant, ({ access }) => access.isSandbox()),
  }));
  const known = await Promise.all(asked);
  return known
    .toSorted((one, other) => Number(one.isSandbox) - Number(other.isSandbox))
    .map(({ standing }) => standing);
}

/** Ends the session of a secret; one that is none ends nothing. */
export function endBySecret(ports: AccountPorts, secret: string): Promise<void> {
  return ports.accounts.of({ secretSha256: secretSha256(ports, secret) }, async (tx) => {
    const session = await tx.session();
    if (session !== undefined) await tx.endSessions({ id: session.id }, ports.clock.now());
  });
}

export function secretSha256(ports: Pick<AccountPorts, 'sha256'>, secret: string): string {
  return hex(ports.sha256(utf8(secret)));
}
