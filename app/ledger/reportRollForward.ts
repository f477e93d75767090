import type { Window } from '../../core/calendar/window.ts';
import type { LedgerRole } from '../../core/ledger/ledgerRole.ts';
import { type Rolled, rollForward } from '../../core/ledger/rollForward.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { LedgerBalance, LedgerFilter, SubledgerBalance } from '../ports/ledgerStore.ts';
import type { Ports, TenantId } from '../ports.ts';

export type RollForwardQuestion = Pick<LedgerFilter, 'company' | 'agreement' | 'partner'> & {
  readonly days: Window;
  /** In the currency of the books, all currencies of an account together; else each by itself. */
  readonly inBooks?: boolean;
  /** Only the accounts that stand for this. */
  readonly role?: LedgerRole;
};

/**
 * What each account of the books, by agreement and partner, opened with, what moved it by event or
 * cause, and what it closed with. It ties to the ledger, or it is a fault.
 */
export function reportRollForward(
  ports: Ports,
  tenant: TenantId,
  { days, inBooks = false, role, ...filter }: RollForwardQuestion,
): Promise<Result<readonly Rolled[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const shown = inBooks ? asBooks : (balance: LedgerBalance) => balance;
    const openings = await tx.ledger.subledger({ ...filter, until: days.from });
    const closings = await tx.ledger.subledger({ ...filter, until: days.until });
    const moved = await tx.ledger.movements({ ...filter, ...days });
    const movements = moved.map((entry) => {
      return { ...entry, ...shown(entry), kind: kindOf(entry.event, entry.cause) };
    });
    const standing = (entry: SubledgerBalance) => ({ ...entry, ...shown(entry) });
    const rolled = rollForward(openings.map(standing), movements, closings.map(standing));
    return accept(rolled.filter((one) => role === undefined || one.role === role));
  });
}

function asBooks({ bookMinor: minor, bookCurrency: currency }: LedgerBalance) {
  return { minor, currency };
}

/** Accruals apart by what they came from, as a roll-forward shows them; everything else by its event. */
function kindOf(event: string, cause: string | undefined): string {
  if (event !== 'accrue') return event;
  return cause === 'adjustments' || cause === 'estimate' ? cause : event;
}
