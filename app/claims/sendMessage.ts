import { type RowRepair, repairedRows } from '../../core/claim/claimMessage.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { DOCUMENT_TYPES, type ReadDocument } from '../agreements/attachDocument.ts';
import { documentName } from '../agreements/documentName.ts';
import { auditDeed } from '../auditDeed.ts';
import { isUuid } from '../isUuid.ts';
import type { SaidOfClaims } from '../ports/claimMessageStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { stateOfMessage } from './showMessages.ts';

export type Sending = {
  readonly actor: Actor;
  /**
   * Whoever sees the whole tenant asks for it to be taken in, and enters it in the trail. The portal has no right to
   * either: whoever lets it in asks, and what is taken in is entered in the name of the sender.
   */
  readonly asksToTake: boolean;
} & (
  | (Extract<SaidOfClaims, { kind: 'claims' }> & { readonly partner: string })
  | Extract<SaidOfClaims, { kind: 'comment' | 'dispute' }>
);

export type SentMessage = { readonly id: string };

/**
 * Keeps what somebody sends about claims, as it was sent; a worker takes it in. In the role of the portal the
 * database lets through what is of partners of the sender alone.
 * Refuses: partner-not-found, claim-not-found, reason-missing.
 */
export function sendMessage(
  ports: Ports,
  tenant: TenantId,
  { actor, asksToTake, ...said }: Sending,
): Promise<Result<SentMessage>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (said.kind === 'comment' && said.text.trim() === '') return refused(refuse('reason-missing', 'text'));
    const partner = await partnerFor(tx, said);
    if (!partner.ok) return partner;
    const { partner: _, ...rest } = { partner: '', ...said };
    return keep(ports, tx, { actor, asksToTake, partner: partner.value, said: rest });
  });
}

/**
 * The same of a document that proves a claim.
 * Refuses: what opening refuses, claim-not-found.
 */
export async function sendProof(
  ports: Ports,
  tenant: TenantId,
  asked: Pick<Sending, 'actor' | 'asksToTake'> & {
    readonly claim: string;
    readonly name: string;
    readonly open: () => Promise<Result<ReadDocument>>;
  },
): Promise<Result<SentMessage>> {
  const { actor, asksToTake, claim, name: given, open } = asked;
  const read = await open();
  if (!read.ok) return read;
  const { content, mediaType } = read.value;
  return ports.store.inTenant(tenant, async (tx) => {
    const name = documentName(given, DOCUMENT_TYPES[mediaType]);
    const said = { kind: 'proof' as const, claim, name, mediaType };
    const partner = await partnerFor(tx, said);
    return partner.ok
      ? keep(ports, tx, { actor, asksToTake, partner: partner.value, said, content })
      : partner;
  });
}

/**
 * Sends the rows of a message that wait once more, with what was repaired in them.
 * Refuses: claim-message-not-found, claim-message-not-waiting, claim-row-not-waiting.
 */
export function repairMessage(
  ports: Ports,
  tenant: TenantId,
  asked: Pick<Sending, 'actor' | 'asksToTake'> & {
    readonly message: string;
    readonly rows: readonly RowRepair[];
  },
): Promise<Result<SentMessage>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { message: id, rows, actor, asksToTake } = asked;
    const message = isUuid(id) ? await tx.messages.find(id) : undefined;
    if (message === undefined) return refused(refuse('claim-message-not-found', 'id', { id }));
    const state = stateOfMessage(message);
    if (state !== 'quarantined' || message.said.kind !== 'claims')
      return refused(refuse('claim-message-not-waiting', 'id', { id, state }));
    const repaired = repairedRows(message.said.rows, message.taken?.waiting ?? [], rows);
    if (!repaired.ok) return repaired;
    const said = { kind: 'claims' as const, rows: repaired.value };
    return keep(ports, tx, { actor, asksToTake, partner: message.partner, said, repairs: id });
  });
}

/** What the wall hides is not found: another one's partner and one that does not exist look alike. */
async function partnerFor(
  tx: Tx,
  said: SaidOfClaims & { readonly partner?: string },
): Promise<Result<string>> {
  if (said.kind === 'claims') {
    const { partner = '' } = said;
    return (await tx.bankAccounts.isPartnerKnown(partner))
      ? accept(partner)
      : refused(refuse('partner-not-found', 'partner', { partner }));
  }
  const claim = isUuid(said.claim) ? await tx.claims.find(said.claim) : undefined;
  if (claim === undefined) return refused(refuse('claim-not-found', 'claim', { id: said.claim }));
  return accept(claim.partner);
}

type Keeping = Pick<Sending, 'actor' | 'asksToTake'> & {
  readonly partner: string | undefined;
  readonly said: SaidOfClaims;
  readonly repairs?: string;
  readonly content?: Uint8Array;
};

async function keep(
  ports: Ports,
  tx: Tx,
  { actor, asksToTake, partner, said, repairs, content }: Keeping,
): Promise<Result<SentMessage>> {
  const id = ports.ids.next();
  const message = {
    id,
    said,
    ...(partner !== undefined && { partner }),
    ...(repairs !== undefined && { repairs }),
    sentBy: actorText(actor),
    at: ports.clock.now(),
  };
  await tx.messages.add(message, content);
  if (!asksToTake) return accept({ id });
  await askToTake(ports, tx, actor);
  const body = { kind: said.kind, partner: partner ?? null, repairs: repairs ?? null };
  await auditDeed(ports, tx, { actor, action: 'claimMessage.send', object: id, body });
  return accept({ id });
}

/** Asks a worker to take in what lies there. */
export async function askToTake(ports: Ports, tx: Tx, actor: Actor): Promise<void> {
  const job = { id: ports.ids.next(), kind: 'takeMessages' as const, subject: '', delayMs: 0 };
  await tx.jobs.add({ ...job, requestedBy: actorText(actor) });
}
