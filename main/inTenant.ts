import type { TenantId } from '../app/ports.ts';
import type { Result } from '../core/refusal/refusals.ts';
import type { Config } from './config.ts';
import type { Terminal } from './terminal.ts';
import { type Workplace, withDatabase } from './withDatabase.ts';

/** Opens the database and gives it to a command with the tenant that it speaks of. */
export function inTenant<T>(
  terminal: Terminal,
  config: Config,
  work: (place: Workplace, tenant: TenantId) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withDatabase(config, terminal.say, async (place) => {
    const tenant = await place.findTenant();
    return tenant.ok ? work(place, tenant.value) : tenant;
  });
}
