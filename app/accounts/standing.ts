import type { Caller } from '../access/caller.ts';
import { scopesOf } from '../access/role.ts';
import type { Person, RoleGrant } from '../ports/accessStore.ts';
import type { AccountSession, Membership } from '../ports/accounts.ts';
import type { TenantId } from '../ports.ts';
import type { AccountPorts } from './accountPorts.ts';

/** Where an account may work, and as whom. */
export type Standing = {
  readonly tenant: TenantId;
  readonly code: string;
  readonly name: string;
  readonly person: Person;
  readonly grants: readonly RoleGrant[];
  /** Here a second factor has to be shown. */
  readonly needsFactor: boolean;
};

/** The tenants in which an account is a person who has not left, by code. */
export async function standingsOf(
  ports: AccountPorts,
  account: string,
  memberships: readonly Membership[],
): Promise<readonly Standing[]> {
  const found = await Promise.all(memberships.map(({ tenant }) => standingIn(ports, tenant, account)));
  const standings = found.filter((one) => one !== undefined);
  return standings.sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** As whom an account works in a tenant now; undefined where it is nobody there, or has left. */
export function standingIn(
  ports: AccountPorts,
  tenant: TenantId,
  account: string,
): Promise<Standing | undefined> {
  return ports.store.inTenant(tenant, async ({ access }) => {
    const person = await access.member(account);
    if (person === undefined || !person.isActive) return undefined;
    const [code, name] = [await access.tenantCode(), await access.tenantName()];
    const { needsSecondFactor: needsFactor } = await access.signInPolicy();
    return { tenant, code, name, person, grants: await access.grants(person.id), needsFactor };
  });
}

/** What a session is confined to: the tenant that it was shown for, and the one at whose own address the browser is. */
export type Confines = { readonly onlyIn?: TenantId | undefined; readonly at?: TenantId | undefined };

/** Of those, where a session may work. */
export function openTo(standings: readonly Standing[], confines: Confines): readonly Standing[] {
  return standings.filter(({ tenant }) => isOpen(tenant, confines));
}

export function isOpen(tenant: TenantId, { onlyIn, at }: Confines): boolean {
  return [onlyIn, at].every((one) => one === undefined || one === tenant);
}

type SessionOfCaller = Pick<AccountSession, 'id' | 'account' | 'isStrong' | 'onlyIn'> & Pick<Confines, 'at'>;

/** What somebody may who works there with a session. */
export function callerOf(
  { tenant, person, grants, needsFactor }: Standing,
  { id: session, account, isStrong, onlyIn, at }: SessionOfCaller,
): Caller {
  const { id, partners } = person;
  const scopes = new Set(grants.flatMap(({ role }) => scopesOf(role)));
  return {
    ...{
      tenant,
      actor: { kind: 'person', id },
      scopes,
      session: { id: session, account, isStrong, ...(onlyIn && { onlyIn }), ...(at && { at }) },
    },
    ...(partners && { partners }),
    ...(needsFactor && !isStrong && { lacksFactor: true }),
  };
}
