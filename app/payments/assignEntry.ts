import { minorOf } from '../../core/money/minorOf.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { withinGrant } from '../access/withinGrant.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { isUuid } from '../isUuid.ts';
import type { EntryDeed, EntryPart, EntryTarget, LayTarget, ShownEntry } from '../ports/bankEntryStore.ts';
import type { StoredInstruction } from '../ports/paymentStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { wholeOrNothing } from '../wholeOrNothing.ts';
import { laidOf, layEntry, mayBeLaid, takeBackEntry } from './layEntry.ts';
import { applyEntry, bookable, newsOfEntry } from './matchEntry.ts';

export type Assignment = {
  readonly entry: string;
  /** These payments; or those of a run that were not rejected; or, of what came in, a claim or document that it pays, or several. */
  readonly payments?: readonly string[];
  readonly run?: string;
  readonly claim?: string;
  readonly document?: string;
  readonly parts?: readonly (LayTarget & { readonly amount: Decimal })[];
  readonly reason: string;
  readonly actor: Actor;
};

/**
 * Says to which payments an entry belongs that waits, or what it pays. Nothing moves before another person has approved it.
 * Refuses: bank-entry-not-found, bank-entry-not-waiting, bank-entry-proposed, payment-not-found, claim-amount-invalid, those
 * of newsOfEntry and mayBeLaid.
 */
export function assignEntry(
  ports: Ports,
  tenant: TenantId,
  { entry: id, actor, reason, ...asked }: Assignment,
): Promise<Result<ShownEntry>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    const waiting = await waitingEntry(tx, id);
    if (!waiting.ok) return waiting;
    if (waiting.value.proposal !== undefined) return refused(refuse('bank-entry-proposed', 'id', { id }));
    const target = await targetAsked(tx, waiting.value, asked);
    if (!target.ok) return target;
    if (target.value !== undefined) {
      const deed = { kind: 'proposed', payments: [], ...target.value, reason, actor } as const;
      return write(ports, tx, waiting.value, deed);
    }
    const payments = await paymentsAsked(tx, asked);
    if (!payments.ok) return payments;
    const told = await newsOfEntry(tx, waiting.value, payments.value, actor);
    if (!told.ok) return told;
    return write(ports, tx, waiting.value, {
      ...{ kind: 'proposed', payments: payments.value.map((one) => one.id), reason, actor },
    });
  });
}

/**
 * Proposes to take back what an entry was laid against; once another person has approved it, it is open again and the entry waits.
 * Refuses: reason-missing, bank-entry-not-found, bank-entry-not-laid, bank-entry-proposed.
 */
export function proposeTakeBack(
  ports: Ports,
  tenant: TenantId,
  { entry: id, reason, actor }: { readonly entry: string; readonly reason: string; readonly actor: Actor },
): Promise<Result<ShownEntry>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const found = await lockedEntry(tx, id);
    if (!found.ok) return found;
    const laid = await laidOf(ports, tx, found.value);
    if (!laid.ok) return laid;
    if (found.value.proposal !== undefined) return refused(refuse('bank-entry-proposed', 'id', { id }));
    return write(ports, tx, found.value, { kind: 'takeBackProposed', payments: [], reason, actor });
  });
}

/**
 * Approves or rejects what another person has proposed for an entry; approved, it moves the payments, is laid against what it
 * pays, or waits again.
 * Refuses: person-needed, bank-entry-not-found, bank-entry-not-waiting, bank-entry-not-proposed, approver-is-author,
 * those of newsOfEntry, layEntry, takeBackEntry and withinGrant.
 */
export function decideEntry(
  ports: Ports,
  tenant: TenantId,
  {
    entry: id,
    is,
    reason,
    actor,
  }: {
    readonly entry: string;
    readonly is: 'approved' | 'rejected';
    readonly reason: string;
    readonly actor: Actor;
  },
): Promise<Result<ShownEntry>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const found = await lockedEntry(tx, id);
    if (!found.ok) return found;
    const { proposal } = found.value;
    if (proposal?.isTakeBack !== true && found.value.state !== 'waits') return notWaiting(found.value);
    if (proposal === undefined) return refused(refuse('bank-entry-not-proposed', 'id', { id }));
    if (proposal.actor === actorText(actor)) return refused(refuse('approver-is-author', 'actor'));
    if (is === 'approved') {
      const { minor, currency } = found.value;
      const reaches = await withinGrant(tx, actor, {
        scope: 'payments:approve',
        amount: { minor, currency },
      });
      if (!reaches.ok) return reaches;
      const done = await carryOut(ports, tx, found.value, proposal, actor);
      if (!done.ok) return done;
      await tx.bankEntries.settle(id, proposal.isTakeBack ? TAKEN_BACK : '');
    }
    return write(ports, tx, found.value, { kind: is, payments: [], reason, actor });
  });
}

/** Why an entry waits again. */
const TAKEN_BACK = 'entry-taken-back';

