import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import { type AdjustmentKind, type AdjustmentPart, mirroredParts } from '../../core/earning/adjustment.ts';
import { minorOf } from '../../core/money/minorOf.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import type { StoredAdjustment } from '../ports/adjustmentStore.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { adjustmentOf, takenBack } from './lockedAdjustment.ts';

/** A part of what is proposed: in the window that begins on this day. */
export type ProposedPart = {
  readonly firstDay: LocalDate;
  readonly countsFrom: LocalDate;
  readonly amount: Decimal;
};

export type ProposingAdjustment = {
  readonly agreement: string;
  readonly term: string;
  readonly partner: string;
  readonly kind: AdjustmentKind;
  readonly parts: readonly ProposedPart[];
  readonly reason: string;
  readonly wording?: string;
  readonly document: string;
  readonly expiresOn?: LocalDate;
};

/**
 * Proposes an amount beside the terms; nothing changes until a second person approves it.
 * Refuses: those of checkedAdjustment.
 */
export function proposeAdjustment(
  ports: Ports,
  tenant: TenantId,
  { actor, ...asked }: ProposingAdjustment & { readonly actor: Actor },
): Promise<Result<StoredAdjustment>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const checked = await checkedAdjustment(ports, tx, asked, actor);
    if (!checked.ok) return checked;
    return accept(await write(ports, tx, checked.value, actor));
  });
}

/**
 * What is asked for, as it would be written.
 * Refuses: reason-missing, agreement-not-found, partner-not-found, document-not-found, adjustment-parts-missing,
 * adjustment-place-unknown, adjustment-amount-invalid, adjustment-expiry-invalid.
 */
export async function checkedAdjustment(
  ports: Ports,
  tx: Tx,
  asked: ProposingAdjustment,
  actor: Actor,
): Promise<Result<StoredAdjustment>> {
  const { agreement: code, term, partner, kind, reason, wording, document, expiresOn } = asked;
  if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
  const batch = await tx.batches.last();
  const stored = await tx.agreements.knownAt(code, batch);
  if (stored === undefined) return refused(refuse('agreement-not-found', 'agreement', { id: code }));
  if (!(await tx.bankAccounts.isPartnerKnown(partner)))
    return refused(refuse('partner-not-found', 'partner', { partner }));
  if (!(await tx.documents.of(code)).some(({ id }) => id === document))
    return refused(refuse('document-not-found', 'document', { id: document }));
  const parts = await partsOf(tx, batch, stored, asked);
  if (!parts.ok) return parts;
  const isTimely = expiresOn === undefined || isExpiry(expiresOn, parts.value);
  if (!isTimely)
    return refused(refuse('adjustment-expiry-invalid', 'expiresOn', { day: formatDate(expiresOn) }));
  return accept({
    ...{ id: ports.ids.next(), agreement: code, term, partner, kind, parts: parts.value },
    ...{ currency: stored.agreement.currency, reason: reason.trim(), document },
    ...(wording !== undefined && { wording }),
    ...(expiresOn !== undefined && { expiresOn }),
    ...{ author: actorText(actor), at: ports.clock.now() },
  });
}

/** Only what we give can expire, and not before it counts. */
function isExpiry(day: LocalDate, parts: readonly AdjustmentPart[]): boolean {
  return parts.every(({ minor, countsFrom }) => minor > 0n && countsFrom <= day);
}

async function partsOf(
  tx: Tx,
  batch: number,
  { agreement }: StoredAgreement,
  { term, parts }: ProposingAdjustment,
): Promise<Result<readonly AdjustmentPart[]>> {
  if (parts.length === 0) return refused(refuse('adjustment-parts-missing', 'parts'));
  const { terms } = compilePlan(agreement, await tx.master.knownAt(batch));
  const windows = terms.find(({ id }) => id === term)?.windows.map(({ window }) => window) ?? [];
  const found: AdjustmentPart[] = [];
  for (const [index, { firstDay, countsFrom, amount }] of parts.entries()) {
    const window = windows.find(({ from }) => from === firstDay);
    if (window === undefined)
      return refused(
        refuse('adjustment-place-unknown', `parts[${index}]`, placeFacts(term, firstDay, windows)),
      );
    const minor = minorOf(amount, agreement.currency);
    if (minor === undefined || minor === 0n) {
      const facts = { amount: formatDecimal(amount), currency: agreement.currency };
      return refused(refuse('adjustment-amount-invalid', `parts[${index}].amount`, facts));
    }
    found.push({ window, countsFrom, minor });
  }
  return accept(found);
}

function placeFacts(term: string, firstDay: LocalDate, windows: readonly Window[]) {
  const days = windows.slice(0, 24).map(({ from }) => formatDate(from));
  return { term, firstDay: formatDate(firstDay), windows: days.join(', ') || '–' };
}

export type WithdrawingAdjustment = { readonly id: string; readonly reason: string; readonly actor: Actor };

/**
 * Proposes to take an approved adjustment back: a mirrored one, which a second person approves as well. It counts
 * from today on, or from the day that the first one does.
 * Refuses: reason-missing, adjustment-not-found, those of takenBack.
 */
export function withdrawAdjustment(
  ports: Ports,
  tenant: TenantId,
  { id, reason, actor }: WithdrawingAdjustment,
): Promise<Result<StoredAdjustment>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const found = await adjustmentOf(tx, id);
    if (!found.ok) return found;
    const today = await businessDay(tx, ports.clock);
    const possible = await takenBack(tx, found.value, today);
    if (!possible.ok) return possible;
    const { decision: _, expiresOn: __, ...rest } = found.value;
    const parts = mirroredParts(rest.parts).map((part) => ({
      ...part,
      countsFrom: Math.max(part.countsFrom, today),
    }));
    const by = { author: actorText(actor), at: ports.clock.now() };
    const mirror = { ...rest, ...by, id: ports.ids.next(), parts, reason: reason.trim(), withdraws: id };
    return accept(await write(ports, tx, mirror, actor));
  });
}

async function write(
  ports: Ports,
  tx: Tx,
  adjustment: StoredAdjustment,
  actor: Actor,
): Promise<StoredAdjustment> {
  await tx.adjustments.propose(adjustment);
  const { id, agreement, term, partner, kind, parts, reason, document, withdraws = null } = adjustment;
  const body = {
    ...{ agreement, term, partner, kind, reason, document, withdraws },
    parts: parts.map(({ window, countsFrom, minor }) => ({
      firstDay: formatDate(window.from),
      countsFrom: formatDate(countsFrom),
      minor: minor.toString(),
    })),
  };
  await auditDeed(ports, tx, { actor, action: 'adjustment.propose', object: id, body });
  return adjustment;
}
