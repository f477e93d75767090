import { authenticate } from '../app/access/authenticate.ts';
import type { Caller } from '../app/access/caller.ts';
import type { Scope } from '../app/access/scope.ts';
import { type Actor, systemActor } from '../app/actor.ts';
import type { Ports, TenantId } from '../app/ports.ts';
import { accept, type Result, refuse, refused } from '../core/refusal/refusals.ts';
import type { Config } from './config.ts';

/**
 * The person or service whose key stands in OPENREBATE_KEY, for a deed that somebody has to answer for.
 * Refuses: key-missing, key-invalid (also one of another tenant), scope-missing (scope).
 */
export async function terminalCaller(
  ports: Ports,
  config: Config,
  tenant: TenantId,
  scope?: Scope,
): Promise<Result<Caller>> {
  if (config.key === undefined) return refused(refuse('key-missing', 'OPENREBATE_KEY'));
  const caller = await authenticate(ports, config.key);
  if (!caller.ok) return caller;
  if (caller.value.tenant !== tenant) return refused(refuse('key-invalid', 'OPENREBATE_KEY'));
  if (scope === undefined || caller.value.scopes.has(scope)) return caller;
  return refused(refuse('scope-missing', 'OPENREBATE_KEY', { scope }));
}

/** Who a command is: the holder of the key where there is one, else whoever sits at the machine. */
export async function terminalActor(
  ports: Ports,
  config: Config,
  tenant: TenantId,
  scope: Scope,
): Promise<Result<Actor>> {
  if (config.key === undefined) return accept(systemActor('cli'));
  const caller = await terminalCaller(ports, config, tenant, scope);
  return caller.ok ? accept(caller.value.actor) : caller;
}
