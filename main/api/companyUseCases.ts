import type { CalendarUseCases } from '../../adapters/http/routes/calendarRoutes.ts';
import type { CompanyUseCases } from '../../adapters/http/routes/companyRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { addCompany, renameCompany } from '../../app/companies/addCompany.ts';
import { listCalendars, setCalendar } from '../../app/companies/calendars.ts';
import { listCompanies } from '../../app/companies/listCompanies.ts';
import { moveBusinessDay } from '../../app/companies/moveBusinessDay.ts';
import type { Ports } from '../../app/ports.ts';

/** Our companies and the calendars that agreements choose from, as one caller has them. */
export function companyUseCases(ports: Ports, { tenant, actor }: Caller): CompanyUseCases & CalendarUseCases {
  return {
    listCompanies: () => listCompanies(ports, tenant),
    addCompany: (company) => addCompany(ports, tenant, { ...company, actor }),
    renameCompany: (code, name) => renameCompany(ports, tenant, { code, name, actor }),
    listCalendars: () => listCalendars(ports, tenant),
    setCalendar: (change) => setCalendar(ports, tenant, change, actor),
    moveBusinessDay: (company, day, seen) => moveBusinessDay(ports, tenant, { company, day, seen, actor }),
  };
}
