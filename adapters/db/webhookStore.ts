import type {
  Delivery,
  DeliveryAttempt,
  DeliveryState,
  NewWebhookEvent,
  Webhook,
  WebhookStore,
} from '../../app/ports/webhookStore.ts';
import type { Session } from './session.ts';

export function webhookStore(session: Session): WebhookStore {
  return {
    ...hooks(session),
    ...secrets(session),
    ...events(session),
    ...sending(session),
    ...lists(session),
  };
}

const later = (at: string, milliseconds: string) =>
  `${at}::timestamptz + ${milliseconds} * interval '1 millisecond'`;

const HOOK = `SELECT id, version, name, url, kinds, state, created_by, created_at, failing_since, silences, held_until
  FROM webhook WHERE tenant_id = $1`;

function hooks({
  tenant,
  query,
}: Session): Pick<WebhookStore, 'add' | 'lock' | 'get' | 'all' | 'change' | 'fare'> {
  return {
    add: async ({ id, version, name, url, kinds, state, createdBy, createdAt, silences }) => {
      await query(
        `INSERT INTO webhook (tenant_id, id, version, name, url, kinds, state, created_by, created_at, changed_at, silences)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`,
        [tenant, id, version, name, url, kinds, state, createdBy, createdAt, silences],
      );
    },
    lock: async (id) => {
      const [row] = await query<HookRow>(`${HOOK} AND id = $2 FOR NO KEY UPDATE`, [tenant, id]);
      return row && toHook(row);
    },
    get: async (id) => {
      const [row] = await query<HookRow>(`${HOOK} AND id = $2`, [tenant, id]);
      return row && toHook(row);
    },
    all: async () => {
      const rows = await query<HookRow>(`${HOOK} AND state <> 'ended' ORDER BY created_at, id`, [tenant]);
      return rows.map(toHook);
    },
    change: async ({ id, version, name, url, kinds, state }, at) => {
      await query(
        `UPDATE webhook SET version = $3, name = $4, url = $5, kinds = $6, state = $7, changed_at = $8
         WHERE tenant_id = $1 AND id = $2`,
        [tenant, id, version, name, url, kinds, state, at],
      );
    },
    fare: async ({ id, state, silences, failingSince }, { at, forMs }) => {
      await query(
        `UPDATE webhook SET state = $3, silences = $4, failing_since = $5,
           held_until = CASE WHEN $7 > 0 THEN ${later('$6', '$7')} END
         WHERE tenant_id = $1 AND id = $2`,
        [tenant, id, state, silences, failingSince ?? null, at, forMs],
      );
    },
  };
}

