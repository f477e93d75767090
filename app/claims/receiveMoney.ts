import type { LocalDate } from '../../core/calendar/localDate.ts';
import { mirroredMoves, receiptMoves } from '../../core/claim/claimDeeds.ts';
import { receiptSource } from '../../core/claim/receiptReference.ts';
import { moneyText } from '../../core/money/money.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import type { RecordedEvent } from '../ports/claimStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { type ClaimState, claimMinor, lockedClaim, writeClaimDeed } from './lockedClaim.ts';

export type Receipt = {
  readonly claim: string;
  readonly amount: Decimal;
  /** What tells it from another one, such as the entry of a bank statement. */
  readonly reference: string;
  readonly day?: LocalDate;
  readonly note?: string;
  readonly actor: Actor;
};

/**
 * Lays money that came against a claim. The same receipt again changes nothing; one that was taken
 * back is not taken twice, and may not come again under its reference.
 * Refuses: claim-not-found, claim-amount-invalid, claim-reference-reserved, claim-receipt-differs (reference, amount),
 * those of receiptMoves.
 */
export function receiveMoney(
  ports: Ports,
  tenant: TenantId,
  { claim: id, amount, reference, actor, note, ...asked }: Receipt,
): Promise<Result<ClaimState>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (receiptSource(reference) !== undefined)
      return refused(refuse('claim-reference-reserved', 'reference', { reference }));
    const locked = await lockedClaim(tx, id);
    if (!locked.ok) return locked;
    const { claim, events, standings } = locked.value;
    const minor = claimMinor(amount, claim.currency, 'amount');
    if (!minor.ok) return minor;
    const same = receiptOf(events, reference);
    if (same !== undefined) {
      const known = receivedMinor(same);
      if (known === minor.value) return accept({ claim, event: same.number, standings });
      const facts = { reference, amount: moneyText({ minor: known, currency: claim.currency }) };
      return refused(refuse('claim-receipt-differs', 'reference', facts));
    }
    const moves = receiptMoves(claim, standings, minor.value);
    if (!moves.ok) return moves;
    const day = asked.day ?? (await businessDay(tx, ports.clock));
    const deed = { kind: 'received' as const, actor, day, note, reference, moves: moves.value };
    return accept(await writeClaimDeed(ports, tx, locked.value, deed));
  });
}

/**
 * Money that came did not stay: everything is open again where it was. Twice changes nothing.
 * Refuses: claim-not-found, claim-receipt-not-found (reference), reason-missing.
 */
export function returnMoney(
  ports: Ports,
  tenant: TenantId,
  asked: Pick<Receipt, 'claim' | 'reference' | 'day' | 'actor'> & { readonly reason: string },
): Promise<Result<ClaimState>> {
  const { claim: id, reference, actor, reason } = asked;
  return ports.store.inTenant(tenant, async (tx) => {
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const locked = await lockedClaim(tx, id);
    if (!locked.ok) return locked;
    const { claim, events, standings } = locked.value;
    const receipt = isByHand(reference) ? receiptOf(events, reference) : undefined;
    if (receipt === undefined) return refused(refuse('claim-receipt-not-found', 'reference', { reference }));
    const done = events.find((event) => event.kind === 'returned' && event.reference === reference);
    if (done !== undefined) return accept({ claim, event: done.number, standings });
    const day = asked.day ?? (await businessDay(tx, ports.clock));
    const moves = mirroredMoves(receipt.moves);
    const deed = { kind: 'returned' as const, actor, day, note: reason, reference, moves };
    return accept(await writeClaimDeed(ports, tx, locked.value, deed));
  });
}

/** What a payment or a deduction brought is taken back by whatever takes that back: the books stand behind it. */
function isByHand(reference: string): boolean {
  const source = receiptSource(reference);
  return source === undefined || source === 'bankEntry';
}

function receiptOf(events: readonly RecordedEvent[], reference: string): RecordedEvent | undefined {
  return events.find((event) => event.kind === 'received' && event.reference === reference);
}

function receivedMinor({ moves }: RecordedEvent): bigint {
  return moves.reduce((sum, { minor }) => sum + minor, 0n);
}
