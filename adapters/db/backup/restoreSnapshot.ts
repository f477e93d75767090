import type { Client } from 'pg';
import { actorText, systemActor } from '../../../app/actor.ts';
import type { Snapshot } from '../../../app/ports/snapshot.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { type Loaded, loadSnapshot } from './loadSnapshot.ts';

/** The webhooks of a tenant that sent, and send nothing now. */
export type PausedWebhooks = { readonly tenant: string; readonly webhooks: readonly string[] };

export type RestoredSnapshot = { readonly tables: Loaded; readonly paused: readonly PausedWebhooks[] };

/**
 * Fills an empty database with a backup, and pauses its webhooks and mails in the same transaction: the system that it was taken from may
 * be at work still, and neither programs outside nor people must hear of the same things, and then of different ones, from two.
 * Refuses: as loadSnapshot.
 */
export async function restoreSnapshot(
  ownerUrl: string,
  snapshot: Snapshot,
): Promise<Result<RestoredSnapshot>> {
  let paused: readonly PausedWebhooks[] = [];
  const tables = await loadSnapshot(ownerUrl, snapshot, async (client) => {
    paused = await pauseWebhooks(client);
    await pauseMails(client);
  });
  return tables.ok ? accept({ tables: tables.value, paused }) : tables;
}

/** A backup of before there were webhooks has none. */
async function pauseWebhooks(client: Client): Promise<readonly PausedWebhooks[]> {
  if (!(await isThere(client, 'webhook'))) return [];
  const paused = await client.query<PausedWebhooks>(
    `WITH paused AS (
       UPDATE public.webhook SET state = 'paused', version = version + 1 WHERE state = 'active' RETURNING tenant_id, id)
     SELECT tenant_id AS tenant, array_agg(id::text ORDER BY id) AS webhooks FROM paused GROUP BY tenant_id`,
  );
  return paused.rows;
}

/** Of every tenant. A backup of before mails could be paused has nowhere to say so; there they are paused once it is migrated. */
async function pauseMails(client: Client): Promise<void> {
  if (!(await isThere(client, 'mailing'))) return;
  await client.query(
    `INSERT INTO public.mailing (tenant_id, version, is_paused, set_by, set_at)
     SELECT tenant_id, coalesce(max(m.version), 0) + 1, true, $1, now()
     FROM public.tenant LEFT JOIN public.mailing m USING (tenant_id)
     GROUP BY tenant_id
     HAVING (array_agg(m.is_paused ORDER BY m.version DESC))[1] IS NOT TRUE`,
    [actorText(systemActor('cli'))],
  );
}

async function isThere(client: Client, table: string): Promise<boolean> {
  const asked = await client.query<{ is: boolean }>('SELECT to_regclass($1) IS NOT NULL AS is', [
    `public.${table}`,
  ]);
  return asked.rows[0]?.is === true;
}
