import type { Direction } from '../../core/agreement/agreement.ts';
import {
  type ConfirmationEventKind,
  type ConfirmationState,
  confirmationState,
  nextState,
} from '../../core/claim/confirmation.ts';
import { minorOf } from '../../core/money/minorOf.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import { type Actor, actorText } from '../actor.ts';
import { DOCUMENT_TYPES, type OpenedDocument, type ReadDocument } from '../agreements/attachDocument.ts';
import { documentName } from '../agreements/documentName.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import { isUuid } from '../isUuid.ts';
import type {
  BalanceConfirmation,
  ConfirmationEvent,
  ConfirmationFilter,
} from '../ports/confirmationStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** A balance with what the partner said to it. */
export type ShownConfirmation = {
  readonly confirmation: BalanceConfirmation;
  readonly state: ConfirmationState;
  readonly events: readonly ConfirmationEvent[];
};

/**
 * Asks a partner to confirm what is earned, on documents and paid between it and a company of ours, as
 * it stands now: one balance for each direction and currency.
 * Refuses: partner-not-found, line-company-unknown, confirmation-nothing.
 */
export function sendConfirmation(
  ports: Ports,
  tenant: TenantId,
  { partner, company, actor }: { readonly partner: string; readonly company: string; readonly actor: Actor },
): Promise<Result<readonly ShownConfirmation[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (!(await tx.bankAccounts.isPartnerKnown(partner)))
      return refused(refuse('partner-not-found', 'partner', { partner }));
    if (!(await tx.company.all()).some(({ code }) => code === company))
      return refused(refuse('line-company-unknown', 'company', { row: '', value: company }));
    const sums = await balancesOf(tx, partner, company);
    if (sums.size === 0) return refused(refuse('confirmation-nothing', 'partner', { partner, company }));
    const asOf = await businessDay(tx, ports.clock);
    const batch = await tx.batches.last();
    const sent: ShownConfirmation[] = [];
    for (const [key, { direction, currency, earned, settled, paid }] of [...sums].sort()) {
      const by = { sentBy: actorText(actor), at: ports.clock.now() };
      const id = ports.ids.next();
      const amounts = { direction, currency, earned, settled, paid };
      const confirmation = { id, partner, company, asOf, batch, ...amounts, ...by };
      await tx.confirmations.send(confirmation);
      const body = { partner, company, balance: key, earned: String(earned), paid: String(paid) };
      await auditDeed(ports, tx, { actor, action: 'balance.sent', object: id, body });
      sent.push({ confirmation, state: 'sent', events: [] });
    }
    return accept(sent);
  });
}

type Sum = Pick<BalanceConfirmation, 'direction' | 'currency' | 'earned' | 'settled' | 'paid'>;

/** By direction and currency, over all agreements of the company. */
async function balancesOf(tx: Tx, partner: string, company: string): Promise<Map<string, Sum>> {
  const codes = await tx.confirmations.agreementsOf(partner);
  const agreements = await tx.agreements.someKnownAt(codes, await tx.batches.last());
  const sums = new Map<string, Sum>();
  for (const { code, agreement } of agreements.filter((stored) => stored.agreement.company === company)) {
    for (const { account, minor } of await tx.bookings.balancesUnlocked(code)) {
      if (account.partner !== partner || account.kind === 'recognised') continue;
      const { currency, kind } = account;
      const direction: Direction = agreement.direction;
      const key = `${direction} ${currency}`;
      const sum = sums.get(key) ?? { direction, currency, earned: 0n, settled: 0n, paid: 0n };
      sums.set(key, { ...sum, [kind]: sum[kind] + minor });
    }
  }
  return sums;
}

export type ConfirmationStep = {
  readonly confirmation: string;
  readonly actor: Actor;
  readonly note?: string;
  /** The letter of the partner, to be filed with it. */
  readonly paper?: { readonly name: string; readonly open: () => Promise<Result<ReadDocument>> };
} & (
  | { readonly kind: 'confirmed' | 'replied' | 'resolved' }
  /** What the partner says that is open. */
  | { readonly kind: 'contested'; readonly amount: Decimal }
  | { readonly kind: 'assigned'; readonly person: string }
);

