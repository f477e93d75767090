import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { isUuid } from '../isUuid.ts';
import type { AccountSession } from '../ports/accounts.ts';
import type { TenantId } from '../ports.ts';
import type { AccountPorts } from './accountPorts.ts';
import { isOpen, openTo, type Standing, standingIn, standingsOf } from './standing.ts';

/** The session that asks, as its caller has it. */
export type OwnSession = {
  readonly id: string;
  readonly account: string;
  readonly onlyIn?: TenantId;
  readonly at?: TenantId;
};

/** Who is signed in, where they may work, and where they do. */
export type SessionView = {
  readonly email: string;
  readonly session: AccountSession;
  readonly standings: readonly Standing[];
};

export async function showSession(
  ports: AccountPorts,
  { id, account, at }: OwnSession,
): Promise<SessionView> {
  const now = ports.clock.now();
  const found = await ports.accounts.of({ account }, async (tx) => ({
    own: await tx.account(),
    session: (await tx.sessions(now)).find((one) => one.id === id),
    memberships: await tx.memberships(),
  }));
  const { own, session, memberships } = found;
  if (own === undefined || session === undefined) throw new Error('Fault: a session of nobody');
  return {
    email: own.email,
    session: at === undefined ? session : { ...session, tenant: at },
    standings: openTo(await standingsOf(ports, account, memberships), { onlyIn: session.onlyIn, at }),
  };
}

/** Where an account is signed in, the latest first. */
export function listSessions(
  ports: AccountPorts,
  { account }: OwnSession,
): Promise<readonly AccountSession[]> {
  return ports.accounts.of({ account }, (tx) => tx.sessions(ports.clock.now()));
}

/** Ends a session of the same account, this one or another. Refuses: session-not-found. */
export async function endSession(
  ports: AccountPorts,
  { account }: OwnSession,
  id: string,
): Promise<Result<undefined>> {
  const ended = isUuid(id)
    ? await ports.accounts.of({ account }, (tx) => tx.endSessions({ id }, ports.clock.now()))
    : 0;
  return ended === 0 ? refused(refuse('session-not-found', 'id', { id })) : accept(undefined);
}

/** Ends all sessions of the account but this one; gives how many. */
export function endOtherSessions(ports: AccountPorts, { id, account }: OwnSession): Promise<number> {
  return ports.accounts.of({ account }, (tx) => tx.endSessions({ butNot: [id] }, ports.clock.now()));
}

/** Lets a session work in another tenant of its account. Refuses: tenant-not-yours (tenant). */
export async function switchTenant(
  ports: AccountPorts,
  { id, account, onlyIn, at }: OwnSession,
  code: string,
): Promise<Result<Standing>> {
  const theirs = refused(refuse('tenant-not-yours', 'tenant', { tenant: code }));
  const tenant = await ports.store.findTenant(code);
  const mayWork = tenant !== undefined && isOpen(tenant, { onlyIn, at });
  const standing = mayWork ? await standingIn(ports, tenant, account) : undefined;
  if (standing === undefined) return theirs;
  await ports.accounts.of({ account }, (tx) => tx.workIn(id, standing.tenant));
  return accept(standing);
}
