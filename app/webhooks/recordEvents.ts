import type { AuditEntry } from '../../core/audit/auditEntry.ts';
import { eventsOf } from '../../core/webhook/eventsOf.ts';
import { systemActor } from '../actor.ts';
import type { NewWebhookEvent } from '../ports/webhookStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { askToSend } from './askToSend.ts';

/** An entry of the trail with its place in the chain. */
export type PlacedEntry = { readonly position: number; readonly entry: AuditEntry };

/**
 * Keeps what entries of the trail mean to programs outside, and asks for it to be sent. Part of the transaction that moves the place
 * up to which the trail was told: no deed is told that was not done, and none is left out or told twice, whoever dies where.
 */
export async function recordEvents(ports: Ports, tx: Tx, entries: readonly PlacedEntry[]): Promise<void> {
  const events = entries.flatMap((placed) => newEvents(ports, placed));
  if (events.length === 0) return;
  for (const webhook of await tx.webhooks.tell(events, ports.clock.now())) {
    await askToSend(ports, tx, webhook, systemActor('worker'));
  }
}

function newEvents(ports: Ports, { position, entry }: PlacedEntry): readonly NewWebhookEvent[] {
  const { action, object, at, content } = entry;
  if (content === undefined) return [];
  const body = JSON.parse(content.body) as unknown;
  const fields = typeof body === 'object' && body !== null ? body : {};
  return eventsOf({ action, object, body: fields as Readonly<Record<string, unknown>> }).map((event) => ({
    ...event,
    ...{ id: ports.ids.next(), sequence: position, at },
  }));
}
