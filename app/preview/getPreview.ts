import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { JobState } from '../ports/jobStore.ts';
import type { AskedPreview, PreviewFilter } from '../ports/previewStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import type { PreviewJson } from './previewJson.ts';

/** A preview with where its job stands; the result as soon as there is one. */
export type KeptPreview = AskedPreview & { readonly state: JobState; readonly result?: PreviewJson };

/**
 * A preview that was asked for.
 * Refuses: preview-not-found.
 */
export function getPreview(ports: Ports, tenant: TenantId, id: string): Promise<Result<KeptPreview>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await tx.previews.get(id);
    if (found === undefined) return refused(refuse('preview-not-found', 'id', { id }));
    const { text: _, result, ...asked } = found;
    const kept = { ...asked, state: await stateOf(tx, asked) };
    return accept(result === undefined ? kept : { ...kept, result: result as unknown as PreviewJson });
  });
}

/** Who asked for which, the newest first. */
export function listPreviews(
  ports: Ports,
  tenant: TenantId,
  filter: PreviewFilter,
): Promise<readonly KeptPreview[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const list: KeptPreview[] = [];
    for (const asked of await tx.previews.list(filter))
      list.push({ ...asked, state: await stateOf(tx, asked) });
    return list;
  });
}

/** A job that ended well long ago is forgotten; its result is not. */
async function stateOf(tx: Tx, { jobId, finishedAt }: AskedPreview): Promise<JobState> {
  if (finishedAt !== undefined) return 'done';
  return (await tx.jobs.get(jobId))?.state ?? 'cancelled';
}
