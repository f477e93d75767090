import { addMonths, formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { monthOf } from '../../core/ledger/monthOf.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { withinGrant } from '../access/withinGrant.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import type { LedgerPeriod } from '../ports/ledgerStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

export type MonthToReopen = {
  readonly company: string;
  readonly month: LocalDate;
  readonly reason: string;
  readonly actor: Actor;
};

/**
 * Proposes to open the month again that was closed last.
 * Refuses: person-needed, company-not-found, ledger-month-not-last (month), ledger-reopen-proposed.
 */
export function proposeReopening(
  ports: Ports,
  tenant: TenantId,
  entry: MonthToReopen,
): Promise<Result<undefined>> {
  return turned(ports, tenant, 'ledger.proposeReopening', entry, async (tx, last) => {
    if (last.deed === 'reopenProposed')
      return refuse('ledger-reopen-proposed', 'month', { month: nameOf(last.month) });
    await tx.ledger.turn({ ...deedOf(ports, entry, last), deed: 'reopenProposed' });
    return undefined;
  });
}

/**
 * Opens it again, by another person than the one who proposed it.
 * Refuses: person-needed, company-not-found, ledger-month-not-last (month), ledger-reopen-not-proposed,
 * ledger-same-person, company-not-yours.
 */
export function approveReopening(
  ports: Ports,
  tenant: TenantId,
  entry: MonthToReopen,
): Promise<Result<undefined>> {
  return turned(ports, tenant, 'ledger.reopen', entry, async (tx, last) => {
    if (last.deed !== 'reopenProposed')
      return refuse('ledger-reopen-not-proposed', 'month', { month: nameOf(last.month) });
    if (last.actor === actorText(entry.actor)) return refuse('ledger-same-person', 'actor');
    const { actor, company } = entry;
    const reaches = await withinGrant(tx, actor, { scope: 'ledger:approve', company });
    if (!reaches.ok) return reaches.refusals[0];
    const deed = { ...deedOf(ports, entry, last), deed: 'reopened', proposedBy: last.actor } as const;
    await tx.ledger.turn(deed, last.month);
    return undefined;
  });
}

/** Does a deed on the month that was closed last, under the lock of its books. */
function turned(
  ports: Ports,
  tenant: TenantId,
  action: 'ledger.proposeReopening' | 'ledger.reopen',
  entry: MonthToReopen,
  turn: (tx: Tx, last: LedgerPeriod) => Promise<Refusal | undefined>,
): Promise<Result<undefined>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(entry.actor);
    if (!person.ok) return person;
    const { company } = entry;
    if (!(await tx.company.all()).some(({ code }) => code === company))
      return refused(refuse('company-not-found', 'company', { company }));
    const month = monthOf(entry.month).from;
    const openFrom = await tx.ledger.lock(company);
    const periods = (await tx.ledger.periods(company)).filter((period) => period.month === month);
    const last = periods.at(-1);
    if (openFrom === undefined || addMonths(month, 1) !== openFrom || last === undefined)
      return refused(refuse('ledger-month-not-last', 'month', { month: nameOf(month) }));
    const no = await turn(tx, last);
    if (no !== undefined) return refused(no);
    const object = `${company} ${nameOf(month)}`;
    await auditDeed(ports, tx, { actor: entry.actor, action, object, body: { reason: entry.reason } });
    return accept(undefined);
  });
}

function deedOf(ports: Ports, { company, reason, actor }: MonthToReopen, { month }: LedgerPeriod) {
  return { company, month, reason, actor: actorText(actor), at: ports.clock.now() };
}

function nameOf(month: LocalDate): string {
  return formatDate(month).slice(0, 7);
}
