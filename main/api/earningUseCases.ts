import type { EarningUseCases } from '../../adapters/http/routes/earningRoutes.ts';
import type { LineUseCases } from '../../adapters/http/routes/lineRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { explainEarning } from '../../app/earnings/explainEarning.ts';
import { explainLine } from '../../app/earnings/explainLine.ts';
import { getEarning } from '../../app/earnings/getEarning.ts';
import { listEarnings } from '../../app/earnings/listEarnings.ts';
import type { Ports } from '../../app/ports.ts';

export function earningUseCases(ports: Ports, { tenant }: Caller): EarningUseCases & LineUseCases {
  return {
    listEarnings: (filter) => listEarnings(ports, tenant, filter),
    getEarning: (id) => getEarning(ports, tenant, id),
    explainEarning: (id) => explainEarning(ports, tenant, id),
    explainLine: (identity) => explainLine(ports, tenant, identity),
  };
}
