import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Caller } from '../access/caller.ts';
import type { AccountSession } from '../ports/accounts.ts';
import type { TenantId } from '../ports.ts';
import type { AccountPorts } from './accountPorts.ts';
import { secretSha256 } from './beginSession.ts';
import { callerOf, isOpen, standingIn } from './standing.ts';

/** Whoever has gone home has to sign in again. */
const IDLE_MS = 12 * 60 * 60 * 1000;
/** A session in constant use is not written for each request. */
const SEEN_AGAIN_MS = 60_000;

/** The form of a secret of ours; nothing else is looked up. */
const SECRET = /^[0-9a-f]{64}$/;

/**
 * Who a session is, where it works (at the address of a tenant: there), and what they may now: a role that was taken away is gone at the next request. Where the
 * account is nobody in that tenant any more, it is somebody without a tenant.
 * Refuses: session-ended, alike for a secret that is none, and a session that ended, expired or lay idle.
 */
export async function sessionCaller(
  ports: AccountPorts,
  secret: string,
  at?: TenantId,
): Promise<Result<Caller>> {
  const ended = refused(refuse('session-ended', ''));
  if (!SECRET.test(secret)) return ended;
  const now = ports.clock.now();
  const session = await ports.accounts.of({ secretSha256: secretSha256(ports, secret) }, async (tx) => {
    const found = await tx.session();
    if (found === undefined || !isValid(found, now)) return undefined;
    if (now.getTime() - found.seenAt.getTime() > SEEN_AGAIN_MS) await tx.seenSession(found.id, now);
    return found;
  });
  if (session === undefined) return ended;
  const { id, account, isStrong, onlyIn } = session;
  const tenant = at ?? session.tenant;
  const mayWork = tenant !== undefined && isOpen(tenant, { onlyIn });
  const standing = mayWork ? await standingIn(ports, tenant, account) : undefined;
  if (standing !== undefined) return accept(callerOf(standing, { ...session, ...(at && { at }) }));
  const nobody = { tenant: '', actor: { kind: 'system', id: 'stranger' }, scopes: new Set<never>() } as const;
  return accept({
    ...nobody,
    session: { id, account, isStrong, ...(onlyIn && { onlyIn }), ...(at && { at }) },
  });
}

function isValid({ endedAt, expiresAt, seenAt }: AccountSession, now: Date): boolean {
  return endedAt === undefined && expiresAt > now && now.getTime() - seenAt.getTime() < IDLE_MS;
}
