import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { companyDay } from '../businessDay.ts';
import type { Company, Ports, TenantId } from '../ports.ts';
import { isTimeZone } from './isTimeZone.ts';
import type { CompanyToday } from './listCompanies.ts';
import { lockSettings } from './lockSettings.ts';

export type NewCompany = Pick<Company, 'code' | 'name' | 'timeZone'> & { readonly actor: Actor };

/**
 * One more company of ours; in a sandbox it stands on the day of the others.
 * Refuses: time-zone-unknown, company-code-taken.
 */
export function addCompany(
  ports: Ports,
  tenant: TenantId,
  { code, name, timeZone, actor }: NewCompany,
): Promise<Result<CompanyToday>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (!isTimeZone(timeZone)) return refused(refuse('time-zone-unknown', 'timeZone', { timeZone }));
    await lockSettings(tx);
    const others = await tx.company.all();
    if (others.some((other) => other.code === code))
      return refused(refuse('company-code-taken', 'code', { company: code }));
    const isSandbox = others.every(({ businessDay }) => businessDay !== undefined);
    const businessDay = isSandbox ? others[0]?.businessDay : undefined;
    const company: Company = { code, name, timeZone, ...(businessDay !== undefined && { businessDay }) };
    await tx.company.add(company);
    await auditDeed(ports, tx, { actor, action: 'company.add', object: code, body: { name, timeZone } });
    return accept({ ...company, today: companyDay(company, ports.clock) });
  });
}

/** Calls a company otherwise; documents that were issued keep the name they have. Refuses: company-not-found. */
export function renameCompany(
  ports: Ports,
  tenant: TenantId,
  { code, name, actor }: Pick<NewCompany, 'code' | 'name' | 'actor'>,
): Promise<Result<CompanyToday>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const before = await tx.company.lock(code);
    if (before === undefined) return refused(refuse('company-not-found', 'code', { company: code }));
    await tx.company.rename(code, name);
    const body = { from: before.name, to: name };
    await auditDeed(ports, tx, { actor, action: 'company.rename', object: code, body });
    return accept({ ...before, name, today: companyDay(before, ports.clock) });
  });
}
