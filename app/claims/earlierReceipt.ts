import { namesReference } from '../../core/claim/namesReference.ts';
import { receiptReference } from '../../core/claim/receiptReference.ts';
import type { EntryReceipt, ShownEntry } from '../ports/bankEntryStore.ts';
import type { RecordedEvent } from '../ports/claimStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { lockedClaim } from './lockedClaim.ts';
import { bankedOn } from './postClaim.ts';

/**
 * What an entry was laid against when its text alone decided that and no row of its own said so: a receipt of a claim that the text
 * names, of the entry itself or registered before its money came. Undefined where there is none, or it was taken back.
 * Shape: nothing was laid by the entry since.
 */
export async function earlierReceipt(
  ports: Ports,
  tx: Tx,
  entry: ShownEntry,
  company: string,
): Promise<EntryReceipt | undefined> {
  const { id, state, remittance, currency, minor, bookedOn: day } = entry;
  if (state !== 'matched' || minor <= 0n) return undefined;
  const named = await tx.claims.occurringIn(remittance, { company, currency });
  for (const { id: claim } of named.filter(({ reference }) => namesReference(remittance, reference))) {
    const event = await eventOf(tx, claim, entry);
    if (event === undefined) continue;
    const on = { claim, event: event.number };
    return { id: ports.ids.next(), entry: id, number: 1, on, minor, day, at: event.at };
  }
  return undefined;
}

/** The entry's own receipt, else the first registered one of so much whose money was booked on that day by an entry without a row. */
async function eventOf(tx: Tx, id: string, entry: ShownEntry): Promise<RecordedEvent | undefined> {
  const locked = await lockedClaim(tx, id);
  if (!locked.ok) return undefined;
  const { claim, events } = locked.value;
  const own = receiptReference('bankEntry', entry.id);
  const said = new Set((await tx.bankEntries.receiptsOn(id)).map(({ on }) => 'event' in on && on.event));
  const standing = standingReceipts(events, entry.minor)
    .filter(({ number }) => !said.has(number))
    .toSorted((a, b) => Number(b.reference === own) - Number(a.reference === own));
  for (const event of standing) {
    if ((await bankedOn(tx, claim, String(event.number))) === entry.bookedOn) return event;
  }
  return undefined;
}

function standingReceipts(events: readonly RecordedEvent[], minor: bigint): readonly RecordedEvent[] {
  const returned = new Set(events.flatMap(({ kind, reference }) => (kind === 'returned' ? [reference] : [])));
  return events.filter(
    ({ kind, reference, moves }) =>
      kind === 'received' &&
      !returned.has(reference) &&
      moves.reduce((sum, move) => sum + move.minor, 0n) === minor,
  );
}
