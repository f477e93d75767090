import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../../adapters/db/store.ts';
import { calculateDue } from '../../../app/calculation/calculateDue.ts';
import type { TenantId } from '../../../app/ports.ts';
import type { Installation } from '../../support/served.ts';
import { portsOn } from '../books.ts';
import { LAST_DAY } from '../deliveries.ts';
import type { LoadTenant } from './openTenant.ts';

/**
 * Sees that nothing is due any more. Where there is time for it, workers first do all that was asked
 * for, also what killed ones had begun.
 */
export async function atRest(
  { databaseUrl }: Pick<Installation, 'databaseUrl'>,
  { code, client }: LoadTenant,
  byWorkers: boolean,
): Promise<TenantId> {
  const isOpen = async () => {
    const states = ['waiting', 'running'].map((state) => client.read(`/api/v1/jobs?state=${state}`));
    return (await Promise.all(states)).some(({ body }) => body.rows.length > 0);
  };
  while (byWorkers && (await isOpen())) await sleep(500);
  const store = openStore({ url: databaseUrl('app') });
  const tenant = (await store.findTenant(code)) as TenantId;
  await calculateDue(portsOn(store, LAST_DAY), tenant);
  await store.close();
  return tenant;
}
