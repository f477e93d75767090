import type { OpenStore, PortalStore } from '../../adapters/db/store.ts';
import type { Workings } from '../../adapters/http/answerRoute.ts';
import type { HealthUseCases } from '../../adapters/http/routes/healthRoutes.ts';
import type { HttpUseCases } from '../../adapters/http/useCases.ts';
import { authenticate } from '../../app/access/authenticate.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { AccountPorts } from '../../app/accounts/accountPorts.ts';
import { sessionCaller } from '../../app/accounts/sessionCaller.ts';
import { askToTake } from '../../app/claims/sendMessage.ts';
import { joinedPorts } from '../../app/joinedStore.ts';
import type { Mails } from '../../app/ports/mails.ts';
import type { TenantId } from '../../app/ports.ts';
import { type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type LinesUnderWay, linesUnderWay } from '../linesUnderWay.ts';
import type { OpenTrial } from '../trial.ts';
import { type ApiPorts, apiUseCases } from './apiUseCases.ts';
import { importsUnderWay } from './importsUnderWay.ts';
import type { Aside } from './openAside.ts';
import { rememberedTenants } from './rememberedTenants.ts';

/** How the server works on a database: for each caller apart, each write in one transaction. */
export function workings(
  ports: ApiPorts &
    AccountPorts & { readonly portal: PortalStore | undefined; readonly naming: OpenStore['naming'] },
  health: HealthUseCases,
  {
    demo,
    trial,
    aside,
    lines = linesUnderWay(),
  }: {
    readonly demo?: () => Caller;
    readonly trial?: OpenTrial;
    readonly aside?: Aside;
    /** What the worker of this process reads; without one it reads nothing. */
    readonly lines?: LinesUnderWay;
  } = {},
): Workings<HttpUseCases> {
  // What a partner's person asks is asked in the role of the portal, or of the application, behind the walls of their partners.
  const portsOf = ({ partners, actor, isServedByUs }: Caller) => {
    if (partners === undefined) return ports;
    if (ports.portal === undefined) throw new Error('Fault: a partner was let in without a portal');
    const store = isServedByUs ? ports.naming(partners, actor) : ports.portal.of(partners, actor);
    return { ...ports, store, exports: { ...ports.exports, store } };
  };
  const known = new Map<string, TenantId>();
  trial?.onReplaced(() => known.clear());
  const door = { ...ports, store: rememberedTenants(ports.store, known) };
  const beside = {
    ...{ health, door, underWay: importsUnderWay(ports.clock), lines },
    ...(trial && { trial }),
    ...(aside && { aside }),
  };
  // Nobody is let in as a partner's person whom the portal cannot serve.
  const served = (caller: Result<Caller>): Result<Caller> => {
    const isLost = caller.ok && caller.value.partners !== undefined && ports.portal === undefined;
    return isLost ? refused(refuse('portal-not-set-up', '')) : caller;
  };
  return {
    useCases: (caller) => apiUseCases(portsOf(caller), caller, beside),
    inOneTransaction: async (caller, work) => {
      const own = portsOf(caller);
      let letters: Parameters<Mails['post']>[0][] = [];
      const done = await own.store.inTenant(caller.tenant, (tx) => {
        // What is written to somebody leaves when it is true, and not before.
        letters = [];
        const mails: Mails = { post: (write) => void letters.push(write) };
        // What is asked in a transaction sees what that has written.
        const { aside: _, ...here } = beside;
        const within = { ...here, door: { ...door, mails } };
        return work(apiUseCases(joinedPorts(own, caller.tenant, tx), caller, within), tx.idempotency);
      });
      for (const write of letters) ports.mails.post(write);
      // The portal has no right to jobs. Where this is lost, the sweep finds what was sent.
      if (caller.partners !== undefined)
        await ports.store.inTenant(caller.tenant, (tx) => askToTake(ports, tx, caller.actor));
      return done;
    },
    ...(aside && {
      beside: (route) =>
        route === 'proposeSettlement'
          ? (asked, keyed) => aside.ask('proposeSettlementOnce', asked.caller.tenant, { asked, keyed })
          : undefined,
    }),
    authenticate: async (secret) => served(await authenticate(door, secret)),
    authenticateSession: async (secret, at) => served(await sessionCaller(door, secret, at)),
    findTenant: (code) => door.store.findTenant(code),
    ...(demo && { demo }),
    now: () => ports.clock.now(),
  };
}
