import type { Client } from 'pg';
import { actorText, systemActor } from '../../../app/actor.ts';
import type { Snapshot } from '../../../app/ports/snapshot.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { applyMigration } from '../migrate.ts';
import { migrations } from '../migrations.ts';
import { type Loaded, loadSnapshot, wall } from './loadSnapshot.ts';

/** The webhooks of a tenant that sent, and send nothing now. */
export type PausedWebhooks = { readonly tenant: string; readonly webhooks: readonly string[] };

export type RestoredSnapshot = {
  readonly tables: Loaded;
  readonly paused: readonly PausedWebhooks[];
  readonly schema: number;
};

/**
 * Fills an empty database with a backup, brings it to the schema of this program, and pauses its webhooks and mails, in one transaction:
 * the system that it was taken from may be at work still, and neither programs outside nor people must hear of the same things, and then
 * of different ones, from two. A backup of before mails could be paused has nowhere to say so before it is migrated: stopped in between,
 * a later start would migrate it and send. Refuses: as loadSnapshot.
 */
export async function restoreSnapshot(
  ownerUrl: string,
  snapshot: Snapshot,
): Promise<Result<RestoredSnapshot>> {
  let paused: readonly PausedWebhooks[] = [];
  const known = migrations();
  const tables = await loadSnapshot(ownerUrl, snapshot, async (client) => {
    for (const step of known.slice(snapshot.head.migrations.length)) await applyMigration(client, step);
    for (const table of PAUSED_IN) await client.query(wall(client, table, 'NO FORCE'));
    paused = await pauseWebhooks(client);
    await pauseMails(client);
    for (const table of PAUSED_IN) await client.query(wall(client, table, 'FORCE'));
  });
  return tables.ok ? accept({ tables: tables.value, paused, schema: known.at(-1)?.number ?? 0 }) : tables;
}

/** What is read and written to pause everybody’s at once. */
const PAUSED_IN = ['tenant', 'webhook', 'mailing'];

async function pauseWebhooks(client: Client): Promise<readonly PausedWebhooks[]> {
  const paused = await client.query<PausedWebhooks>(
    `WITH paused AS (
       UPDATE public.webhook SET state = 'paused', version = version + 1 WHERE state = 'active' RETURNING tenant_id, id)
     SELECT tenant_id AS tenant, array_agg(id::text ORDER BY id) AS webhooks FROM paused GROUP BY tenant_id`,
  );
  return paused.rows;
}

/** Of every tenant. */
async function pauseMails(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO public.mailing (tenant_id, version, is_paused, set_by, set_at)
     SELECT tenant_id, coalesce(max(m.version), 0) + 1, true, $1, now()
     FROM public.tenant LEFT JOIN public.mailing m USING (tenant_id)
     GROUP BY tenant_id
     HAVING (array_agg(m.is_paused ORDER BY m.version DESC))[1] IS NOT TRUE`,
    [actorText(systemActor('cli'))],
  );
}