async function carryOut(
  ports: Ports,
  tx: Tx,
  entry: ShownEntry,
  proposal: Proposal,
  actor: Actor,
): Promise<Result<true>> {
  if (proposal.isTakeBack) return takeBackEntry(ports, tx, entry, { reason: proposal.reason, actor });
  const { pays } = proposal;
  if (pays.length > 0) return layEntry(ports, tx, entry, pays, actor);
  const payments = await paymentsAsked(tx, { payments: proposal.payments });
  return payments.ok ? applyEntry(ports, tx, entry, payments.value, actor) : payments;
}

type LaidOn = Pick<EntryTarget, 'claim' | 'document' | 'parts'>;

/** What an entry is to be laid against, checked; undefined where payments are meant. */
async function targetAsked(
  tx: Tx,
  entry: ShownEntry,
  { claim, document, parts }: Pick<Assignment, 'claim' | 'document' | 'parts'>,
): Promise<Result<LaidOn | undefined>> {
  const inMinor = parts === undefined ? accept(undefined) : minorParts(entry, parts);
  if (!inMinor.ok) return inMinor;
  const one = document === undefined ? undefined : { document };
  const target = inMinor.value ? { parts: inMinor.value } : claim === undefined ? one : { claim };
  if (target === undefined) return accept(undefined);
  const may = await mayBeLaid(tx, entry, partsOf(entry, target));
  return may.ok ? accept(target) : may;
}

function minorParts(
  { currency }: ShownEntry,
  parts: NonNullable<Assignment['parts']>,
): Result<readonly EntryPart[]> {
  const all: EntryPart[] = [];
  for (const { amount, ...target } of parts) {
    const minor = minorOf(amount, currency);
    const text = formatDecimal(amount);
    if (minor === undefined)
      return refused(refuse('claim-amount-invalid', 'parts', { amount: text, currency }));
    all.push({ ...target, minor });
  }
  return accept(all);
}

/** One that is named without an amount is paid by all of the entry. */
function partsOf({ minor }: ShownEntry, { claim, document, parts = [] }: LaidOn): readonly EntryPart[] {
  if (claim !== undefined) return [{ claim, minor }];
  return document === undefined ? parts : [{ document, minor }];
}

/**
 * Says that an entry is none of ours, and why: it waits no more, and moves nothing.
 * Refuses: reason-missing, bank-entry-not-found, bank-entry-not-waiting, bank-entry-proposed.
 */
export function dismissEntry(
  ports: Ports,
  tenant: TenantId,
  { entry: id, reason, actor }: { readonly entry: string; readonly reason: string; readonly actor: Actor },
): Promise<Result<ShownEntry>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const waiting = await waitingEntry(tx, id);
    if (!waiting.ok) return waiting;
    if (waiting.value.proposal !== undefined) return refused(refuse('bank-entry-proposed', 'id', { id }));
    await tx.bankEntries.dismiss(id);
    return write(ports, tx, waiting.value, { kind: 'dismissed', payments: [], reason, actor });
  });
}

async function lockedEntry(tx: Tx, id: string): Promise<Result<ShownEntry>> {
  const entry = isUuid(id) ? await tx.bankEntries.lock(id) : undefined;
  return entry === undefined ? refused(refuse('bank-entry-not-found', 'id', { id })) : accept(entry);
}

async function waitingEntry(tx: Tx, id: string): Promise<Result<ShownEntry>> {
  const entry = await lockedEntry(tx, id);
  return !entry.ok || entry.value.state === 'waits' ? entry : notWaiting(entry.value);
}

function notWaiting({ id, state }: ShownEntry): Result<never> {
  return refused(refuse('bank-entry-not-waiting', 'id', { id, state }));
}

async function paymentsAsked(
  tx: Tx,
  { payments = [], run }: Pick<Assignment, 'payments' | 'run'>,
): Promise<Result<readonly StoredInstruction[]>> {
  if (run !== undefined) {
    const all = isUuid(run) ? await tx.payments.instructionsOf(run) : [];
    return accept(bookable(all));
  }
  const found: StoredInstruction[] = [];
  for (const id of new Set(payments)) {
    const payment = isUuid(id) ? await tx.payments.instruction(id) : undefined;
    if (payment === undefined) return refused(refuse('payment-not-found', 'payments', { id }));
    found.push(payment);
  }
  return accept(found);
}

type Proposal = NonNullable<ShownEntry['proposal']>;

function partText({ minor, ...target }: EntryPart) {
  return { ...target, minor: String(minor) };
}

type NewDeed = Omit<EntryDeed, 'actor' | 'at'> & { readonly actor: Actor };

async function write(ports: Ports, tx: Tx, { id }: ShownEntry, deed: NewDeed): Promise<Result<ShownEntry>> {
  const { kind, actor, parts, ...others } = deed;
  const said = { ...others, ...(parts && { parts: parts.map(partText) }) };
  await tx.bankEntries.write(id, { ...deed, actor: actorText(actor), at: ports.clock.now() });
  await auditDeed(ports, tx, { actor, action: `bankEntry.${kind}`, object: id, body: said });
  const now = await tx.bankEntries.lock(id);
  if (now === undefined) throw new Error(`Fault: the entry ${id} is gone`);
  return accept(now);
}
