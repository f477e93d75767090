import { z } from 'zod';
import { COURIER_OUTCOMES } from '../../../app/ports/courier.ts';
import {
  DELIVERY_STATES,
  type Delivery,
  type DeliveryAttempt,
  type DeliveryPlace,
  type DeliveryState,
  WEBHOOK_STATES,
  type Webhook,
} from '../../../app/ports/webhookStore.ts';
import type {
  MadeWebhook,
  NewWebhook,
  RotatedSecret,
  WebhookChange,
} from '../../../app/webhooks/changeWebhook.ts';
import type { DeliveryPage, ShownDelivery, ShownWebhook } from '../../../app/webhooks/showWebhooks.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { EVENT_KINDS, OBJECT_KINDS, TEST_EVENT } from '../../../core/webhook/eventKind.ts';
import { cursorParameter, pageOf, readCursor, writeCursor } from '../cursor.ts';
import { plainText } from '../jsonBody.ts';
import { limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { answer, route } from '../route.ts';

export type WebhookUseCases = {
  readonly listWebhooks: () => Promise<readonly ShownWebhook[]>;
  /** Refuses: webhook-not-found. */
  readonly getWebhook: (id: string) => Promise<Result<ShownWebhook>>;
  /** Refuses: webhook-address-invalid, webhook-address-not-https, webhook-address-private, webhook-too-many, key-ring-invalid. */
  readonly createWebhook: (wanted: NewWebhook) => Promise<Result<MadeWebhook>>;
  /** Refuses: webhook-address-invalid, webhook-address-not-https, webhook-address-private, webhook-not-found, version-differs. */
  readonly changeWebhook: (change: WebhookChange) => Promise<Result<Webhook>>;
  /** Refuses: webhook-not-found. */
  readonly endWebhook: (id: string) => Promise<Result<undefined>>;
  /** Refuses: webhook-not-found, key-ring-invalid. */
  readonly rotateSecret: (id: string) => Promise<Result<RotatedSecret>>;
  /** Refuses: webhook-not-found. */
  readonly testWebhook: (id: string) => Promise<Result<Delivery>>;
  /** Refuses: webhook-not-found. */
  readonly listDeliveries: (page: {
    readonly webhook: string;
    readonly state?: DeliveryState;
    readonly after?: string;
    readonly limit: number;
  }) => Promise<Result<DeliveryPage>>;
  /** Refuses: webhook-not-found, webhook-delivery-not-found. */
  readonly getDelivery: (place: DeliveryPlace) => Promise<Result<ShownDelivery>>;
  /** Refuses: webhook-not-found, webhook-delivery-not-found. */
  readonly sendAgain: (place: DeliveryPlace) => Promise<Result<Delivery>>;
  /** Refuses: webhook-not-found. */
  readonly sendAllAgain: (wanted: {
    readonly webhook: string;
    readonly since: Date;
  }) => Promise<Result<{ readonly events: number }>>;
};

const define = route<WebhookUseCases>();
const READS = { scope: 'company:read' } as const;
const WRITES = { scope: 'company:write' } as const;

const HOOK_ID = '0199b5a0-7c00-7000-8000-000000000051';
const EVENT_ID = '0199b5a0-7c00-7000-8000-000000000052';
const SECRET = `whsec_${'A'.repeat(43)}=`;
const WANTED = {
  name: 'ERP',
  url: 'https://erp.example.com/openrebate',
  kinds: ['settlement.issued', 'payment.confirmed'],
};
const HOOK = {
  ...{ id: HOOK_ID, version: 1, ...WANTED, state: 'active', createdAt: '2026-11-30T08:00:00.000Z' },
  ...{ failingSince: null, bothUntil: null, counts: { waiting: 0, taken: 0, failed: 0 } },
};
const ATTEMPT = {
  ...{ number: 1, at: '2026-11-30T08:00:05.000Z', tookMs: 85 },
  ...{ outcome: 'taken', status: 204, said: '' },
};
const DELIVERY = {
  event: EVENT_ID,
  ...{ type: TEST_EVENT, at: '2026-11-30T08:00:04.000Z', sequence: 0 },
  object: { kind: 'webhook', id: HOOK_ID, href: `/api/v1/webhooks/${HOOK_ID}` },
  ...{ state: 'taken', attempts: 1, dueAt: null, last: ATTEMPT },
};
const WAITING = { ...DELIVERY, state: 'waiting', attempts: 0, dueAt: DELIVERY.at, last: null };

const wantedFields = {
  name: plainText(100).describe('what people call it'),
  url: plainText(2000).describe('HTTPS, in the public internet; redirects are not followed'),
  kinds: z.array(z.enum(EVENT_KINDS)).min(1).max(EVENT_KINDS.length).describe('what it is told of'),
};
const hookSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  url: z.string(),
  kinds: z.array(z.enum(EVENT_KINDS)),
  state: z
    .enum(WEBHOOK_STATES)
    .describe('paused by people, stopped by the program; what is to be told waits then'),
  createdAt: z.iso.datetime(),
  failingSince: z.iso.datetime().nullable().describe('since when nothing was taken'),
  bothUntil: z.iso.datetime().nullable().describe('until when an earlier secret signs beside the last one'),
  counts: z
    .strictObject({ waiting: z.int(), taken: z.int(), failed: z.int() })
    .describe('deliveries by their state'),
});
const attemptSchema = z.strictObject({
  number: z.int(),
  at: z.iso.datetime(),
  tookMs: z.int(),
  outcome: z
    .enum([...COURIER_OUTCOMES, 'unsigned'])
    .describe('unsigned: the key that its secret was sealed with is gone, so nothing was sent'),
  status: z.int().nullable().describe('of HTTP; null without an answer'),
  said: z.string().describe('the beginning of the answer'),
});
const deliverySchema = z.strictObject({
  event: z.uuid().describe('the id of the event, sent as webhook-id'),
  type: z.enum([...EVENT_KINDS, TEST_EVENT]),
  at: z.iso.datetime().describe('when it happened'),
  sequence: z.int(),
  object: z.strictObject({ kind: z.enum(OBJECT_KINDS), id: z.string(), href: z.string() }),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int().describe('since it was last asked for'),
  dueAt: z.iso.datetime().nullable().describe('when it is tried next, at the earliest'),
  last: attemptSchema.nullable().describe('its last attempt'),
});
const secretSchema = z.string().describe('what signs, shown this once');

