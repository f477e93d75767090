import type { CashFlowUseCases } from '../../adapters/http/routes/cashFlowRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { cashFlow } from '../../app/cashFlow/cashFlow.ts';
import type { Ports } from '../../app/ports.ts';

export function cashFlowUseCases(ports: Ports, { tenant }: Caller): CashFlowUseCases {
  return { cashFlow: (question) => cashFlow(ports, tenant, question) };
}