function secrets({
  tenant,
  query,
}: Session): Pick<WebhookStore, 'addSecret' | 'endSecrets' | 'secrets' | 'lastSecret'> {
  return {
    addSecret: async (webhook, { number, sealed }, at) => {
      await query(
        `INSERT INTO webhook_secret (tenant_id, webhook_id, number, key, sealed, made_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [tenant, webhook, number, sealed.key, sealed.bytes, at],
      );
    },
    endSecrets: async (webhook, before, at, laterMs) => {
      await query(
        `UPDATE webhook_secret SET ends_at = least(ends_at, ${later('$4', '$5')})
         WHERE tenant_id = $1 AND webhook_id = $2 AND number < $3`,
        [tenant, webhook, before, at, laterMs],
      );
      const [row] = await query<{ ends: Date }>(`SELECT ${later('$1', '$2')} AS ends`, [at, laterMs]);
      return row?.ends ?? at;
    },
    secrets: async (webhook, at) => {
      const rows = await query<{ number: number; key: string; sealed: Uint8Array; ends_at: Date | null }>(
        `SELECT number, key, sealed, ends_at FROM webhook_secret
         WHERE tenant_id = $1 AND webhook_id = $2 AND (ends_at IS NULL OR ends_at > $3) ORDER BY number DESC`,
        [tenant, webhook, at],
      );
      return rows.map(({ number, key, sealed, ends_at: endsAt }) => ({
        ...{ number, sealed: { key, bytes: sealed } },
        ...(endsAt !== null && { endsAt }),
      }));
    },
    lastSecret: async (webhook) => {
      const [row] = await query<{ last: number | null }>(
        'SELECT max(number) AS last FROM webhook_secret WHERE tenant_id = $1 AND webhook_id = $2',
        [tenant, webhook],
      );
      return row?.last ?? 0;
    },
  };
}

const KEEP_EVENTS = `
  INSERT INTO webhook_event (tenant_id, id, kind, object_kind, object, address, sequence, happened_at)
  SELECT $1, e.id, e.kind, e."objectKind", e.object, e.address, e.sequence, e.at
  FROM json_to_recordset($2::json) AS e
    (id uuid, kind text, "objectKind" text, object text, address text, sequence bigint, at timestamptz)`;

/** What is to be told of an event at an address, not yet or not again. */
const DELIVERIES = `
  INSERT INTO webhook_delivery
    (tenant_id, webhook_id, event_id, object_kind, object, sequence, state, attempts, attempts_ever, made_at, due_at)
  SELECT e.tenant_id, w.id, e.id, e.object_kind, e.object, e.sequence, 'waiting', 0, 0, $2, $2`;
const ASKED_AGAIN = `
  ON CONFLICT (tenant_id, webhook_id, event_id)
  DO UPDATE SET state = 'waiting', attempts = 0, due_at = excluded.due_at, ended_at = NULL`;

function events({
  tenant,
  query,
  write,
}: Session): Pick<WebhookStore, 'tell' | 'tellOne' | 'again' | 'allAgain' | 'forget'> {
  const keep = (kept: readonly NewWebhookEvent[]) => query(KEEP_EVENTS, [tenant, JSON.stringify(kept)]);
  return {
    tell: async (told, at) => {
      await keep(told);
      const rows = await query<{ webhook: string }>(
        `WITH made AS (
           ${DELIVERIES} FROM webhook_event e
           JOIN webhook w ON w.tenant_id = e.tenant_id AND w.state <> 'ended' AND e.kind = ANY (w.kinds)
           WHERE e.tenant_id = $1 AND e.id = ANY ($3::uuid[]) RETURNING webhook_id
         ) SELECT DISTINCT webhook_id AS webhook FROM made`,
        [tenant, at, told.map(({ id }) => id)],
      );
      return rows.map(({ webhook }) => webhook);
    },
    tellOne: async (webhook, event, at) => {
      await keep([event]);
      await query(
        `${DELIVERIES} FROM webhook_event e JOIN webhook w ON w.tenant_id = e.tenant_id AND w.id = $4
         WHERE e.tenant_id = $1 AND e.id = $3`,
        [tenant, at, event.id, webhook],
      );
    },
    again: async ({ webhook, event }, at) =>
      (await write(
        `UPDATE webhook_delivery SET state = 'waiting', attempts = 0, due_at = $4, ended_at = NULL
         WHERE tenant_id = $1 AND webhook_id = $2 AND event_id = $3`,
        [tenant, webhook, event, at],
      )) > 0,
    allAgain: ({ id, kinds }, since, at) =>
      write(
        `${DELIVERIES} FROM webhook_event e JOIN webhook w ON w.tenant_id = e.tenant_id AND w.id = $4
         WHERE e.tenant_id = $1 AND e.happened_at >= $3 AND e.sequence > 0 AND e.kind = ANY ($5::text[]) ${ASKED_AGAIN}`,
        [tenant, at, since, id, kinds],
      ),
    forget: async ({ now, days }, limit) => {
      const rows = await query<{ id: string }>(
        `SELECT id FROM webhook_event WHERE tenant_id = $1 AND happened_at < $2::timestamptz - $3 * interval '1 day'
         ORDER BY happened_at LIMIT $4`,
        [tenant, now, days, limit],
      );
      if (rows.length === 0) return;
      const old = [tenant, rows.map(({ id }) => id)];
      await query('DELETE FROM webhook_attempt WHERE tenant_id = $1 AND event_id = ANY ($2::uuid[])', old);
      await query('DELETE FROM webhook_delivery WHERE tenant_id = $1 AND event_id = ANY ($2::uuid[])', old);
      await query('DELETE FROM webhook_event WHERE tenant_id = $1 AND id = ANY ($2::uuid[])', old);
    },
  };
}

/** What nothing that waits comes before, of the same thing at the same address. */
const IS_FIRST = `NOT EXISTS (
  SELECT FROM webhook_delivery o
  WHERE o.tenant_id = d.tenant_id AND o.webhook_id = d.webhook_id AND o.object_kind = d.object_kind
    AND o.object = d.object AND o.state = 'waiting' AND o.sequence < d.sequence)`;

const DELIVERY = `
  SELECT d.webhook_id, d.state, d.attempts, d.attempts_ever, d.due_at, d.ended_at,
    e.id, e.kind, e.object_kind, e.object, e.address, e.sequence, e.happened_at,
    a.number, a.tried_at, a.took_ms, a.outcome, a.status, a.said
  FROM webhook_delivery d
  JOIN webhook_event e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
  LEFT JOIN LATERAL (
    SELECT * FROM webhook_attempt t
    WHERE t.tenant_id = d.tenant_id AND t.webhook_id = d.webhook_id AND t.event_id = d.event_id
    ORDER BY t.number DESC LIMIT 1) a ON true
  WHERE d.tenant_id = $1`;

function sending({
  tenant,
  query,
  write,
}: Session): Pick<WebhookStore, 'take' | 'record' | 'nextDue' | 'due'> {
  return {
    take: async (webhook, { now, forMs, limit }) => {
      // Chosen once: a part of the statement could be asked again, and would find others.
      const taken = await query<{ id: string }>(
        `WITH next AS MATERIALIZED (
           SELECT d.event_id FROM webhook_delivery d
           WHERE d.tenant_id = $1 AND d.webhook_id = $2 AND d.state = 'waiting' AND d.due_at <= $3::timestamptz AND ${IS_FIRST}
           ORDER BY d.sequence, d.event_id LIMIT $5 FOR UPDATE SKIP LOCKED)
         UPDATE webhook_delivery SET due_at = ${later('$3', '$4')}, attempts = attempts + 1, attempts_ever = attempts_ever + 1
         WHERE tenant_id = $1 AND webhook_id = $2 AND event_id IN (SELECT event_id FROM next)
         RETURNING event_id AS id`,
        [tenant, webhook, now, forMs, limit],
      );
      if (taken.length === 0) return [];
      const rows = await query<DeliveryRow>(
        `${DELIVERY} AND d.webhook_id = $2 AND d.event_id = ANY ($3::uuid[]) ORDER BY d.sequence, d.event_id`,
        [tenant, webhook, taken.map(({ id }) => id)],
      );
      return rows.map(toDelivery);
    },
    record: async ({ webhook, event, tries }, { at, tookMs, outcome, status, said }, left) => {
      const place = [tenant, webhook, event.id];
      const isOurs = await write(
        `UPDATE webhook_delivery SET state = $5, due_at = ${later('$7', '$6')}, ended_at = CASE WHEN $5 = 'waiting' THEN NULL ELSE $7::timestamptz END
         WHERE tenant_id = $1 AND webhook_id = $2 AND event_id = $3 AND state = 'waiting' AND attempts_ever = $4`,
        [...place, tries, left.state, left.waitMs, at],
      );
      if (isOurs === 0) return false;
      await write(
        `INSERT INTO webhook_attempt (tenant_id, webhook_id, event_id, number, tried_at, took_ms, outcome, status, said)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [...place, tries, at, tookMs, outcome, status ?? null, said],
      );
      return true;
    },
    nextDue: async (webhook) => {
      const [row] = await query<{ next: Date | null }>(
        `SELECT min(d.due_at) AS next FROM webhook_delivery d
         WHERE d.tenant_id = $1 AND d.webhook_id = $2 AND d.state = 'waiting' AND ${IS_FIRST}`,
        [tenant, webhook],
      );
      return row?.next ?? undefined;
    },
    due: async (now) => {
      const rows = await query<{ id: string }>(
        `SELECT w.id FROM webhook w
         WHERE w.tenant_id = $1 AND w.state = 'active' AND (w.held_until IS NULL OR w.held_until <= $2) AND EXISTS (
           SELECT FROM webhook_delivery d
           WHERE d.tenant_id = w.tenant_id AND d.webhook_id = w.id AND d.state = 'waiting' AND d.due_at <= $2)`,
        [tenant, now],
      );
      return rows.map(({ id }) => id);
    },
  };
}