const ID = { id: idPart('webhook', 'webhook-not-found', 'the id of a webhook') };
const PLACE = {
  ...ID,
  event: idPart('webhookEvent', 'webhook-delivery-not-found', 'the id of an event'),
};
const place = z.tuple([z.uuid()]);

const addressRoutes = [
  define({
    ...READS,
    id: 'listWebhooks',
    method: 'GET',
    path: '/api/v1/webhooks',
    summary: 'The addresses outside that are told of what happens',
    answer: z.strictObject({ rows: z.array(hookSchema) }),
    example: { answer: { rows: [HOOK] } },
    respond: async (_asked, { listWebhooks }) => answer({ rows: (await listWebhooks()).map(shownJson) }),
  }),
  define({
    ...WRITES,
    id: 'createWebhook',
    method: 'POST',
    path: '/api/v1/webhooks',
    summary: 'Have an address told of what happens; what signs is shown this once',
    status: 201,
    isSecret: true,
    body: z.strictObject(wantedFields),
    answer: z.strictObject({ webhook: hookSchema, secret: secretSchema }),
    example: { body: WANTED, answer: { webhook: HOOK, secret: SECRET } },
    respond: async ({ body }, { createWebhook }) => {
      const made = await createWebhook(body);
      if (!made.ok) return made;
      const { webhook, secret } = made.value;
      // Nothing was told there yet.
      const shown = shownJson({ webhook, counts: { waiting: 0, taken: 0, failed: 0 } });
      return answer({ webhook: shown, secret }, { location: `/api/v1/webhooks/${webhook.id}` });
    },
  }),
  define({
    ...READS,
    id: 'getWebhook',
    method: 'GET',
    path: '/api/v1/webhooks/{id}',
    summary: 'One of them, and how it fares',
    parts: ID,
    version: 'shown',
    answer: hookSchema,
    example: { path: { id: HOOK_ID }, answer: HOOK },
    respond: async ({ path }, { getWebhook }) => hookAnswer(await getWebhook(path.id as string)),
  }),
  define({
    ...WRITES,
    id: 'changeWebhook',
    method: 'PUT',
    path: '/api/v1/webhooks/{id}',
    summary: 'Change what is told where, pause it, or let it go on: then what has waited is told',
    parts: ID,
    version: 'needed',
    body: z.strictObject({ ...wantedFields, state: z.enum(['active', 'paused']) }),
    answer: hookSchema,
    example: {
      path: { id: HOOK_ID },
      body: { ...WANTED, state: 'paused' },
      answer: { ...HOOK, state: 'paused', version: 2 },
    },
    respond: async ({ path, body, seenVersion: seen }, { changeWebhook, getWebhook }) => {
      const id = path.id as string;
      const changed = await changeWebhook({ ...body, id, seen });
      return changed.ok ? hookAnswer(await getWebhook(id)) : changed;
    },
  }),
  define({
    ...WRITES,
    id: 'endWebhook',
    method: 'DELETE',
    path: '/api/v1/webhooks/{id}',
    summary: 'Tell an address nothing any more, nor what waits',
    parts: ID,
    status: 204,
    example: { path: { id: HOOK_ID } },
    respond: async ({ path }, { endWebhook }) => {
      const ended = await endWebhook(path.id as string);
      return ended.ok ? accept({}) : ended;
    },
  }),
  define({
    ...WRITES,
    id: 'rotateWebhookSecret',
    method: 'POST',
    path: '/api/v1/webhooks/{id}/secrets',
    summary: 'A new secret, shown this once; for a day the old one signs as well',
    parts: ID,
    status: 201,
    isSecret: true,
    answer: z.strictObject({ secret: secretSchema, bothUntil: z.iso.datetime() }),
    example: {
      path: { id: HOOK_ID },
      answer: { secret: SECRET, bothUntil: '2026-12-01T08:00:00.000Z' },
    },
    respond: async ({ path }, { rotateSecret }) => {
      const rotated = await rotateSecret(path.id as string);
      if (!rotated.ok) return rotated;
      const { secret, bothUntil } = rotated.value;
      return answer({ secret, bothUntil: bothUntil.toISOString() });
    },
  }),
];

