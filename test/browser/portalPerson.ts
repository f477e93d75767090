import { createPerson } from '../../app/access/createPerson.ts';
import type { Role } from '../../app/access/role.ts';
import { setRoles } from '../../app/access/setRoles.ts';
import { addAccount } from '../../app/accounts/addAccount.ts';
import { setPassword } from '../../app/accounts/changePassword.ts';
import { systemActor } from '../../app/actor.ts';
import { takeMessage } from '../../app/claims/takeMessages.ts';
import type { World } from '../support/api/world.ts';
import { taken } from '../support/scenario.ts';
import type { Look, Pages, Visit } from './openPages.ts';

export const PASSWORD = 'a lamp, a boat, 3 keys';

/** Lets a person of a partner in, without a role to look at nothing; gives its e-mail address. */
export async function letPartnerIn({ api, tenant }: World, partner: string, role?: Role): Promise<string> {
  const actor = systemActor('cli');
  const email = `${role ?? 'nobody'}.${partner}@example.com`.toLowerCase();
  const wanted = { login: email, name: 'Fay Grant', partners: [partner] };
  const { id: person } = taken(await createPerson(api.ports, tenant, wanted, actor));
  if (role !== undefined) taken(await setRoles(api.ports, tenant, { person, roles: [{ role }] }, actor));
  const account = taken(await addAccount(api.ports, tenant, { person, email }, actor));
  taken(await setPassword(api.ports, { account, email }, PASSWORD, []));
  return email;
}

/** What a worker does with what partners have sent. */
export async function takeAll({ api, tenant }: World): Promise<void> {
  const waiting = await api.ports.store.inTenant(tenant, (tx) => tx.messages.untaken());
  for (const id of waiting) await takeMessage(api.ports, tenant, id);
}

/** Goes to a page of the portal as somebody who has signed in. */
export async function visitAs(pages: Pages, email: string, path: string, look?: Look): Promise<Visit> {
  const visit = await pages.visit(`/portal/sign-in?to=${encodeURIComponent(path)}`, look);
  const { page } = visit;
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname === path.split('?')[0]);
  await page.waitForSelector('[role=status]', { state: 'detached' });
  return visit;
}
