import type { Workings } from '../../adapters/http/answerRoute.ts';
import type { HealthUseCases } from '../../adapters/http/routes/healthRoutes.ts';
import type { HttpUseCases } from '../../adapters/http/useCases.ts';
import { authenticate } from '../../app/access/authenticate.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { AccessPorts } from '../../app/access/issueKey.ts';
import { joinedPorts } from '../../app/joinedStore.ts';
import { apiUseCases } from './apiUseCases.ts';

/** How the server works on a database: for each caller apart, each write in one transaction. */
export function workings(
  ports: AccessPorts,
  health: HealthUseCases,
  demo: Caller | undefined,
): Workings<HttpUseCases> {
  return {
    useCases: (caller) => apiUseCases(ports, caller, health),
    inOneTransaction: (caller, work) =>
      ports.store.inTenant(caller.tenant, (tx) =>
        work(apiUseCases(joinedPorts(ports, caller.tenant, tx), caller, health), tx.idempotency),
      ),
    authenticate: (secret) => authenticate(ports, secret),
    ...(demo && { demo }),
    now: () => ports.clock.now(),
  };
}
