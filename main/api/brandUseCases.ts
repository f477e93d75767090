import { readLogo } from '../../adapters/files/readLogo.ts';
import type { BrandUseCases } from '../../adapters/http/routes/brandRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { AccountPorts } from '../../app/accounts/accountPorts.ts';
import { addLogo, getBrand, openLogo, setBrand } from '../../app/brand/setBrand.ts';
import { getContact, setContact } from '../../app/brand/setContact.ts';
import { openWelcomeLogo, showWelcome } from '../../app/brand/showWelcome.ts';
import type { Ports } from '../../app/ports.ts';

/** What a tenant shows of itself, to its people and at its door. */
export function brandUseCases(ports: Ports, { tenant, actor }: Caller, door: AccountPorts): BrandUseCases {
  return {
    showWelcome: (at) => showWelcome(door, at),
    openWelcomeLogo: (at) => openWelcomeLogo(door, at),
    getBrand: () => getBrand(ports, tenant),
    ownAddresses: () =>
      ports.store.inTenant(tenant, async ({ access }) => door.addresses(await access.tenantCode())),
    setBrand: (change) => setBrand(ports, tenant, change, actor),
    addLogo: ({ path }) => addLogo(ports, tenant, () => readLogo(path), actor),
    openLogo: (sha256) => openLogo(ports, tenant, sha256),
    getContact: () => getContact(ports, tenant),
    setContact: (change) => setContact(ports, tenant, change, actor),
  };
}
