import { PARTNER_ROLES, ROLES, scopesOf } from '../../../app/access/role.ts';
import { PERSON_SCOPES, PORTAL_SCOPES, SCOPES, type Scope } from '../../../app/access/scope.ts';
import { atBrowser, personWith, serviceWith, signedIn } from './apiServer.ts';
import type { World } from './world.ts';

/** Somebody with a key: of which kind, for what, and for which partners only. */
export type Role = {
  readonly name: string;
  readonly key: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly partners?: readonly string[];
  readonly isProgram?: boolean;
  /** Of a person's key: whose it is. */
  readonly person?: string;
};

/** Everybody that there is: all scopes, each scope alone by person and by service, partners, and each role at a browser. */
export async function rolesOf({ api, tenant, admin, partners }: World): Promise<readonly Role[]> {
  const forPrograms = SCOPES.filter((scope) => !PERSON_SCOPES.includes(scope));
  const roles: Role[] = [{ name: 'administrator', key: admin.key, scopes: new Set(SCOPES) }];
  const person = async (name: string, scopes: readonly Scope[], of?: readonly string[]) => {
    const { id, key } = await personWith(api, tenant, { scopes, ...(of && { partners: of }) });
    roles.push({ name, key, person: id, scopes: new Set(scopes), ...(of && { partners: of }) });
  };
  const service = async (name: string, scopes: readonly Scope[]) => {
    roles.push({
      name,
      key: (await serviceWith(api, tenant, scopes)).key,
      scopes: new Set(scopes),
      isProgram: true,
    });
  };
  const atScreen = async (role: (typeof ROLES)[number]) => {
    const of = PARTNER_ROLES.includes(role) ? { partners: partners.slice(0, 1) } : {};
    const { id } = await personWith(api, tenant, { scopes: [], ...of });
    await signedIn(api, tenant, id, { roles: [role] });
    roles.push({
      name: `${role} at a browser`,
      key: atBrowser(tenant, id),
      person: id,
      scopes: new Set(scopesOf(role)),
      ...of,
    });
  };
  for (const scope of SCOPES) await person(`person for ${scope}`, [scope]);
  for (const scope of forPrograms) await service(`service for ${scope}`, [scope]);
  await service('service for everything', forPrograms);
  for (const partner of partners) await person(`portal of ${partner}`, PORTAL_SCOPES, [partner]);
  await person('portal of two partners', PORTAL_SCOPES, partners.slice(0, 2));
  for (const role of ROLES) await atScreen(role);
  return roles;
}
