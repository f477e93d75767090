import type { Json } from '../../core/text/canonicalJson.ts';
import type { Attempt, Outcome } from '../jobs/attempt.ts';
import type { Ports, TenantId } from '../ports.ts';
import { PREVIEW_STEPS, previewAgreement } from './previewAgreement.ts';
import { previewJson } from './previewJson.ts';

/** Works a preview out and keeps it; done twice, the first result stays. */
export async function previewJob(ports: Ports, tenant: TenantId, attempt: Attempt): Promise<Outcome> {
  const id = attempt.job.subject;
  const asked = await ports.store.inTenant(tenant, (tx) => tx.previews.get(id));
  if (asked === undefined) throw new Error(`Fault: there is no preview ${id}`);
  if (asked.result !== undefined) return 'done';
  const total = PREVIEW_STEPS.length;
  const found = await previewAgreement(ports, tenant, JSON.parse(asked.text), asked, (step) =>
    ports.store.inTenant(tenant, (tx) => attempt.progress(tx, { done: PREVIEW_STEPS.indexOf(step), total })),
  );
  if (!found.ok) throw new Error(`Fault: the text of preview ${id} is refused`);
  await ports.store.inTenant(tenant, async (tx) => {
    await tx.previews.finish(id, previewJson(found.value) as unknown as Json, ports.clock.now());
    await attempt.progress(tx, { done: total, total });
  });
  return 'done';
}
