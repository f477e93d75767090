import { accept, type RefusalCode, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Subject } from '../../core/trust/subject.ts';
import { isUuid } from '../isUuid.ts';
import type { StoredClaim } from '../ports/claimStore.ts';
import type { StoredSettlement } from '../ports/settlementStore.ts';
import type { Hold } from '../ports/trustStore.ts';
import type { Tx } from '../ports.ts';

/** Where a partner is paid, as findings and holds name a word of it: the partner and the batch in which it was said. */
export function bankChangeId(partner: string, batch: number): string {
  return `${partner}/${batch}`;
}

export function bankChangeOf(id: string): { readonly partner: string; readonly batch: number } {
  const end = id.lastIndexOf('/');
  return { partner: id.slice(0, end), batch: Number(id.slice(end + 1)) };
}

/**
 * Whether something may be settled with a partner now. What takes a document back, or what the partner owes us, is never held:
 * it is how a loss is put right.
 * Refuses: settlement-held, scan-awaited.
 */
export async function settlementNotHeld(
  tx: Tx,
  {
    id,
    side,
    beneficiary,
    cancels,
    agreements,
  }: Pick<StoredSettlement, 'side' | 'beneficiary'> & {
    /** Of one that is proposed already. */
    readonly id?: string;
    readonly cancels?: StoredSettlement['cancels'];
    /** Those on it; where none are named, they are looked up. */
    readonly agreements?: readonly string[];
  },
): Promise<Result<true>> {
  if (side === 'receivable' || cancels !== undefined) return accept(true);
  const holds = await tx.trust.holds([beneficiary]);
  if (holds.length === 0) return accept(true);
  const codes = agreements ?? (id === undefined ? [] : await agreementsOn(tx, [id]));
  const stops = await settlementStops(tx, {
    partner: beneficiary,
    settlements: id === undefined ? [] : [id],
    codes,
  });
  return answer('settlement-held', beneficiary, await firstOf(holds, stops));
}

/** Why a partner is left out of a run. */
export const HELD_REASONS = ['settlement-held', 'scan-awaited'] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** Which of these partners nothing is settled with now, on these agreements. */
export async function partnersHeld(
  tx: Tx,
  parties: readonly { readonly partner: string; readonly agreements: readonly string[] }[],
): Promise<ReadonlyMap<string, HeldReason>> {
  const held = new Map<string, HeldReason>();
  const partners = [...new Set(parties.map(({ partner }) => partner))];
  const holds = partners.length === 0 ? [] : await tx.trust.holds(partners);
  if (holds.length === 0) return held;
  for (const { partner, agreements: codes } of parties) {
    const own = holds.filter((hold) => hold.partner === partner || hold.partner === undefined);
    const found = await firstOf(own, await settlementStops(tx, { partner, settlements: [], codes }));
    if (found !== undefined)
      held.set(partner, found.caseId === undefined ? 'scan-awaited' : 'settlement-held');
  }
  return held;
}

/**
 * Whether a partner may be paid for these settlements now: neither while one of them, a claim on their agreements, the partner or
 * its bank account is held, nor while one of them waits to be looked at.
 * Refuses: payment-held, scan-awaited.
 */
export async function paymentNotHeld(
  tx: Tx,
  {
    partner,
    settlements,
    payment,
  }: { readonly partner: string; readonly settlements: readonly string[]; readonly payment?: string },
): Promise<Result<true>> {
  const holds = await tx.trust.holds([partner]);
  if (holds.length === 0) return accept(true);
  const codes = await agreementsOn(tx, settlements);
  const settled = await settlementStops(tx, { partner, settlements, codes });
  const found = await firstOf(holds, async (subject) => {
    if (subject.object === 'payment') return subject.id === payment;
    if (subject.object === 'bankChange') return bankChangeOf(subject.id).partner === partner;
    return settled(subject);
  });
  return answer('payment-held', partner, found);
}

/** Whether a claim of a partner may be granted now. Refuses: claim-held, scan-awaited. */
export async function claimNotHeld(
  tx: Tx,
  { id, partner }: Pick<StoredClaim, 'id' | 'partner'>,
): Promise<Result<true>> {
  const found = await firstOf(await tx.trust.holds([partner]), async (subject) =>
    subject.object === 'claim' ? subject.id === id : subject.object === 'partner' && subject.id === partner,
  );
  return answer('claim-held', partner, found);
}

/** Whether an account may be approved now. Refuses: bank-change-held, scan-awaited. */
export async function bankChangeNotHeld(tx: Tx, partner: string, batch: number): Promise<Result<true>> {
  const own = bankChangeId(partner, batch);
  const found = await firstOf(await tx.trust.holds([partner]), async ({ object, id }) =>
    object === 'bankChange' ? id === own : object === 'partner' && id === partner,
  );
  return answer('bank-change-held', partner, found);
}

type Stops = (subject: Subject) => Promise<boolean>;

async function firstOf(holds: readonly Hold[], stops: Stops): Promise<Hold | undefined> {
  for (const hold of holds) if (await stops(hold.subject)) return hold;
  return undefined;
}

function answer(code: RefusalCode, partner: string, found: Hold | undefined): Result<true> {
  if (found === undefined) return accept(true);
  if (found.caseId === undefined) return refused(refuse('scan-awaited', 'id', { partner }));
  return refused(refuse(code, 'id', { partner, case: found.caseId }));
}

type Settling = {
  readonly partner: string;
  readonly settlements: readonly string[];
  /** Codes of the agreements that they are of. */
  readonly codes: readonly string[];
};

async function settlementStops(tx: Tx, { partner, settlements, codes }: Settling): Promise<Stops> {
  return async ({ object, id }) => {
    if (object === 'partner') return id === partner;
    if (object === 'settlement') return settlements.includes(id);
    if (object !== 'claim' || !isUuid(id)) return false;
    const claim = await tx.claims.find(id);
    return claim !== undefined && codes.includes(claim.agreement);
  };
}

async function agreementsOn(tx: Tx, settlements: readonly string[]): Promise<readonly string[]> {
  const codes = new Set<string>();
  for (const id of settlements) {
    for (const { account } of await tx.settlements.linesOf(id)) codes.add(account.agreement);
  }
  return [...codes];
}
