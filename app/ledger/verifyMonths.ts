import type { LocalDate } from '../../core/calendar/localDate.ts';
import { monthOf } from '../../core/ledger/monthOf.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { LedgerPeriod } from '../ports/ledgerStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { monthHash } from './monthHash.ts';

/** A month with what was done to it; of a closed one, whether it still holds what it was closed with. */
export type VerifiedMonth = {
  readonly month: LocalDate;
  readonly deeds: readonly LedgerPeriod[];
  readonly isClosed: boolean;
  readonly isSame?: boolean;
};

/**
 * Computes the hash of every closed month again.
 * Refuses: company-not-found.
 */
export function verifyMonths(
  ports: Ports,
  tenant: TenantId,
  company: string,
): Promise<Result<readonly VerifiedMonth[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (!(await tx.company.all()).some(({ code }) => code === company))
      return refused(refuse('company-not-found', 'company', { company }));
    const byMonth = Map.groupBy(await tx.ledger.periods(company), ({ month }) => month);
    const verified: VerifiedMonth[] = [];
    for (const [month, deeds] of byMonth) {
      const closed = deeds.findLast(({ deed }) => deed === 'closed');
      const isClosed = deeds.at(-1)?.deed !== 'reopened';
      const hash = isClosed ? await monthHash(tx, ports.sha256, company, monthOf(month)) : undefined;
      verified.push({ month, deeds, isClosed, ...(hash !== undefined && { isSame: hash === closed?.hash }) });
    }
    return accept(verified);
  });
}
