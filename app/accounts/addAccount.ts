import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { TenantId } from '../ports.ts';
import type { AccountPorts } from './accountPorts.ts';
import { emailOf } from './emailOf.ts';

/**
 * Gives a person an account by an e-mail address: the one that has it already, in whichever tenant, or a new one without a
 * password. Gives the id of the account.
 * Refuses: email-invalid, person-not-found, member-exists (login).
 */
export async function addAccount(
  ports: AccountPorts,
  tenant: TenantId,
  { person, email: given }: { readonly person: string; readonly email: string },
  actor: Actor,
): Promise<Result<string>> {
  const email = emailOf(given);
  if (!email.ok) return email;
  const account = await accountAt(ports, email.value);
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await tx.access.person(person);
    if (found === undefined) return refused(refuse('person-not-found', 'person', { id: person }));
    if (!(await tx.access.addMember(person, account, ports.clock.now()))) {
      return refused(refuse('member-exists', 'email', { login: found.login }));
    }
    await auditDeed(ports, tx, { actor, action: 'person.account', object: person, body: { account } });
    return accept(account);
  });
}

/** The account of an address, made where there is none: of two that make it at once the second finds the first one’s. */
export async function accountAt(ports: AccountPorts, email: string): Promise<string> {
  const known = () => ports.accounts.of({ email }, (tx) => tx.account());
  const id = (await known())?.id;
  if (id !== undefined) return id;
  const account = { id: ports.ids.next(), email };
  const isMade = await ports.accounts.of({ email }, (tx) => tx.addAccount(account, ports.clock.now()));
  const made = isMade ? account : await known();
  if (made === undefined) throw new Error('Fault: an account that is and is not');
  return made.id;
}
