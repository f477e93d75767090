import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import type { Actor } from '../actor.ts';
import { keepsAdjusted } from '../adjustments/keepsAdjusted.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { takeBatch } from './approveProposal.ts';
import { hashOf } from './hashOf.ts';
import { recordVersion } from './recordVersion.ts';
import { writeDeed } from './writeDeed.ts';

export type RecordedAgreement = {
  readonly code: string;
  readonly version: number;
  /** False: the same text was known already. */
  readonly isNew: boolean;
};

/**
 * Takes an agreement over as it stands, without approval, and says so in its history: what was
 * agreed before OpenRebate came. The same text again changes nothing; another text under a known code
 * replaces terms for past and future, so it is taken only where the caller says that it is a new
 * version (rulings R16). Where a company has rules of approval, nothing gets around them.
 * Refuses: those of decodeAgreement, approval-required, agreement-text-changed, those of keepsAdjusted, known-day-backwards.
 */
export async function recordAgreement(
  ports: Ports,
  tenant: TenantId,
  parsed: unknown,
  options: { readonly actor: Actor; readonly asNewVersion: boolean },
): Promise<Result<RecordedAgreement>> {
  const agreement = decodeAgreement(parsed);
  if (!agreement.ok) return agreement;
  const code = agreement.value.id;
  const text = canonicalJson(parsed as Json);
  const sha256 = hashOf(ports, text);
  return ports.store.inTenant(tenant, async (tx) => {
    const before = await tx.agreements.knownAt(code, await tx.batches.last());
    if (before?.sha256 === sha256) return accept({ code, version: before.version, isNew: false });
    await tx.dossiers.lock(code);
    // Asked again under the lock: another writer may have been quicker.
    const known = await tx.agreements.knownAt(code, await tx.batches.last());
    if (known?.sha256 === sha256) return accept({ code, version: known.version, isNew: false });
    const may = await mayTakeOver(tx, agreement.value, known, options.asNewVersion);
    return may.ok ? takeOver(ports, tx, { code, text, actor: options.actor }) : may;
  });
}

async function mayTakeOver(
  tx: Tx,
  agreement: Agreement,
  known: StoredAgreement | undefined,
  asNewVersion: boolean,
): Promise<Result<true>> {
  // Under the lock that whoever confirms holds: rules that are being confirmed at this moment are waited for, not overtaken.
  const code = agreement.id;
  await tx.batches.lock();
  if ((await tx.approvalRules.knownAt(await tx.batches.last())) !== undefined) {
    return refused(refuse('approval-required', code));
  }
  if (known === undefined) return accept(true);
  if (asNewVersion) return keepsAdjusted(tx, agreement);
  return refused(refuse('agreement-text-changed', code, { id: code, version: String(known.version) }));
}

async function takeOver(
  ports: Ports,
  tx: Tx,
  { code, text, actor }: { readonly code: string; readonly text: string; readonly actor: Actor },
): Promise<Result<RecordedAgreement>> {
  const batch = await takeBatch(ports, tx);
  if (!batch.ok) return batch;
  const version = await recordVersion(ports, tx, { code, text, batch: batch.value, actor });
  await writeDeed(ports, tx, code, { deed: 'takeOver', actor, version, batch: batch.value });
  return accept({ code, version, isNew: true });
}
