import type { CashFlowUseCases } from '../../adapters/http/routes/cashFlowRoutes.ts';
import type { HomeUseCases } from '../../adapters/http/routes/homeRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { cashFlow } from '../../app/cashFlow/cashFlow.ts';
import { firstSteps } from '../../app/home/firstSteps.ts';
import { showHome } from '../../app/home/showHome.ts';
import type { Ports } from '../../app/ports.ts';

/** Where things stand today, and what money is to come. */
export function cashFlowUseCases(ports: Ports, caller: Caller): CashFlowUseCases & HomeUseCases {
  return {
    cashFlow: (question) => cashFlow(ports, caller.tenant, question),
    showHome: () => showHome(ports, caller),
    firstSteps: () => firstSteps(ports, caller.tenant),
  };
}
