import { createTenant } from '../../../adapters/db/createTenant.ts';
import { createPerson } from '../../../app/access/createPerson.ts';
import { ROLES, type Role } from '../../../app/access/role.ts';
import { addAccount } from '../../../app/accounts/addAccount.ts';
import { setPassword } from '../../../app/accounts/changePassword.ts';
import { createMember } from '../../../app/accounts/createMember.ts';
import { systemActor } from '../../../app/actor.ts';
import type { TenantId } from '../../../app/ports.ts';
import { FIXTURES } from '../../support/api/fixtures.ts';
import type { World } from '../../support/api/world.ts';
import { importMaster } from '../../support/importMaster.ts';
import { taken } from '../../support/scenario.ts';
import type { Pages } from '../openPages.ts';
import { letPartnerIn, PASSWORD } from '../portalPerson.ts';

/** Ids of what there is, by the names of the fixtures that made it: at least one of everything that operations of the API name. */
export type Made = Readonly<Record<string, string>>;

/** Who looks: our own people and those of a partner, who have everything, nothing yet, or may nothing. */
export type Lookers = Readonly<Record<'full' | 'empty' | 'forbidden', string>>;

export type CrawledWorld = {
  readonly made: Made;
  readonly office: Lookers;
  readonly portal: Lookers;
};

/** A tenant with something on every page, one in which nothing has happened yet, and who looks at them. */
export async function crawledWorld({ world, database }: Pages): Promise<CrawledWorld> {
  const made: Record<string, string> = {};
  for (const [name, fixture] of Object.entries(FIXTURES)) made[name] = (await fixture(world)).id;
  const { api } = world;
  const empty = await createTenant(database.ownerUrl, {
    id: api.ports.ids.next(),
    code: 'new',
    name: 'New',
    companies: [{ code: 'NEW', name: 'New', timeZone: 'UTC' }],
  });
  taken(
    await importMaster(
      api.ports,
      world.tenant,
      [{ kind: 'partner', code: 'BROWSER-P0', name: 'Nothing yet', attributes: {} }],
      systemActor('cli'),
    ),
  );
  const all = ROLES.filter((role) => !role.startsWith('partner'));
  const ann = await member(world, world.tenant, { name: 'Ann Lee', roles: all });
  await spokenOf(world, made, ann.person);
  return {
    made,
    office: {
      full: ann.email,
      empty: (await member(world, empty, { name: 'Ned New', roles: all })).email,
      forbidden: await nobody(world, []),
    },
    portal: {
      full: await letPartnerIn(world, `${world.mark}-P1`, 'partnerAdministrator'),
      empty: await letPartnerIn(world, 'BROWSER-P0', 'partnerAdministrator'),
      forbidden: await nobody(world, [`${world.mark}-P1`]),
    },
  };
}

async function member(
  { api }: World,
  tenant: TenantId,
  { name, roles }: { readonly name: string; readonly roles: readonly Role[] },
): Promise<{ readonly email: string; readonly person: string }> {
  const email = `${name.replace(' ', '.')}@example.com`.toLowerCase();
  const entry = { email, name, password: PASSWORD, roles: roles.map((role) => ({ role })) };
  const { person } = taken(await createMember(api.ports, tenant, entry, systemActor('cli')));
  return { email, person };
}

export const SAID =
  '@Ann Lee, the third quarter stands out: BROWSER-P1 bought twice what it did the year before. Is that theirs, or did somebody import the file of the group twice?\n\nIf it is right, the next tier is near.';

/** Something was said about an agreement, a claim and a settlement, and whoever is named has been told. */
async function spokenOf({ api, tenant, admin }: World, made: Made, person: string): Promise<void> {
  const { clock, ids, store } = api.ports;
  const places = [
    { kind: 'agreement', id: made.agreement ?? '' },
    { kind: 'claim', id: made['resolveClaimDispute.claim'] ?? '' },
    { kind: 'settlement', id: made.settlement ?? '' },
  ] as const;
  await store.inTenant(tenant, async ({ notices }) => {
    for (const place of places) {
      const comment = { id: ids.next(), place, author: `person:${admin.id}`, said: SAID, at: clock.now() };
      await notices.addComment({ ...comment, mentions: [person] });
      const told = { person, kind: 'mentioned', place, about: made.agreement ?? '' } as const;
      await notices.add({ id: ids.next(), ...told, deed: comment.id, at: clock.now() });
    }
  });
}

/** Somebody who can sign in, and has no role. */
async function nobody({ api, tenant }: World, partners: readonly string[]): Promise<string> {
  const actor = systemActor('cli');
  const email = `nobody${partners.length}@example.com`;
  const wanted = { login: email, name: 'No Body', ...(partners.length > 0 && { partners }) };
  const { id: person } = taken(await createPerson(api.ports, tenant, wanted, actor));
  const account = taken(await addAccount(api.ports, tenant, { person, email }, actor));
  taken(await setPassword(api.ports, { account, email }, PASSWORD, []));
  return email;
}
