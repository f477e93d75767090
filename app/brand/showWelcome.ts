import { type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Brand, HelpContact, Logo } from '../ports/brandStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { getBrand, openLogo } from './setBrand.ts';

/** What whoever comes to an address sees before they sign in: at one of a tenant, what that tenant shows to everybody. */
export type Welcome = {
  readonly tenant?: string;
  readonly name?: string;
  readonly brand?: Brand;
  readonly contact?: HelpContact;
};

/** At an address of nobody in particular there is nothing to show. */
export async function showWelcome(ports: Ports, tenant: TenantId | undefined): Promise<Welcome> {
  if (tenant === undefined) return {};
  return ports.store.inTenant(tenant, async ({ access, brand }) => {
    const [shown, contact] = [await brand.brand(), await brand.contact()];
    return {
      ...{ tenant: await access.tenantCode(), name: await access.tenantName() },
      ...(shown && { brand: shown }),
      ...(contact && { contact }),
    };
  });
}

/** The sign of the tenant whose address it is. Refuses: logo-not-found (logo). */
export async function openWelcomeLogo(ports: Ports, tenant: TenantId | undefined): Promise<Result<Logo>> {
  const shown = tenant === undefined ? undefined : (await getBrand(ports, tenant)).logo;
  if (tenant === undefined || shown === undefined) {
    return refused(refuse('logo-not-found', 'logo', { logo: '' }));
  }
  return openLogo(ports, tenant, shown.sha256);
}
