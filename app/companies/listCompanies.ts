import type { LocalDate } from '../../core/calendar/localDate.ts';
import { companyDay } from '../businessDay.ts';
import type { Company, Ports, TenantId } from '../ports.ts';

export type CompanyToday = Company & { readonly today: LocalDate };

/** Our companies, each with the day that it is there. */
export function listCompanies(ports: Ports, tenant: TenantId): Promise<readonly CompanyToday[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const companies = await tx.company.all();
    return companies.map((company) => ({ ...company, today: companyDay(company, ports.clock) }));
  });
}