const deliveryRoutes = [
  define({
    ...WRITES,
    id: 'testWebhook',
    method: 'POST',
    path: '/api/v1/webhooks/{id}/tests',
    summary: 'Send an event of which nothing comes, to see whether an address takes it',
    parts: ID,
    status: 202,
    answer: deliverySchema,
    example: { path: { id: HOOK_ID }, answer: WAITING },
    respond: async ({ path }, { testWebhook }) => {
      const sent = await testWebhook(path.id as string);
      return sent.ok ? answer(deliveryJson(sent.value)) : sent;
    },
  }),
  define({
    ...READS,
    id: 'listWebhookDeliveries',
    method: 'GET',
    path: '/api/v1/webhooks/{id}/deliveries',
    summary: 'What was told at an address or waits to be, the latest first; of the last ninety days',
    parts: ID,
    query: {
      state: {
        schema: z.enum(DELIVERY_STATES).optional(),
        expected: DELIVERY_STATES.join(', '),
        meaning: 'only those in this state',
      },
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(deliverySchema),
    example: { path: { id: HOOK_ID }, answer: { rows: [DELIVERY], next: null } },
    respond: async ({ path, query: { state, limit, cursor } }, { listDeliveries }) => {
      const webhook = path.id as string;
      const selection = `webhook ${webhook} ${state ?? ''}`;
      const after = readCursor(cursor, selection, place);
      if (!after.ok) return after;
      const found = await listDeliveries({
        ...{ webhook, limit },
        ...(state && { state }),
        ...(after.value && { after: after.value[0] }),
      });
      if (!found.ok) return found;
      const { rows, hasMore } = found.value;
      const last = hasMore ? rows.at(-1) : undefined;
      const next = last === undefined ? null : writeCursor(selection, [last.event.id]);
      return answer({ rows: rows.map(deliveryJson), next });
    },
  }),
  define({
    ...READS,
    id: 'getWebhookDelivery',
    method: 'GET',
    path: '/api/v1/webhooks/{id}/deliveries/{event}',
    summary: 'One delivery with its attempts, the latest first',
    parts: PLACE,
    answer: z.strictObject({ delivery: deliverySchema, attempts: z.array(attemptSchema) }),
    example: {
      path: { id: HOOK_ID, event: EVENT_ID },
      answer: { delivery: DELIVERY, attempts: [ATTEMPT] },
    },
    respond: async ({ path }, { getDelivery }) => {
      const found = await getDelivery({ webhook: path.id as string, event: path.event as string });
      if (!found.ok) return found;
      const { delivery, attempts } = found.value;
      return answer({ delivery: deliveryJson(delivery), attempts: attempts.map(attemptJson) });
    },
  }),
  define({
    ...WRITES,
    id: 'sendWebhookAgain',
    method: 'POST',
    path: '/api/v1/webhooks/{id}/deliveries/{event}/replays',
    summary: 'Send an event once more, under the same id',
    parts: PLACE,
    status: 202,
    answer: deliverySchema,
    example: { path: { id: HOOK_ID, event: EVENT_ID }, answer: WAITING },
    respond: async ({ path }, { sendAgain }) => {
      const sent = await sendAgain({ webhook: path.id as string, event: path.event as string });
      return sent.ok ? answer(deliveryJson(sent.value)) : sent;
    },
  }),
  define({
    ...WRITES,
    id: 'sendWebhooksAgain',
    method: 'POST',
    path: '/api/v1/webhooks/{id}/replays',
    summary: 'Send all since an instant once more, in its order, also of before the address was there',
    parts: ID,
    status: 202,
    body: z.strictObject({ since: z.iso.datetime().describe('of the last ninety days') }),
    answer: z.strictObject({ events: z.int() }),
    example: { path: { id: HOOK_ID }, body: { since: '2026-11-29T08:00:00.000Z' }, answer: { events: 0 } },
    respond: async ({ path, body }, { sendAllAgain }) => {
      const sent = await sendAllAgain({ webhook: path.id as string, since: new Date(body.since) });
      return sent.ok ? answer(sent.value) : sent;
    },
  }),
];

export const webhookRoutes = [...addressRoutes, ...deliveryRoutes];

function hookAnswer(found: Result<ShownWebhook>) {
  if (!found.ok) return found;
  return answer(shownJson(found.value), { version: String(found.value.webhook.version) });
}

function shownJson({ webhook, counts, bothUntil }: ShownWebhook) {
  const { id, version, name, url, kinds, state, createdAt, failingSince } = webhook;
  return {
    ...{ id, version, name, url, kinds, state, createdAt: createdAt.toISOString(), counts: { ...counts } },
    failingSince: failingSince?.toISOString() ?? null,
    bothUntil: bothUntil?.toISOString() ?? null,
  };
}

function deliveryJson({ event, state, attempts, dueAt, last }: Delivery) {
  const { id, kind: type, objectKind, object, address, sequence, at } = event;
  return {
    ...{ event: id, type, at: at.toISOString(), sequence },
    object: { kind: objectKind, id: object, href: address },
    ...{ state, attempts, dueAt: state === 'waiting' ? dueAt.toISOString() : null },
    last: last === undefined ? null : attemptJson(last),
  };
}

function attemptJson({ at, status, ...attempt }: DeliveryAttempt) {
  return { ...attempt, at: at.toISOString(), status: status ?? null };
}
