import type { AdjustmentUseCases } from '../../adapters/http/routes/adjustmentRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { approveAdjustment, rejectAdjustment } from '../../app/adjustments/decideAdjustment.ts';
import { previewAdjustment } from '../../app/adjustments/previewAdjustment.ts';
import { proposeAdjustment, withdrawAdjustment } from '../../app/adjustments/proposeAdjustment.ts';
import { getAdjustment, listAdjustments } from '../../app/adjustments/showAdjustments.ts';
import type { Ports } from '../../app/ports.ts';

/** Amounts beside the terms, as one caller has them. */
export function adjustmentUseCases(ports: Ports, { tenant, actor }: Caller): AdjustmentUseCases {
  return {
    previewAdjustment: (asked) => previewAdjustment(ports, tenant, { ...asked, actor }),
    proposeAdjustment: (asked) => proposeAdjustment(ports, tenant, { ...asked, actor }),
    listAdjustments: (filter) => listAdjustments(ports, tenant, filter),
    getAdjustment: (id) => getAdjustment(ports, tenant, id),
    approveAdjustment: (id) => approveAdjustment(ports, tenant, { id, actor }),
    rejectAdjustment: (entry) => rejectAdjustment(ports, tenant, { ...entry, actor }),
    withdrawAdjustment: (entry) => withdrawAdjustment(ports, tenant, { ...entry, actor }),
  };
}
