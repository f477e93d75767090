import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { bookAmount } from '../../core/ledger/bookAmount.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { companyDay } from '../businessDay.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { type Checked, monthChecklist, nextToClose } from './monthChecklist.ts';

/** The month that is closed next: whether it is over, and what is open of its list. */
export type NextMonth = {
  readonly month: string;
  readonly isOver: boolean;
  readonly checklist: readonly Checked[];
};

/**
 * What closing the next month of a company would look at first; nothing is written. Undefined where nothing
 * stands in its books.
 * Refuses: company-not-found.
 */
export function showNextMonth(
  ports: Ports,
  tenant: TenantId,
  code: string,
): Promise<Result<NextMonth | undefined>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const company = (await tx.company.all()).find((entry) => entry.code === code);
    if (company === undefined) return refused(refuse('company-not-found', 'company', { company: code }));
    const month = await nextToClose(tx, code, await tx.ledger.openFrom(code));
    if (month === undefined) return accept(undefined);
    const unvalued = await unvaluedBefore(tx, code, month.until);
    return accept({
      month: formatDate(month.from).slice(0, 7),
      isOver: companyDay(company, ports.clock) >= month.until,
      checklist: await monthChecklist(tx, { company: code, waivers: {} }, month.until, unvalued),
    });
  });
}

const PAGE = 1000;

/** How many amounts in other currencies than the books' have no rate of their day. */
async function unvaluedBefore(tx: Tx, company: string, until: LocalDate): Promise<number> {
  const policy = (await tx.ledger.policies()).get(company);
  if (policy === undefined) return 0;
  const { rates } = await tx.master.knownAt(await tx.batches.last());
  let count = 0;
  for (let after: bigint | undefined; ; ) {
    const more = { ...(after !== undefined && { after }), until, limit: PAGE };
    const page = await tx.ledger.foreign(company, policy.currency, more);
    count += page.filter((transfer) => {
      const on = policy.rateOn === 'effective' ? transfer.effectiveOn : transfer.bookedOn;
      return bookAmount(transfer, on, policy, rates) === undefined;
    }).length;
    if (page.length < PAGE) return count;
    after = page.at(-1)?.number;
  }
}
