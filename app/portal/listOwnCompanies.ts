import type { LocalDate } from '../../core/calendar/localDate.ts';
import { companyDay } from '../businessDay.ts';
import type { Company, Ports, TenantId } from '../ports.ts';

/** A company of ours as its partners know it, with the day that it is for it. */
export type OwnCompany = Pick<Company, 'code' | 'name'> & { readonly day: LocalDate };

/** Companies of ours that have documents or claims with a partner. */
export function listOwnCompanies(
  ports: Ports,
  tenant: TenantId,
  partner?: string,
): Promise<readonly OwnCompany[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const own = new Set((await tx.company.own(partner)).map(({ code }) => code));
    const all = (await tx.company.all()).filter(({ code }) => own.has(code));
    return all.map((company) => ({
      ...{ code: company.code, name: company.name },
      day: companyDay(company, ports.clock),
    }));
  });
}
