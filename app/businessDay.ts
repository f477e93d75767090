import type { LocalDate } from '../core/calendar/localDate.ts';
import { parseDate } from '../core/calendar/localDate.ts';
import type { Clock, Company, Tx } from './ports.ts';

/** The day that it is for a company: a sandbox stands on a day of its own. */
export function companyDay(company: Company, clock: Clock): LocalDate {
  if (company.businessDay !== undefined) return company.businessDay;
  const text = new Intl.DateTimeFormat('en-CA', {
    timeZone: company.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(clock.now());
  const day = parseDate(text);
  if (day === undefined) throw new Error(`Fault: ${text} is no day`);
  return day;
}

/**
 * The day of a tenant: the earliest of its companies' days, so that no company is calculated
 * for a day that has not begun there, and what became known is labelled with a day that is over
 * nowhere too early.
 */
export async function businessDay(tx: Tx, clock: Clock): Promise<LocalDate> {
  const companies = await tx.company.all();
  if (companies.length === 0) throw new Error('Fault: a tenant without company');
  return Math.min(...companies.map((company) => companyDay(company, clock)));
}
