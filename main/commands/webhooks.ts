import { isUuid } from '../../app/isUuid.ts';
import { DELIVERY_STATES, type Delivery, type Webhook } from '../../app/ports/webhookStore.ts';
import { createWebhook, endWebhook, setWebhookStates } from '../../app/webhooks/changeWebhook.ts';
import { sendAgain, sendAllAgain, sendTest } from '../../app/webhooks/sendAgain.ts';
import { listDeliveries, listWebhooks, type ShownWebhook } from '../../app/webhooks/showWebhooks.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { EVENT_KINDS, type EventKind } from '../../core/webhook/eventKind.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';
import { does, invalid, shows } from './deed.ts';

const READS = 'company:read';
const WRITES = 'company:write';

/** How many deliveries a list shows. */
const SHOWN = 50;

/** `openrebate webhooks list`. */
export function showWebhooks(terminal: Terminal, config: Config): Promise<void> {
  return shows(
    terminal,
    config,
    READS,
    async (ports, tenant) => accept(await listWebhooks(ports, tenant)),
    (all) => {
      if (terminal.isJson) return terminal.json(all.map(({ webhook, counts }) => ({ ...webhook, counts })));
      for (const one of all) terminal.print(hookLine(terminal, one));
      if (all.length === 0) terminal.print(text(terminal.language, 'noWebhooks'));
    },
  );
}

/** `openrebate webhooks add`: prints what signs, this once. */
export function addWebhook(
  terminal: Terminal,
  config: Config,
  { name, url, kinds }: { readonly name: string; readonly url: string; readonly kinds?: readonly string[] },
): Promise<void> {
  const known = kindsOf(kinds);
  return does(
    terminal,
    config,
    async (ports, tenant, actor) =>
      known.ok ? createWebhook(ports, tenant, { name, url, kinds: known.value }, actor) : known,
    ({ webhook, secret }) => text(terminal.language, 'webhookAdded', { id: webhook.id, secret }),
    WRITES,
  );
}

function kindsOf(kinds: readonly string[] | undefined): Result<readonly EventKind[]> {
  const unknown = kinds?.find((kind) => !(EVENT_KINDS as readonly string[]).includes(kind));
  if (unknown !== undefined) return invalid('--kinds', unknown, EVENT_KINDS.join(', '));
  return accept((kinds as readonly EventKind[] | undefined) ?? EVENT_KINDS);
}

/** `openrebate webhooks pause [id]`, `openrebate webhooks resume [id]`. */
export function setState(
  terminal: Terminal,
  config: Config,
  state: 'active' | 'paused',
  id: string | undefined,
): Promise<void> {
  return does<readonly Webhook[]>(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const named = idOf(id);
      return named.ok ? setWebhookStates(ports, tenant, { state, id: named.value }, actor) : named;
    },
    (changed) =>
      changed.length === 0
        ? text(terminal.language, 'webhooksSoAlready')
        : changed.map((webhook) => nameLine(terminal, webhook)).join('\n'),
    WRITES,
  );
}

/** `openrebate webhooks test`. */
export function testWebhook(terminal: Terminal, config: Config, id: string): Promise<void> {
  return does<Delivery>(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const named = idOf(id);
      return named.ok ? sendTest(ports, tenant, id, actor) : named;
    },
    (delivery) => deliveryLine(terminal, delivery),
    WRITES,
  );
}

/** `openrebate webhooks deliveries`. */
export function showDeliveries(
  terminal: Terminal,
  config: Config,
  id: string,
  { state }: { readonly state?: string },
): Promise<void> {
  return shows(
    terminal,
    config,
    READS,
    async (ports, tenant) => {
      const named = idOf(id);
      if (!named.ok) return named;
      const only = DELIVERY_STATES.find((known) => known === state);
      if (state !== undefined && only === undefined)
        return invalid('--state', state, DELIVERY_STATES.join(', '));
      return listDeliveries(ports, tenant, { webhook: id, limit: SHOWN, ...(only && { state: only }) });
    },
    ({ rows }) => {
      if (terminal.isJson) return terminal.json(rows);
      for (const delivery of rows) terminal.print(deliveryLine(terminal, delivery));
      if (rows.length === 0) terminal.print(text(terminal.language, 'noDeliveries'));
    },
  );
}

/** `openrebate webhooks replay`: one event, or all since an instant. */
export function replayWebhook(
  terminal: Terminal,
  config: Config,
  id: string,
  { event, since }: { readonly event?: string; readonly since?: string },
): Promise<void> {
  return does<{ readonly events: number }>(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const named = idOf(id);
      if (!named.ok) return named;
      if (event !== undefined) {
        if (!isUuid(event)) return invalid('--event', event, 'UUID');
        const sent = await sendAgain(ports, tenant, { webhook: id, event }, actor);
        return sent.ok ? accept({ events: 1 }) : sent;
      }
      const from = new Date(since ?? '');
      if (Number.isNaN(from.getTime())) return invalid('--since', since ?? '', '2026-12-01T08:00:00Z');
      return sendAllAgain(ports, tenant, { webhook: id, since: from }, actor);
    },
    ({ events }) => text(terminal.language, 'webhookReplayed', { events }),
    WRITES,
  );
}

/** `openrebate webhooks end`. */
export function endOne(terminal: Terminal, config: Config, id: string): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const named = idOf(id);
      if (!named.ok) return named;
      const ended = await endWebhook(ports, tenant, id, actor);
      return ended.ok ? accept({ id }) : ended;
    },
    () => id,
    WRITES,
  );
}

function idOf<Id extends string | undefined>(id: Id): Result<Id> {
  return id === undefined || isUuid(id) ? accept(id) : invalid('id', id, 'UUID');
}

function nameLine({ language }: Terminal, { id, state, name, url }: Webhook): string {
  return `${id}  ${column(text(language, `webhook.${state}`), 8)}  ${name}  ${url}`;
}

function hookLine(terminal: Terminal, { webhook, counts }: ShownWebhook): string {
  return `${nameLine(terminal, webhook)}  ${text(terminal.language, 'webhookCounts', counts)}`;
}

function deliveryLine({ language }: Terminal, { event, state, last }: Delivery): string {
  const answer = last === undefined ? '' : `${last.status ?? last.outcome} ${last.said}`;
  const parts = [
    event.id,
    event.at.toISOString(),
    column(text(language, `delivery.${state}`), 8),
    event.kind,
  ];
  return [...parts, event.object, answer].join('  ').trimEnd();
}
