import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { Ports, TenantId } from '../ports.ts';

export type RecordedAgreement = {
  readonly code: string;
  readonly version: number;
  /** False: the same text was known already. */
  readonly isNew: boolean;
};

/**
 * Records the text of an agreement. The same text again changes nothing; another text under a
 * known code replaces terms for past and future, so it is taken only where the caller says that
 * it is a new version (rulings R16).
 * Refuses: those of decodeAgreement, agreement-text-changed, known-day-backwards.
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
  const sha256 = hex(ports.sha256(utf8(text)));
  return ports.store.inTenant(tenant, async (tx) => {
    const at = ports.clock.now();
    const before = await tx.agreements.knownAt(code, await tx.batches.last());
    if (before?.sha256 === sha256) return accept({ code, version: before.version, isNew: false });
    const batch = await tx.batches.take('agreement', await businessDay(tx, ports.clock), at);
    if (!batch.ok) return batch;
    // Asked again under the lock of the counter: another writer may have been quicker.
    const known = await tx.agreements.knownAt(code, batch.value);
    if (known?.sha256 === sha256) return accept({ code, version: known.version, isNew: false });
    if (known !== undefined && !options.asNewVersion) {
      return refused(refuse('agreement-text-changed', code, { id: code, version: String(known.version) }));
    }
    const id = known?.id ?? ports.ids.next();
    const version = await tx.agreements.record({ id, code, text, sha256, batch: batch.value });
    await askCalculation(ports, tx, options.actor);
    await tx.audit.write({
      id: ports.ids.next(),
      at,
      actor: options.actor,
      action: 'agreement.record',
      object: id,
      batch: batch.value,
      body: { code, version, sha256 },
    });
    return accept({ code, version, isNew: true });
  });
}
