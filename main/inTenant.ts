import type { Scope } from '../app/access/scope.ts';
import type { Actor } from '../app/actor.ts';
import type { TenantId } from '../app/ports.ts';
import type { Result } from '../core/refusal/refusals.ts';
import type { Config } from './config.ts';
import type { Terminal } from './terminal.ts';
import { terminalActor } from './terminalCaller.ts';
import { type Workplace, withDatabase } from './withDatabase.ts';

/**
 * Opens the database and gives it to a command with the tenant that it speaks of, and with whoever gives
 * it: the holder of the key in OPENREBATE_KEY, who needs the scope that the API asks for the same, else
 * whoever sits at the machine. The only way from a command to a tenant.
 * Refuses: tenant-not-found, key-invalid, scope-missing, and those of withDatabase.
 */
export function inTenant<T>(
  terminal: Terminal,
  config: Config,
  scope: Scope,
  work: (place: Workplace, tenant: TenantId, actor: Actor) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withDatabase(config, terminal.say, async (place) => {
    const tenant = await place.findTenant();
    if (!tenant.ok) return tenant;
    const actor = await terminalActor(place.ports, config, tenant.value, scope);
    return actor.ok ? work(place, tenant.value, actor.value) : actor;
  });
}
