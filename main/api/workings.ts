import type { Workings } from '../../adapters/http/answerRoute.ts';
import type { HttpUseCases } from '../../adapters/http/useCases.ts';
import type { Caller } from '../../app/access/caller.ts';
import { joinedPorts } from '../../app/joinedStore.ts';
import type { Ports } from '../../app/ports.ts';
import { refuse, refused } from '../../core/refusal/refusals.ts';
import { apiUseCases } from './apiUseCases.ts';

/** How the server works on a database: for each caller apart, each write in one transaction. */
export function workings(
  ports: Ports,
  isDatabaseUp: () => Promise<boolean>,
  demo: Caller | undefined,
): Workings<HttpUseCases> {
  return {
    useCases: (caller) => apiUseCases(ports, caller, isDatabaseUp),
    inOneTransaction: (caller, work) =>
      ports.store.inTenant(caller.tenant, (tx) =>
        work(apiUseCases(joinedPorts(ports, caller.tenant, tx), caller, isDatabaseUp), tx.idempotency),
      ),
    authenticate: async () => refused(refuse('key-invalid', 'Authorization')),
    ...(demo && { demo }),
    now: () => ports.clock.now(),
  };
}
