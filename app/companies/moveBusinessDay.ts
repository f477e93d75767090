import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Company, Ports, TenantId } from '../ports.ts';
import { sameVersion } from '../sameVersion.ts';

export type DayMove = {
  readonly company: string;
  readonly day: LocalDate;
  /** The day that the mover has seen it stand on. */
  readonly seen: string;
  readonly actor: Actor;
};

/**
 * Lets a company of a sandbox stand on another day.
 * Refuses: company-not-found, company-day-real (it stands on the real day), version-differs.
 */
export function moveBusinessDay(ports: Ports, tenant: TenantId, move: DayMove): Promise<Result<Company>> {
  const { company: code, day, seen, actor } = move;
  return ports.store.inTenant(tenant, async (tx) => {
    const company = await tx.company.lock(code);
    if (company === undefined) return refused(refuse('company-not-found', 'code', { company: code }));
    const { businessDay } = company;
    if (businessDay === undefined) return refused(refuse('company-day-real', 'code', { company: code }));
    const same = sameVersion(seen, formatDate(businessDay));
    if (!same.ok) return same;
    await tx.company.moveBusinessDay(code, day);
    const body = { from: formatDate(businessDay), to: formatDate(day) };
    await auditDeed(ports, tx, { actor, action: 'company.moveBusinessDay', object: code, body });
    return accept({ ...company, businessDay: day });
  });
}
