import type { Client } from 'pg';
import type { Snapshot } from '../../../app/ports/snapshot.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { type Loaded, loadSnapshot } from './loadSnapshot.ts';

/** The webhooks of a tenant that sent, and send nothing now. */
export type PausedWebhooks = { readonly tenant: string; readonly webhooks: readonly string[] };

export type RestoredSnapshot = { readonly tables: Loaded; readonly paused: readonly PausedWebhooks[] };

/**
 * Fills an empty database with a backup, and pauses its webhooks in the same transaction: the system that it was taken from may be at
 * work still, and programs outside must not hear of the same things, and then of different ones, from two. Refuses: as loadSnapshot.
 */
export async function restoreSnapshot(
  ownerUrl: string,
  snapshot: Snapshot,
): Promise<Result<RestoredSnapshot>> {
  let paused: readonly PausedWebhooks[] = [];
  const tables = await loadSnapshot(ownerUrl, snapshot, async (client) => {
    paused = await pauseWebhooks(client);
  });
  return tables.ok ? accept({ tables: tables.value, paused }) : tables;
}

/** A backup of before there were webhooks has none. */
async function pauseWebhooks(client: Client): Promise<readonly PausedWebhooks[]> {
  const isThere = `SELECT to_regclass('public.webhook') IS NOT NULL AS "isThere"`;
  const [table] = (await client.query<{ isThere: boolean }>(isThere)).rows;
  if (table?.isThere !== true) return [];
  const paused = await client.query<PausedWebhooks>(
    `WITH paused AS (
       UPDATE public.webhook SET state = 'paused', version = version + 1 WHERE state = 'active' RETURNING tenant_id, id)
     SELECT tenant_id AS tenant, array_agg(id::text ORDER BY id) AS webhooks FROM paused GROUP BY tenant_id`,
  );
  return paused.rows;
}
