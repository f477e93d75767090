import { ERASE } from '../../core/audit/verifyChain.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { linkAudit } from '../audit/linkAudit.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Person } from '../ports/accessStore.ts';
import type { PersonNames } from '../ports/privacyStore.ts';
import type { TenantId, Tx } from '../ports.ts';
import type { PrivacyPorts } from './exportPerson.ts';
import { isForgotten, pseudonymOf } from './pseudonym.ts';

/** The reason stays in the trail: it names nobody. */
export type Forgetting = { readonly id: string; readonly reason: string };

/** `entries`: how many entries of the trail lost their content. */
export type Forgotten = {
  readonly person: Person;
  readonly isChanged: boolean;
  readonly entries: number;
};

/**
 * Forgets who a person was, once they have left: login, name, address, invitations, notices, views, and the content of audit entries
 * that say them. What they did stays under their id, the books and the chain of the trail as they are. Done again, it changes nothing;
 * broken off, it is gone on with.
 * Refuses: audit-reason-missing, person-not-found, person-not-gone (login).
 */
export async function erasePerson(
  ports: PrivacyPorts,
  tenant: TenantId,
  { id, reason: given }: Forgetting,
  actor: Actor,
): Promise<Result<Forgotten>> {
  const reason = given.trim();
  if (reason === '') return refused(refuse('audit-reason-missing', 'reason'));
  const [asked, account] = await ports.store.inTenant(
    tenant,
    async ({ access }) => [goneOf(await access.person(id), id), await access.accountOf(id)] as const,
  );
  // Before the trail is linked: that is much work for a "no".
  if (!asked.ok) return asked;
  const email = account && (await ports.accounts.of({ account }, (tx) => tx.account()))?.email;
  // Only what has its link can lose its content.
  await linkAudit(ports, tenant);
  const forgotten = await ports.store.inTenant(tenant, async (tx) => {
    const gone = goneOf(await tx.access.lockPerson(id), id);
    if (!gone.ok) return gone;
    const person = gone.value;
    if (isForgotten(person)) return accept({ person, isChanged: false, entries: 0 });
    return accept(await forget(ports, tx, { person, email, reason, actor }));
  });
  if (forgotten.ok && account !== undefined) await letAccountGo(ports, tenant, { account, person: id });
  return forgotten;
}

function goneOf(person: Person | undefined, id: string): Result<Person> {
  if (person === undefined) return refused(refuse('person-not-found', 'id', { id }));
  if (person.isActive) return refused(refuse('person-not-gone', 'id', { login: person.login }));
  return accept(person);
}

async function forget(
  ports: PrivacyPorts,
  tx: Tx,
  { person, email, reason, actor }: PersonToForget,
): Promise<Forgotten> {
  const { id, login, version } = person;
  const at = ports.clock.now();
  const who: PersonNames = { person: id, names: email === undefined ? [login] : [login, email] };
  const entries = await tx.privacy.saying(who);
  for (const entry of entries) {
    if (!(await tx.audit.erase(entry))) continue;
    await auditDeed(ports, tx, { actor, action: ERASE, object: entry, body: { reason } });
  }
  for (const key of await tx.access.validKeys(id, at)) await tx.access.revokeKey(key.id, at);
  for (const grant of await tx.access.grants(id)) await tx.access.endGrant(grant.id, at);
  const pseudonym = pseudonymOf(id, (await tx.privacy.forgotten()) + 1);
  await tx.privacy.forget(who, pseudonym, at);
  const body = { reason, entries: entries.length };
  await auditDeed(ports, tx, { actor, action: 'person.erase', object: id, body });
  const forgotten = { ...person, ...pseudonym, version: version + 1 };
  return { person: forgotten, isChanged: true, entries: entries.length };
}

type PersonToForget = {
  readonly person: Person;
  readonly email: string | undefined;
  readonly reason: string;
  readonly actor: Actor;
};

/** An account that is a person of another tenant, too, stays theirs; of this one it is a member no more. */
async function letAccountGo(
  ports: PrivacyPorts,
  tenant: TenantId,
  { account, person }: { readonly account: string; readonly person: string },
): Promise<void> {
  await ports.accounts.of({ account }, async (tx) => {
    if ((await tx.account()) === undefined) return;
    const memberships = await tx.memberships();
    if (memberships.every((membership) => membership.tenant === tenant)) await tx.forgetAccount();
  });
  await ports.store.inTenant(tenant, (tx) => tx.privacy.endMembership(person));
}
