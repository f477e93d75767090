import type { PreviewUseCases } from '../../adapters/http/routes/previewRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { getPreview, listPreviews } from '../../app/preview/getPreview.ts';
import { requestPreview } from '../../app/preview/requestPreview.ts';
import { accept } from '../../core/refusal/refusals.ts';

export function previewUseCases(ports: Ports, { tenant, actor }: Caller): PreviewUseCases {
  return {
    requestPreview: async (proposed, asOf) => {
      const asked = await requestPreview(ports, tenant, { proposed, actor, ...asOf });
      return asked.ok ? accept({ ...asked.value, state: 'waiting' }) : asked;
    },
    getPreview: (id) => getPreview(ports, tenant, id),
    listPreviews: (filter) => listPreviews(ports, tenant, filter),
  };
}
