import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { type Actor, actorText } from '../actor.ts';
import type { AskedPreview } from '../ports/previewStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import type { AsOfDays } from './previewFrame.ts';
import { proposedText } from './proposedText.ts';

export type PreviewRequest = AsOfDays & {
  readonly actor: Actor;
  readonly proposed: { readonly parsed: unknown } | { readonly proposal: string };
};

/**
 * Asks for a preview that a job works out and that is kept, of a text or of a proposal as it stands
 * now; on many lines that takes longer than a caller waits.
 * Refuses: proposal-not-found, those of decodeAgreement.
 */
export async function requestPreview(
  ports: Ports,
  tenant: TenantId,
  request: PreviewRequest,
): Promise<Result<AskedPreview>> {
  const { actor, proposed, effective, known } = request;
  const parsed =
    'parsed' in proposed ? accept(proposed.parsed) : await proposedText(ports, tenant, proposed.proposal);
  if (!parsed.ok) return parsed;
  const agreement = decodeAgreement(parsed.value);
  if (!agreement.ok) return agreement;
  return ports.store.inTenant(tenant, async (tx) => {
    const id = ports.ids.next();
    const requestedBy = actorText(actor);
    const work = { kind: 'preview', subject: id, requestedBy, delayMs: 0 } as const;
    const jobId = await tx.jobs.add({ id: ports.ids.next(), ...work });
    const asked: AskedPreview = {
      id,
      jobId,
      agreement: agreement.value.id,
      ...('proposal' in proposed && { proposal: proposed.proposal }),
      ...(effective !== undefined && { effective }),
      ...(known !== undefined && { known }),
      requestedBy,
      requestedAt: ports.clock.now(),
    };
    await tx.previews.ask(asked, canonicalJson(parsed.value as Json));
    await tx.audit.write({
      id: ports.ids.next(),
      at: asked.requestedAt,
      actor,
      action: 'preview.request',
      object: id,
      batch: await tx.batches.last(),
      body: { agreement: asked.agreement, proposal: asked.proposal ?? null },
    });
    return accept(asked);
  });
}
