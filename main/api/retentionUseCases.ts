import type { RetentionUseCases } from '../../adapters/http/routes/retentionRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { getRetention, setRetention } from '../../app/retention/setRetention.ts';

export function retentionUseCases(ports: Ports, { tenant, actor }: Caller): RetentionUseCases {
  return {
    getRetention: () => getRetention(ports, tenant),
    setRetention: (change) => setRetention(ports, tenant, change, actor),
  };
}
