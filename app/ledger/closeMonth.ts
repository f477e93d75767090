import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { monthOf } from '../../core/ledger/monthOf.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { companyDay } from '../businessDay.ts';
import type { Ports, TenantId } from '../ports.ts';
import { type Check, type Checked, monthChecklist, nextToClose, type Waivers } from './monthChecklist.ts';
import { monthHash } from './monthHash.ts';
import { revalueMonth, valueTransfers } from './valueBooks.ts';

export type MonthToClose = {
  readonly company: string;
  /** Any day of it. */
  readonly month: LocalDate;
  /** Why a point that is open may stay so. */
  readonly waivers: Waivers;
  readonly actor: Actor;
};

export type ClosedMonth = { readonly hash: string; readonly checklist: readonly Checked[] };

/**
 * Closes the next month of a company: nothing is posted into it any more, and its hash is kept. What is open
 * in other currencies stands at the rate of the last day, and is taken back on the next one. What becomes
 * known later stands in the first open month.
 * Refuses: company-not-found, ledger-month-not-next (month, next), ledger-month-not-over,
 * ledger-check-open (check, count), one per point that is open and not waived.
 */
export function closeMonth(
  ports: Ports,
  tenant: TenantId,
  entry: MonthToClose,
): Promise<Result<ClosedMonth>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const company = (await tx.company.all()).find(({ code }) => code === entry.company);
    if (company === undefined)
      return refused(refuse('company-not-found', 'company', { company: entry.company }));
    const month = monthOf(entry.month);
    const openFrom = await tx.ledger.lock(company.code);
    const next = (await nextToClose(tx, company.code, openFrom))?.from ?? month.from;
    if (month.from !== next) {
      const facts = { month: formatDate(month.from).slice(0, 7), next: formatDate(next).slice(0, 7) };
      return refused(refuse('ledger-month-not-next', 'month', facts));
    }
    if (companyDay(company, ports.clock) < month.until) {
      return refused(refuse('ledger-month-not-over', 'month', { month: formatDate(month.from).slice(0, 7) }));
    }
    const policy = (await tx.ledger.policies()).get(company.code);
    const valued =
      policy && (await valueTransfers(ports, tx, company.code, policy, month.until - 1, month.until));
    const checklist = await monthChecklist(tx, entry, month.until, valued?.unvalued ?? 0);
    const open = checklist.filter(({ open: count, waiver }) => count > 0 && waiver === undefined);
    if (open.length > 0) return refused(...open.map(({ check, open: count }) => openCheck(check, count)));
    if (policy !== undefined) await revalueMonth(ports, tx, company.code, policy, month);
    const hash = await monthHash(tx, ports.sha256, company.code, month);
    const deed = { company: company.code, month: month.from, deed: 'closed', hash, checklist } as const;
    await tx.ledger.turn(
      { ...deed, reason: '', actor: actorText(entry.actor), at: ports.clock.now() },
      month.until,
    );
    const object = `${company.code} ${formatDate(month.from).slice(0, 7)}`;
    await auditDeed(ports, tx, {
      actor: entry.actor,
      action: 'ledger.close',
      object,
      body: { hash, checklist },
    });
    return accept({ hash, checklist });
  });
}

function openCheck(check: Check, count: number) {
  return refuse('ledger-check-open', check, { check, count: String(count) });
}
