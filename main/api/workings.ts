import type { PortalStore } from '../../adapters/db/store.ts';
import type { Workings } from '../../adapters/http/answerRoute.ts';
import type { HealthUseCases } from '../../adapters/http/routes/healthRoutes.ts';
import type { HttpUseCases } from '../../adapters/http/useCases.ts';
import { authenticate } from '../../app/access/authenticate.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { AccessPorts } from '../../app/access/issueKey.ts';
import { askToTake } from '../../app/claims/sendMessage.ts';
import { joinedPorts } from '../../app/joinedStore.ts';
import type { KeyPorts } from '../../app/ports/keyRing.ts';
import { refuse, refused } from '../../core/refusal/refusals.ts';
import { apiUseCases } from './apiUseCases.ts';
import type { ExportPlaces } from './exportPlaces.ts';
import { rememberedTenants } from './rememberedTenants.ts';

/** How the server works on a database: for each caller apart, each write in one transaction. */
export function workings(
  ports: AccessPorts &
    KeyPorts & { readonly portal: PortalStore | undefined; readonly exports: ExportPlaces },
  health: HealthUseCases,
  demo: Caller | undefined,
): Workings<HttpUseCases> {
  // What a partner's person asks is asked in the role of the portal, behind the wall of their partners.
  const portsOf = ({ partners, actor }: Caller) => {
    if (partners === undefined) return ports;
    if (ports.portal === undefined) throw new Error('Fault: a partner was let in without a portal');
    const store = ports.portal.of(partners, actor);
    return { ...ports, store, exports: { ...ports.exports, store } };
  };
  const door = { ...ports, store: rememberedTenants(ports.store) };
  return {
    useCases: (caller) => apiUseCases(portsOf(caller), caller, health),
    inOneTransaction: async (caller, work) => {
      const own = portsOf(caller);
      const done = await own.store.inTenant(caller.tenant, (tx) =>
        work(apiUseCases(joinedPorts(own, caller.tenant, tx), caller, health), tx.idempotency),
      );
      // The portal has no right to jobs. Where this is lost, the sweep finds what was sent.
      if (caller.partners !== undefined)
        await ports.store.inTenant(caller.tenant, (tx) => askToTake(ports, tx, caller.actor));
      return done;
    },
    authenticate: async (secret) => {
      const caller = await authenticate(door, secret);
      const isLost = caller.ok && caller.value.partners !== undefined && ports.portal === undefined;
      return isLost ? refused(refuse('portal-not-set-up', '')) : caller;
    },
    ...(demo && { demo }),
    now: () => ports.clock.now(),
  };
}
