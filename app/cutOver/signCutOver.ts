import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { CutOver, CutOverSignature } from '../ports/cutOverStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { type CutOverComparison, compareIn } from './compareCutOver.ts';
import { signedJson } from './comparisonJson.ts';
import { lockedCutOver } from './lockedCutOver.ts';

export type Signing = {
  readonly cutOver: string;
  /** Of the comparison that was looked at; another one is not signed by it. */
  readonly sha256: string;
  /** Why the differences that are left are accepted; may be empty where there are none. */
  readonly note: string;
  readonly actor: Actor;
};

/**
 * A person who has loaded nothing of it signs a cut-over as it was compared. From then on its
 * balances and its history stand, and its agreements book.
 * Refuses: cut-over-person-needed, cut-over-not-found, cut-over-signed, cut-over-four-eyes,
 * cut-over-nothing-loaded, cut-over-changed, cut-over-note-missing, known-day-backwards.
 */
export function signCutOver(
  ports: Ports,
  tenant: TenantId,
  signing: Signing,
): Promise<Result<CutOverSignature>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const open = await openTo(tx, signing);
    if (!open.ok) return open;
    const cutOver = open.value;
    const seen = await comparedAsSeen(ports, tx, { tenant, cutOver }, signing);
    if (!seen.ok) return seen;
    const at = ports.clock.now();
    const batch = await tx.batches.take('cutOver', await businessDay(tx, ports.clock), at);
    if (!batch.ok) return batch;
    const signature = signatureOf(signing, seen.value, batch.value, at);
    await tx.cutOvers.sign(cutOver.code, signature);
    await auditDeed(ports, tx, {
      actor: signing.actor,
      action: 'cutOver.sign',
      object: cutOver.code,
      body: { sha256: signing.sha256, note: signing.note, differences: differencesIn(seen.value) },
    });
    await askCalculation(ports, tx, signing.actor);
    return accept(signature);
  });
}

/**
 * The comparison, if it is the one that was looked at. It is made before the counter is locked, so
 * that nobody waits for it; what became known meanwhile is compared again under the lock.
 */
async function comparedAsSeen(
  ports: Ports,
  tx: Tx,
  compared: { readonly tenant: TenantId; readonly cutOver: CutOver },
  signing: Signing,
): Promise<Result<CutOverComparison>> {
  const early = await compareIn(ports, tx, compared);
  if (!early.ok) return early;
  const unread = unreadIn(early.value, signing);
  if (unread !== undefined) return refused(unread);
  await tx.batches.lock();
  if ((await tx.batches.last()) === early.value.batch) return early;
  const late = await compareIn(ports, tx, compared);
  if (!late.ok) return late;
  const changed = unreadIn(late.value, signing);
  return changed === undefined ? late : refused(changed);
}

/** The cut-over, locked, where this person may sign it. */
async function openTo(tx: Tx, { cutOver: code, actor }: Signing): Promise<Result<CutOver>> {
  const who = { actor: actorText(actor) };
  if (actor.kind !== 'person') return refused(refuse('cut-over-person-needed', 'actor', who));
  const locked = await lockedCutOver(tx, code);
  if (!locked.ok) return locked;
  // Also a file that was replaced since: the table of parts holds the same.
  const isLoader = (await tx.cutOvers.loaders(code)).includes(who.actor);
  return isLoader ? refused(refuse('cut-over-four-eyes', 'actor', who)) : locked;
}

function unreadIn(compared: CutOverComparison, { sha256, note }: Signing): Refusal | undefined {
  if (compared.sha256 !== sha256) return refuse('cut-over-changed', 'sha256', { sha256: compared.sha256 });
  const differences = differencesIn(compared);
  if (differences === 0 || note.trim() !== '') return undefined;
  return refuse('cut-over-note-missing', 'note', { differences: String(differences) });
}

function differencesIn({ figures }: CutOverComparison): number {
  return figures.filter(({ reason }) => reason !== 'equal').length;
}

function signatureOf(
  { note, actor, sha256 }: Signing,
  compared: CutOverComparison,
  batch: number,
  signedAt: Date,
): CutOverSignature {
  const comparison = { sha256, batch: compared.batch, ...signedJson(compared) } as unknown as Json;
  return { batch, signedBy: actorText(actor), signedAt, note, comparison };
}
