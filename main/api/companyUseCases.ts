import type { CompanyUseCases } from '../../adapters/http/routes/companyRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { listCompanies } from '../../app/companies/listCompanies.ts';
import { moveBusinessDay } from '../../app/companies/moveBusinessDay.ts';
import type { Ports } from '../../app/ports.ts';

export function companyUseCases(ports: Ports, { tenant, actor }: Caller): CompanyUseCases {
  return {
    listCompanies: () => listCompanies(ports, tenant),
    moveBusinessDay: (company, day, seen) => moveBusinessDay(ports, tenant, { company, day, seen, actor }),
  };
}
