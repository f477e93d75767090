import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { Abandoned, outcomeOf } from '../abandoned.ts';
import { createPerson } from '../access/createPerson.ts';
import { setRoles } from '../access/setRoles.ts';
import { ssoBound } from '../access/setSsoProvider.ts';
import { systemActor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { joinedPorts } from '../joinedStore.ts';
import type { SignOnClaims, SignOnClient, SsoProvider } from '../ports/signOn.ts';
import type { TenantId, Tx } from '../ports.ts';
import type { AccountPorts } from './accountPorts.ts';
import { accountAt } from './addAccount.ts';
import { type Begun, beginSession, type SignInPlace } from './beginSession.ts';
import { emailOf, loginOf } from './emailOf.ts';
import { beginFlow, takeFlow } from './flow.ts';

export type SignOnBegun = { readonly address: string; readonly flow: string };

/**
 * Begins to sign in at the provider of a tenant: the browser goes to the address, and comes back to the page with what it holds.
 * Refuses: sso-not-set-up, alike for a tenant that there is not; sso-not-answering.
 */
export async function beginSignOn(
  ports: AccountPorts,
  { tenant: code, page }: { readonly tenant: string; readonly page: string },
): Promise<Result<SignOnBegun>> {
  const found = await providerOf(ports, await ports.store.findTenant(code));
  if (!found.ok) return found;
  const { tenant, client } = found.value;
  const begun = await ports.signOn.ask(client, page);
  if (begun === undefined) return refused(refuse('sso-not-answering', ''));
  const flow = await beginFlow(ports, 'signOn', { tenant, ...begun.asked });
  return accept({ address: begun.address, flow });
}

/**
 * Signs in with what the provider says: once, in the browser that asked, for the tenant that asked. The session works in that tenant
 * alone, and opens nothing of the account.
 * Refuses: sso-refused, alike whatever is wrong with the answer; sso-not-set-up; sso-nobody, who is neither known there nor let in by rule.
 */
export async function finishSignOn(
  ports: AccountPorts,
  { flow, address }: { readonly flow: string; readonly address: string },
  place: SignInPlace,
): Promise<Result<Begun>> {
  const no = refused(refuse('sso-refused', ''));
  const kept = await takeFlow(ports, 'signOn', flow);
  if (kept === undefined) return no;
  const found = await providerOf(ports, kept.tenant);
  if (!found.ok) return found;
  const { tenant, provider, client } = found.value;
  const { state = '', nonce = '', verifier = '', redirect = '' } = kept;
  const claims = await ports.signOn.finish(client, { state, nonce, verifier, redirect }, address);
  if (claims === undefined) return no;
  const account = await accountOf(ports, tenant, provider, claims);
  if (!account.ok) return account;
  return accept(
    await beginSession(ports, account.value, { method: 'sso', isStrong: true, onlyIn: tenant }, place),
  );
}

type Found = {
  readonly tenant: TenantId;
  readonly provider: SsoProvider;
  readonly client: SignOnClient;
};

async function providerOf(ports: AccountPorts, tenant: TenantId | undefined): Promise<Result<Found>> {
  const none = refused(refuse('sso-not-set-up', 'tenant'));
  if (tenant === undefined) return none;
  const provider = await ports.store.inTenant(tenant, ({ sso }) => sso.provider());
  if (provider?.isOn !== true) return none;
  const clientSecret = await ports.keys.open(provider.secret, ssoBound(tenant));
  if (!clientSecret.ok) return none;
  const { issuer, clientId } = provider;
  return accept({ tenant, provider, client: { issuer, clientId, clientSecret: clientSecret.value } });
}

/** The account of whoever signed in: linked before, or by the address that the provider has verified, or made by its rule. */
async function accountOf(
  ports: AccountPorts,
  tenant: TenantId,
  provider: SsoProvider,
  claims: SignOnClaims,
): Promise<Result<string>> {
  const { issuer } = provider;
  const { subject } = claims;
  const linked = await ports.store.inTenant(tenant, async ({ sso, access }) => {
    const person = await sso.person(issuer, subject);
    if (person === undefined) return undefined;
    const isActive = (await access.person(person))?.isActive === true;
    return { account: isActive ? await access.accountOf(person) : undefined };
  });
  const nobody = refused(refuse('sso-nobody', ''));
  if (linked !== undefined) return linked.account === undefined ? nobody : accept(linked.account);
  const email = emailOf(claims.isEmailVerified ? (claims.email ?? '') : '');
  if (!email.ok) return nobody;
  const known = await ports.accounts.of({ email: email.value }, (tx) => tx.account());
  const isMember =
    known !== undefined &&
    (await ports.store.inTenant(tenant, ({ access }) => access.member(known.id))) !== undefined;
  const isByRule = provider.role !== undefined && provider.domains.includes(email.value.split('@')[1] ?? '');
  if (!isMember && !isByRule) return nobody;
  const account = known?.id ?? (await accountAt(ports, email.value));
  const name = claims.name ?? email.value;
  const joined = await linkPerson(ports, tenant, { provider, subject, account, email: email.value, name });
  return joined.ok ? accept(account) : joined;
}

type Link = {
  readonly provider: SsoProvider;
  readonly subject: string;
  readonly account: string;
  readonly email: string;
  readonly name: string;
};

function linkPerson(ports: AccountPorts, tenant: TenantId, link: Link): Promise<Result<undefined>> {
  const done = ports.store.inTenant(tenant, async (tx) => {
    const person = await personOf(ports, tenant, tx, link);
    if (!person.ok) throw new Abandoned(person);
    const { issuer } = link.provider;
    const at = ports.clock.now();
    await tx.sso.link({ issuer, subject: link.subject, person: person.value, at });
    const actor = { kind: 'person', id: person.value } as const;
    await auditDeed(ports, tx, { actor, action: 'sso.link', object: person.value, body: { issuer } });
    return accept(undefined);
  });
  return outcomeOf(done);
}

/** Who the account is here already, active and one of ours; else a new person with the role of the rule. */
async function personOf(
  ports: AccountPorts,
  tenant: TenantId,
  tx: Tx,
  { provider, account, email, name }: Link,
): Promise<Result<string>> {
  const known = await tx.access.member(account);
  const nobody = refused(refuse('sso-nobody', ''));
  // The provider of the tenant speaks of its own people; a partner's are not among them.
  if (known !== undefined) return known.isActive && known.partners === undefined ? accept(known.id) : nobody;
  const { role } = provider;
  if (role === undefined) return nobody;
  const inside = joinedPorts(ports, tenant, tx);
  const actor = systemActor('signOn');
  const made = await createPerson(inside, tenant, { login: loginOf(email), name }, actor);
  if (!made.ok) return nobody;
  const { id } = made.value;
  if (!(await tx.access.addMember(id, account, ports.clock.now()))) return nobody;
  const granted = await setRoles(inside, tenant, { person: id, roles: [{ role }] }, actor);
  return granted.ok ? accept(id) : granted;
}
