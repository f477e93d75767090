import type { ClientBase } from 'pg';
import type { TenantId } from '../../app/ports.ts';
import { withClient } from './withClient.ts';

/** The sandbox that people know, and the one that is to stand in its place. */
export type Replacement = { readonly old: TenantId; readonly fresh: TenantId };

/**
 * Gives the code of a sandbox to another sandbox, as the owner role, which alone may: nothing of either is changed or lost,
 * so whoever is at work in the old one ends there undisturbed. False where one of them is no sandbox, and then nothing is done.
 */
export function replaceSandbox(ownerUrl: string, { old, fresh }: Replacement): Promise<boolean> {
  return withClient(ownerUrl, 'replace a sandbox', async (client) => {
    await client.query('BEGIN');
    const code = await sandboxCode(client, old);
    const isReplaced =
      code !== undefined && old !== fresh && (await sandboxCode(client, fresh)) !== undefined;
    if (isReplaced) {
      // Fifty characters of it leave room for the id behind them.
      await renamed(client, old, `${code.slice(0, 26)}-${old}`);
      await renamed(client, fresh, code);
    }
    await client.query(isReplaced ? 'COMMIT' : 'ROLLBACK');
    return isReplaced;
  });
}

/** The code of a tenant that is a sandbox; undefined of any other, and where there is none. */
async function sandboxCode(client: ClientBase, tenant: TenantId): Promise<string | undefined> {
  await client.query(`SELECT set_config('app.tenant', $1, true)`, [tenant]);
  const { rows } = await client.query<{ code: string }>(
    `SELECT code FROM tenant WHERE tenant_id = $1 AND is_sandbox
       AND NOT EXISTS (SELECT FROM company WHERE tenant_id = $1 AND business_day IS NULL)
     FOR UPDATE`,
    [tenant],
  );
  return rows[0]?.code;
}

async function renamed(client: ClientBase, tenant: TenantId, code: string): Promise<void> {
  await client.query(`SELECT set_config('app.tenant', $1, true)`, [tenant]);
  await client.query('UPDATE tenant SET code = $2 WHERE tenant_id = $1', [tenant, code]);
}
