import type { Diagnosis, DiagnosisUseCases } from '../../adapters/http/routes/diagnosisRoutes.ts';
import type { HealthUseCases } from '../../adapters/http/routes/healthRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { AccountPorts } from '../../app/accounts/accountPorts.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { VERSION } from '../version.ts';

/** How the server is, as one caller may know it. */
export function diagnosisUseCases(
  ports: Ports,
  { tenant, partners }: Caller,
  { health, door }: { readonly health: HealthUseCases; readonly door: AccountPorts },
): DiagnosisUseCases {
  return {
    diagnose: async () => {
      const { causes, warnings } = await health.look();
      const machine = { node: process.version, system: `${process.platform} ${process.arch}` };
      const found = { version: VERSION, ...machine, causes, warnings };
      return partners === undefined ? { ...found, settings: await settingsOf(ports, tenant, door) } : found;
    },
  };
}

function settingsOf(
  ports: Ports,
  tenant: TenantId,
  { addresses }: Pick<AccountPorts, 'addresses'>,
): Promise<NonNullable<Diagnosis['settings']>> {
  return ports.store.inTenant(tenant, async ({ access, sso, brand, approvalRules, batches }) => ({
    needsSecondFactor: (await access.signInPolicy()).needsSecondFactor,
    hasSingleSignOn: (await sso.provider())?.isOn ?? false,
    brandVersion: (await brand.brand())?.version ?? 0,
    contactVersion: (await brand.contact())?.version ?? 0,
    addresses: addresses(await access.tenantCode()).length,
    approvalRulesInForce: (await approvalRules.knownAt(await batches.last()))?.version ?? 0,
  }));
}
