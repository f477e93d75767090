import type { LocalDate } from '../../core/calendar/localDate.ts';
import { type DeductionPart, type DeductionStanding, deductionStanding } from '../../core/claim/deduction.ts';
import { minorOf } from '../../core/money/minorOf.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import { isUuid } from '../isUuid.ts';
import type { Deduction, DeductionEvent } from '../ports/deductionStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** A deduction with what became of it. */
export type ShownDeduction = {
  readonly deduction: Deduction;
  readonly standing: DeductionStanding;
  readonly events: readonly DeductionEvent[];
};

export type Registering = Omit<Deduction, 'id' | 'minor' | 'day'> & {
  readonly amount: Decimal;
  readonly day?: LocalDate;
  readonly actor: Actor;
};

/**
 * Registers what a partner paid less; the same again changes nothing.
 * Refuses: partner-not-found, line-company-unknown, claim-amount-invalid, claim-amount-not-positive,
 * deduction-differs (reference).
 */
export function registerDeduction(
  ports: Ports,
  tenant: TenantId,
  { amount, actor, ...asked }: Registering,
): Promise<Result<ShownDeduction>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { company, partner, reference, currency } = asked;
    if (!(await tx.bankAccounts.isPartnerKnown(partner)))
      return refused(refuse('partner-not-found', 'partner', { partner }));
    if (!(await tx.company.all()).some(({ code }) => code === company))
      return refused(refuse('line-company-unknown', 'company', { row: '', value: company }));
    const minor = minorOf(amount, currency);
    const text = formatDecimal(amount);
    if (minor === undefined)
      return refused(refuse('claim-amount-invalid', 'amount', { amount: text, currency }));
    if (minor <= 0n) return refused(refuse('claim-amount-not-positive', 'amount', { amount: text }));
    const known = await tx.deductions.byReference(asked);
    if (known !== undefined) {
      const shown = await shownDeduction(tx, known);
      const isSame = shown.deduction.minor === minor && shown.deduction.currency === currency;
      return isSame ? accept(shown) : refused(refuse('deduction-differs', 'reference', { reference }));
    }
    const day = asked.day ?? (await businessDay(tx, ports.clock));
    const deduction: Deduction = { ...asked, id: ports.ids.next(), minor, day };
    await tx.deductions.register(deduction, { actor: actorText(actor), at: ports.clock.now() });
    const body = { company, partner, reference, currency, amount: text, day };
    await auditDeed(ports, tx, { actor, action: 'deduction.registered', object: deduction.id, body });
    return accept({ deduction, standing: deductionStanding(minor, []), events: [] });
  });
}

/** Refuses: deduction-not-found. */
export function showDeduction(ports: Ports, tenant: TenantId, id: string): Promise<Result<ShownDeduction>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = isUuid(id) ? await tx.deductions.find(id) : undefined;
    return found === undefined
      ? refused(refuse('deduction-not-found', 'id', { id }))
      : accept(await shownDeduction(tx, id));
  });
}

/** In the order in which they were registered. */
export function listDeductions(
  ports: Ports,
  tenant: TenantId,
  filter: { readonly partner?: string; readonly limit: number; readonly after?: string },
): Promise<{ readonly rows: readonly ShownDeduction[]; readonly hasMore: boolean }> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await tx.deductions.page({ ...filter, limit: filter.limit + 1 });
    const rows: ShownDeduction[] = [];
    for (const { id } of found.slice(0, filter.limit)) rows.push(await shownDeduction(tx, id));
    return { rows, hasMore: found.length > filter.limit };
  });
}

/** A deduction that is there. */
export async function shownDeduction(tx: Tx, id: string): Promise<ShownDeduction> {
  const deduction = await tx.deductions.find(id);
  if (deduction === undefined) throw new Error(`Fault: there is no deduction ${id}`);
  const events = await tx.deductions.events(id);
  return { deduction, standing: deductionStanding(deduction.minor, partsOf(events)), events };
}

function partsOf(events: readonly DeductionEvent[]): DeductionPart[] {
  return events.flatMap(({ kind, minor }) =>
    kind === 'writeOffAsked' || kind === 'writeOffApproved' || kind === 'writeOffRejected'
      ? []
      : [{ end: kind, minor }],
  );
}