/**
 * Files what the partner answered, and what followed: who looks after a contested balance, what was said to it,
 * and how it ended.
 * Refuses: what opening refuses, confirmation-not-found, confirmation-state, claim-amount-invalid,
 * person-not-found, reason-missing.
 */
export async function answerConfirmation(
  ports: Ports,
  tenant: TenantId,
  step: ConfirmationStep,
): Promise<Result<ShownConfirmation>> {
  const read = step.paper === undefined ? undefined : await step.paper.open();
  if (read?.ok === false) return read;
  return ports.store.inTenant(tenant, async (tx) => {
    const { confirmation: id, kind, actor, note } = step;
    const confirmation = isUuid(id) ? await tx.confirmations.lock(id) : undefined;
    if (confirmation === undefined) return refused(refuse('confirmation-not-found', 'id', { id }));
    const events = await tx.confirmations.events(id);
    const next = nextState(kindsOf(events), kind);
    if (!next.ok) return next;
    const needsReason = kind === 'replied' || kind === 'resolved';
    if (needsReason && (note ?? '').trim() === '') return refused(refuse('reason-missing', 'note'));
    const said = await saidIn(tx, step, confirmation.currency);
    if (!said.ok) return said;
    const number = events.length + 1;
    const by = { actor: actorText(actor), at: ports.clock.now() };
    const day = await businessDay(tx, ports.clock);
    const event = { number, kind, day, ...said.value, ...(note !== undefined && { note }), ...by };
    await tx.confirmations.write(id, event, read && paperOf(ports, step.paper?.name ?? '', read.value));
    const { minor, person = null } = said.value;
    const body = { number, note: note ?? null, amount: minor === undefined ? null : String(minor), person };
    await auditDeed(ports, tx, { actor, action: `balance.${kind}`, object: id, body });
    return accept({ confirmation, state: next.value, events: await tx.confirmations.events(id) });
  });
}

async function saidIn(
  tx: Tx,
  step: ConfirmationStep,
  currency: string,
): Promise<Result<Pick<ConfirmationEvent, 'minor' | 'person'>>> {
  if (step.kind === 'contested') {
    const minor = minorOf(step.amount, currency);
    if (minor !== undefined) return accept({ minor });
    const facts = { amount: formatDecimal(step.amount), currency };
    return refused(refuse('claim-amount-invalid', 'amount', facts));
  }
  if (step.kind !== 'assigned') return accept({});
  const { person } = step;
  const isKnown = isUuid(person) && (await tx.access.person(person)) !== undefined;
  return isKnown ? accept({ person }) : refused(refuse('person-not-found', 'person', { id: person }));
}

function paperOf(ports: Ports, name: string, { content, mediaType }: ReadDocument) {
  const sha256 = hex(ports.sha256(content));
  return { name: documentName(name, DOCUMENT_TYPES[mediaType]), mediaType, sha256, content };
}

/** In the order in which they were sent. */
export function listConfirmations(
  ports: Ports,
  tenant: TenantId,
  filter: ConfirmationFilter,
): Promise<{ readonly rows: readonly ShownConfirmation[]; readonly hasMore: boolean }> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await tx.confirmations.page({ ...filter, limit: filter.limit + 1 });
    const rows: ShownConfirmation[] = [];
    for (const confirmation of found.slice(0, filter.limit)) {
      const events = await tx.confirmations.events(confirmation.id);
      rows.push({ confirmation, state: confirmationState(kindsOf(events)), events });
    }
    return { rows, hasMore: found.length > filter.limit };
  });
}

/** The answer of a partner as it was filed. Refuses: document-not-found. */
export function openConfirmationPaper(
  ports: Ports,
  tenant: TenantId,
  { confirmation: id, event }: { readonly confirmation: string; readonly event: number },
): Promise<Result<OpenedDocument>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = isUuid(id) ? await tx.confirmations.paper(id, event) : undefined;
    return found === undefined ? refused(refuse('document-not-found', 'id', { id })) : accept(found);
  });
}

function kindsOf(events: readonly ConfirmationEvent[]): ConfirmationEventKind[] {
  return events.map(({ kind }) => kind);
}
