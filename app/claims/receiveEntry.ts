import { mirroredMoves, receiptMoves } from '../../core/claim/claimDeeds.ts';
import { movedPostings } from '../../core/claim/claimPostings.ts';
import { namesReference } from '../../core/claim/namesReference.ts';
import { receiptReference } from '../../core/claim/receiptReference.ts';
import type { Move } from '../../core/claim/standing.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { EntryReceipt, StoredEntry } from '../ports/bankEntryStore.ts';
import type { RecordedEvent } from '../ports/claimStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { type LockedClaim, lockedClaim, writeClaimDeed } from './lockedClaim.ts';
import { bankedOn, postBanked } from './postClaim.ts';

/** The claim of ours that a text names. Refuses: entry-names-several-claims. */
export async function claimNamed(
  tx: Tx,
  { remittance, currency }: Pick<StoredEntry, 'remittance' | 'currency'>,
  company: string,
): Promise<Result<string> | undefined> {
  const found = await tx.claims.occurringIn(remittance, { company, currency });
  const [named, ...others] = found.filter(({ reference }) => namesReference(remittance, reference));
  if (named === undefined) return undefined;
  return others.length > 0 ? refused(refuse('entry-names-several-claims', 'remittance')) : accept(named.id);
}

/** A claim with what an entry brings on it: moves of its own, or the receipt that was registered before its money came. */
export type PaidByEntry = LockedClaim & {
  readonly moves: readonly Move[];
  readonly registered: RecordedEvent | undefined;
};

/**
 * The claim of ours that an entry can be laid against, locked.
 * Refuses: claim-not-found, entry-of-other-account, those of receiptMoves.
 */
export async function claimToReceive(
  tx: Tx,
  id: string,
  { minor, currency }: StoredEntry,
  company: string,
): Promise<Result<PaidByEntry>> {
  const locked = await lockedClaim(tx, id);
  if (!locked.ok) return locked;
  const { claim, standings } = locked.value;
  if (claim.claimant !== 'us' || claim.company !== company || claim.currency !== currency)
    return refused(refuse('entry-of-other-account', 'claim'));
  const registered = await unbanked(tx, locked.value, minor);
  if (registered !== undefined) return accept({ ...locked.value, moves: registered.moves, registered });
  const moves = receiptMoves(claim, standings, minor);
  return moves.ok ? accept({ ...locked.value, moves: moves.value, registered: undefined }) : moves;
}

/** The first receipt of so much whose money no bank has booked yet, and that was not taken back. */
async function unbanked(
  tx: Tx,
  { claim, events }: LockedClaim,
  minor: bigint,
): Promise<RecordedEvent | undefined> {
  const takenBack = new Set(
    events.filter(({ kind }) => kind === 'returned').map(({ reference }) => reference),
  );
  const candidates = events.filter(
    ({ kind, reference, moves }) =>
      kind === 'received' &&
      !takenBack.has(reference) &&
      moves.reduce((sum, move) => sum + move.minor, 0n) === minor,
  );
  for (const event of candidates) {
    if ((await bankedOn(tx, claim, String(event.number))) === undefined) return event;
  }
  return undefined;
}

/**
 * Lays what came in at a bank against a claim, and moves the money from bank clearing to the bank. Where a receipt of that
 * amount was registered before, this is its money, and only moves it.
 */
export async function receiveOnClaim(
  ports: Ports,
  tx: Tx,
  paid: PaidByEntry,
  { remittance: note, ...entry }: StoredEntry,
  receipt: Omit<EntryReceipt, 'on'>,
  actor: Actor,
): Promise<void> {
  const { claim, moves, registered } = paid;
  const { day, number } = receipt;
  // A receipt that was taken back does not come again under its reference.
  const reference = receiptReference('bankEntry', number === 1 ? entry.id : `${entry.id} ${number}`);
  const deed = { kind: 'received' as const, actor, day, moves, note, reference };
  const event = registered?.number ?? (await writeClaimDeed(ports, tx, paid, deed)).event;
  await tx.bankEntries.lay({ ...receipt, on: { claim: claim.id, event } });
  await postBanked(ports, tx, claim, {
    ...{ step: String(event), day, postings: movedPostings(claim, moves), leg: receipt.id },
  });
}

/**
 * Takes it back: the money is nobody's again, and so is what it paid. A receipt that a person has registered stays, and waits for
 * its money. Refuses: bank-entry-not-laid where the receipt was taken back by itself.
 */
export async function takeBackFromClaim(
  ports: Ports,
  tx: Tx,
  { claim: id, event: number }: { readonly claim: string; readonly event: number },
  {
    receipt,
    reason,
    actor,
  }: { readonly receipt: EntryReceipt; readonly reason: string; readonly actor: Actor },
): Promise<Result<true>> {
  const locked = await lockedClaim(tx, id);
  if (!locked.ok) return locked;
  const { claim, events } = locked.value;
  const event = events.find((one) => one.number === number);
  if (event === undefined) throw new Error(`Fault: the receipt ${number} of claim ${id} is gone`);
  const { reference } = event;
  if (events.some((one) => one.kind === 'returned' && one.reference === reference))
    return refused(refuse('bank-entry-not-laid', 'id', { id: receipt.entry ?? '' }));
  const moves = mirroredMoves(event.moves);
  const { day } = receipt;
  await tx.bankEntries.lay(receipt);
  const isOfEntry = reference?.startsWith(receiptReference('bankEntry', receipt.entry ?? '')) === true;
  if (isOfEntry) {
    const deed = { kind: 'returned' as const, actor, day, moves, note: reason, reference };
    await writeClaimDeed(ports, tx, locked.value, deed);
  }
  const postings = movedPostings(claim, moves);
  await postBanked(ports, tx, claim, { step: String(number), day, postings, leg: receipt.id });
  return accept(true);
}