const ATTEMPT = `SELECT number, tried_at, took_ms, outcome, status, said FROM webhook_attempt
  WHERE tenant_id = $1 AND webhook_id = $2 AND event_id = $3 ORDER BY number DESC LIMIT $4`;

function lists({
  tenant,
  query,
}: Session): Pick<WebhookStore, 'deliveries' | 'delivery' | 'attempts' | 'counts'> {
  return {
    deliveries: async (webhook, { state, after, limit }) => {
      const rows = await query<DeliveryRow>(
        `${DELIVERY} AND d.webhook_id = $2 AND ($3::text IS NULL OR d.state = $3) AND ($4::uuid IS NULL
           OR (e.happened_at, e.id) < (SELECT happened_at, id FROM webhook_event WHERE tenant_id = $1 AND id = $4))
         ORDER BY e.happened_at DESC, e.id DESC LIMIT $5`,
        [tenant, webhook, state ?? null, after ?? null, limit],
      );
      return rows.map(toDelivery);
    },
    delivery: async ({ webhook, event }) => {
      const sql = `${DELIVERY} AND d.webhook_id = $2 AND d.event_id = $3`;
      const [row] = await query<DeliveryRow>(sql, [tenant, webhook, event]);
      return row && toDelivery(row);
    },
    attempts: async ({ webhook, event }, limit) =>
      (await query<AttemptRow>(ATTEMPT, [tenant, webhook, event, limit])).map(toAttempt),
    counts: async () => {
      const rows = await query<{ webhook: string; state: DeliveryState; count: number }>(
        `SELECT webhook_id AS webhook, state, count(*)::int AS count FROM webhook_delivery
         WHERE tenant_id = $1 GROUP BY webhook_id, state`,
        [tenant],
      );
      const counts = new Map<string, Record<DeliveryState, number>>();
      for (const { webhook, state, count } of rows) {
        const own = counts.get(webhook) ?? { waiting: 0, taken: 0, failed: 0 };
        counts.set(webhook, { ...own, [state]: count });
      }
      return counts;
    },
  };
}

