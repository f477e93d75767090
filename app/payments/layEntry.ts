import { moneyText } from '../../core/money/money.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { earlierReceipt } from '../claims/earlierReceipt.ts';
import { claimNamed, claimToReceive, receiveOnClaim, takeBackFromClaim } from '../claims/receiveEntry.ts';
import type { EntryPart, EntryReceipt, LayTarget, ShownEntry, StoredEntry } from '../ports/bankEntryStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { documentNamed, payableDocument, receiveOnDocument } from '../settlement/receiveDocument.ts';

/**
 * What the text of an entry names: a claim of ours, else a document on which a partner owes us. Undefined of what names none, or left us.
 * Refuses: entry-names-several-claims, entry-names-several-documents.
 */
export async function targetNamed(tx: Tx, entry: StoredEntry): Promise<Result<LayTarget> | undefined> {
  const company = await companyOf(tx, entry);
  if (company === undefined || entry.minor <= 0n) return undefined;
  const claim = await claimNamed(tx, entry, company);
  if (claim !== undefined) return claim.ok ? accept({ claim: claim.value }) : claim;
  const document = await documentNamed(tx, entry, company);
  if (document === undefined || !document.ok) return document;
  return accept({ document: document.value });
}

/**
 * Whether all of an entry can be laid against the parts that are named; nothing is moved.
 * Refuses: entry-of-other-account, entry-part-twice, entry-parts-differ (amount, parts), those of claimToReceive and
 * payableDocument.
 */
export async function mayBeLaid(
  tx: Tx,
  entry: StoredEntry,
  parts: readonly EntryPart[],
): Promise<Result<true>> {
  const company = await payee(tx, entry);
  if (!company.ok) return company;
  const whole = checkParts(entry, parts);
  if (!whole.ok) return whole;
  for (const part of inOrder(parts)) {
    const own = { ...entry, minor: part.minor };
    const found =
      'claim' in part
        ? await claimToReceive(tx, part.claim, own, company.value)
        : await payableDocument(tx, part.document, own, company.value);
    if (!found.ok) return found;
  }
  return accept(true);
}

/** Lays an entry that came in against claims and documents, all of it or nothing. Refuses: those of mayBeLaid. */
export async function layEntry(
  ports: Ports,
  tx: Tx,
  entry: StoredEntry,
  parts: readonly EntryPart[],
  actor: Actor,
): Promise<Result<true>> {
  const company = await payee(tx, entry);
  if (!company.ok) return company;
  const whole = checkParts(entry, parts);
  if (!whole.ok) return whole;
  const laid = await tx.bankEntries.receiptsOf(entry.id);
  for (const [at, part] of inOrder(parts).entries()) {
    const { minor } = part;
    const of = { entry: entry.id, number: laid.length + 1 + at, minor, day: entry.bookedOn };
    const receipt = { id: ports.ids.next(), ...of, at: ports.clock.now() };
    const own = { ...entry, minor };
    if ('claim' in part) {
      const claim = await claimToReceive(tx, part.claim, own, company.value);
      if (!claim.ok) return claim;
      await receiveOnClaim(ports, tx, claim.value, own, receipt, actor);
    } else {
      const document = await payableDocument(tx, part.document, own, company.value);
      if (!document.ok) return document;
      const on = { document: document.value.id };
      await receiveOnDocument(ports, tx, document.value, { ...receipt, on }, actor);
    }
  }
  return accept(true);
}

/** The company whose account an entry came in on. Refuses: entry-of-other-account. */
async function payee(tx: Tx, entry: StoredEntry): Promise<Result<string>> {
  const company = await companyOf(tx, entry);
  return company === undefined || entry.minor <= 0n
    ? refused(refuse('entry-of-other-account', 'id'))
    : accept(company);
}

/** All of an entry, and nothing twice: of two receipts on one document nobody could tell which is taken back. */
function checkParts({ minor, currency }: StoredEntry, parts: readonly EntryPart[]): Result<true> {
  if (new Set(parts.map(placeOf)).size < parts.length) return refused(refuse('entry-part-twice', 'parts'));
  const sum = parts.reduce((total, part) => total + part.minor, 0n);
  if (sum === minor && parts.every((part) => part.minor > 0n)) return accept(true);
  const text = (amount: bigint) => moneyText({ minor: amount, currency });
  return refused(refuse('entry-parts-differ', 'parts', { amount: text(minor), parts: text(sum) }));
}

/** Two at once who lay on the same ones lock them in the same order. */
function inOrder(parts: readonly EntryPart[]): readonly EntryPart[] {
  return parts.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

function placeOf(part: LayTarget): string {
  return 'claim' in part ? `claim ${part.claim}` : `document ${part.document}`;
}

/** What an entry is laid against and was not taken back, in order. Refuses: bank-entry-not-laid. */
export async function laidOf(
  ports: Ports,
  tx: Tx,
  entry: ShownEntry,
): Promise<Result<readonly EntryReceipt[]>> {
  const { id } = entry;
  const all = await tx.bankEntries.receiptsOf(id);
  const last = all.findLastIndex(({ minor }) => minor < 0n);
  const standing = all.length === 0 ? await laidEarlier(ports, tx, entry) : all.slice(last + 1);
  return standing.length === 0 ? refused(refuse('bank-entry-not-laid', 'id', { id })) : accept(standing);
}

async function laidEarlier(ports: Ports, tx: Tx, entry: ShownEntry): Promise<readonly EntryReceipt[]> {
  const company = await companyOf(tx, entry);
  const found = company === undefined ? undefined : await earlierReceipt(ports, tx, entry, company);
  return found === undefined ? [] : [found];
}

/** Takes back all that an entry was laid against, by mirrored rows: it is open again. Refuses: bank-entry-not-laid. */
export async function takeBackEntry(
  ports: Ports,
  tx: Tx,
  entry: ShownEntry,
  why: { readonly reason: string; readonly actor: Actor },
): Promise<Result<true>> {
  const laid = await laidOf(ports, tx, entry);
  if (!laid.ok) return laid;
  // What was laid before rows said so gets its row now: what is taken back stands beside what was laid.
  const isSaid = (await tx.bankEntries.receiptsOf(entry.id)).length > 0;
  for (const one of isSaid ? [] : laid.value) await tx.bankEntries.lay(one);
  for (const one of laid.value) {
    const number = one.number + laid.value.length;
    const mirror = { ...one, id: ports.ids.next(), number, minor: -one.minor, at: ports.clock.now() };
    const done = await takeBackReceipt(ports, tx, mirror, why);
    if (!done.ok) return done;
  }
  return accept(true);
}

async function takeBackReceipt(
  ports: Ports,
  tx: Tx,
  receipt: EntryReceipt,
  { reason, actor }: { readonly reason: string; readonly actor: Actor },
): Promise<Result<true>> {
  const { on } = receipt;
  if ('claim' in on) return takeBackFromClaim(ports, tx, on, { receipt, reason, actor });
  const found = await tx.settlements.get(on.document);
  if (found === undefined) throw new Error(`Fault: the settlement ${on.document} is gone`);
  await tx.company.lock(found.company);
  const document = await tx.settlements.lock(on.document);
  if (document === undefined) throw new Error(`Fault: the settlement ${on.document} is gone`);
  await receiveOnDocument(ports, tx, document, receipt, actor);
  return accept(true);
}

async function companyOf(tx: Tx, { account }: Pick<StoredEntry, 'account'>): Promise<string | undefined> {
  return (await tx.payments.accounts()).find(({ code }) => code === account)?.company;
}
