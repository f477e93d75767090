import type { ResetProgress, Trial } from '../ports/trial.ts';
import type { Store, TenantId } from '../ports.ts';
import { sandboxOf } from './sandboxOf.ts';
import { TRIAL_PEOPLE, type TrialPerson } from './trialPeople.ts';

/** What somebody finds who comes to a server for the first time. */
export type ShownTrial = {
  /** Undefined where there is none to look around in. */
  readonly sandbox?: { readonly code: string; readonly people: readonly TrialPerson[] };
  /** Somebody works here with own data already: they sign in. */
  readonly hasOwn: boolean;
  readonly reset?: ResetProgress;
};

/** What can be tried here; undefined where nothing can, which is everywhere but at a server begun for it. */
export async function showTrial(
  ports: { readonly store: Store },
  trial: Trial | undefined,
): Promise<ShownTrial | undefined> {
  if (trial === undefined) return undefined;
  const tenant = await sandboxOf(ports, trial);
  const reset = trial.lastReset();
  return {
    hasOwn: await hasOwnCompany(ports),
    ...(tenant.ok && { sandbox: { code: await codeOf(ports, tenant.value), people: TRIAL_PEOPLE } }),
    ...(reset && { reset }),
  };
}

/** Whether somebody can sign in to a tenant that is no sandbox. */
export async function hasOwnCompany({ store }: { readonly store: Store }): Promise<boolean> {
  for (const tenant of await store.tenants('all')) {
    const isOwn = await store.inTenant(tenant, async ({ access }) => {
      if (await access.isSandbox()) return false;
      const persons = await access.colleagues({ limit: 1000 });
      const accounts = await Promise.all(persons.map(({ id }) => access.accountOf(id)));
      return accounts.some((account) => account !== undefined);
    });
    if (isOwn) return true;
  }
  return false;
}

function codeOf({ store }: { readonly store: Store }, tenant: TenantId): Promise<string> {
  return store.inTenant(tenant, ({ access }) => access.tenantCode());
}