type HookRow = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly state: string;
  readonly created_by: string;
  readonly created_at: Date;
  readonly failing_since: Date | null;
  readonly silences: number;
  readonly held_until: Date | null;
};

type AttemptRow = {
  readonly number: number;
  readonly tried_at: Date;
  readonly took_ms: number;
  readonly outcome: string;
  readonly status: number | null;
  readonly said: string;
};

type DeliveryRow = (AttemptRow | { readonly [name in keyof AttemptRow]: null }) & {
  readonly webhook_id: string;
  readonly state: string;
  readonly attempts: number;
  readonly attempts_ever: number;
  readonly due_at: Date;
  readonly ended_at: Date | null;
  readonly id: string;
  readonly kind: string;
  readonly object_kind: string;
  readonly object: string;
  readonly address: string;
  readonly sequence: bigint;
  readonly happened_at: Date;
};

function toHook(row: HookRow): Webhook {
  const { id, version, name, url, silences, failing_since: failingSince, held_until: heldUntil } = row;
  return {
    ...{ id, version, name, url, silences, createdBy: row.created_by, createdAt: row.created_at },
    kinds: row.kinds as Webhook['kinds'],
    state: row.state as Webhook['state'],
    ...(failingSince !== null && { failingSince }),
    ...(heldUntil !== null && { heldUntil }),
  };
}

function toDelivery(row: DeliveryRow): Delivery {
  const { id, kind, object_kind: objectKind, object, address, sequence, happened_at: at } = row;
  const event = {
    id,
    kind,
    objectKind,
    object,
    address,
    sequence: Number(sequence),
    at,
  } as Delivery['event'];
  return {
    ...{ webhook: row.webhook_id, event, dueAt: row.due_at },
    ...{ attempts: row.attempts, tries: row.attempts_ever },
    state: row.state as DeliveryState,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.number !== null && { last: toAttempt(row) }),
  };
}

function toAttempt({
  number,
  tried_at: at,
  took_ms: tookMs,
  outcome,
  status,
  said,
}: AttemptRow): DeliveryAttempt {
  const known = outcome as DeliveryAttempt['outcome'];
  return { number, at, tookMs, outcome: known, said, ...(status !== null && { status }) };
}
