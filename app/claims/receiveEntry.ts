import { receiptMoves } from '../../core/claim/claimDeeds.ts';
import { movedPostings } from '../../core/claim/claimPostings.ts';
import { namesReference } from '../../core/claim/namesReference.ts';
import { receiptReference } from '../../core/claim/receiptReference.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { StoredEntry } from '../ports/bankEntryStore.ts';
import type { RecordedEvent } from '../ports/claimStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { type LockedClaim, lockedClaim, writeClaimDeed } from './lockedClaim.ts';
import { isBanked, postBanked } from './postClaim.ts';

/**
 * Lays what came in at a bank against the claim of ours that its text names, and moves the money from bank
 * clearing to the bank. Where a receipt of that amount was registered before, this is its money, and only moves it.
 * Undefined where the text names no claim.
 * Refuses: entry-names-several-claims, those of receiptMoves.
 */
export async function receiveEntry(
  ports: Ports,
  tx: Tx,
  entry: StoredEntry,
  actor: Actor,
): Promise<Result<true> | undefined> {
  const { account, currency, remittance, minor } = entry;
  const company = (await tx.payments.accounts()).find(({ code }) => code === account)?.company;
  if (company === undefined || minor <= 0n) return undefined;
  const found = await tx.claims.occurringIn(remittance, { company, currency });
  const [named, ...others] = found.filter(({ reference }) => namesReference(remittance, reference));
  if (named === undefined) return undefined;
  if (others.length > 0) return refused(refuse('entry-names-several-claims', 'remittance'));
  const locked = await lockedClaim(tx, named.id);
  if (!locked.ok) throw new Error(`Fault: the claim ${named.id} is gone`);
  const receipt =
    (await unbanked(tx, locked.value, minor)) ?? (await receive(ports, tx, locked.value, entry, actor));
  if ('ok' in receipt) return receipt;
  const { claim } = locked.value;
  const postings = movedPostings(claim, receipt.moves);
  await postBanked(ports, tx, claim, { step: String(receipt.number), day: entry.bookedOn, postings });
  return accept(true);
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
    if (!(await isBanked(tx, claim, String(event.number)))) return event;
  }
  return undefined;
}

async function receive(
  ports: Ports,
  tx: Tx,
  locked: LockedClaim,
  { id, minor, remittance, bookedOn: day }: StoredEntry,
  actor: Actor,
): Promise<Pick<RecordedEvent, 'number' | 'moves'> | Extract<Result<never>, { ok: false }>> {
  const moves = receiptMoves(locked.claim, locked.standings, minor);
  if (!moves.ok) return moves;
  const deed = { kind: 'received' as const, actor, day, moves: moves.value };
  const told = { note: remittance, reference: receiptReference('bankEntry', id) };
  const { event } = await writeClaimDeed(ports, tx, locked, { ...deed, ...told });
  return { number: event, moves: moves.value };
}
