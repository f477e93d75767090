import { actorText } from '../../app/actor.ts';
import type { AuditFilter, AuditStore } from '../../app/ports/auditStore.ts';
import { type AuditEntry, type AuditLink, EMPTY_CHAIN } from '../../core/audit/auditEntry.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import type { Session, SqlValue } from './session.ts';

/** To the microsecond, and the body to the byte: what is hashed is what stands there. */
const AT = `to_char(a.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const ENTRY = `a.tenant_id, a.id, ${AT} AS at, a.actor, a.action, a.object, a.batch, a.salt, a.body::text AS body`;
const LINK = 'l.position, l.audit_id, l.body_sha256, l.entry_sha256, l.previous, l.hash';

const WRITE = `
  WITH written AS (
    INSERT INTO audit (tenant_id, id, recorded_at, actor, action, object, batch, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING tenant_id, id
  )
  INSERT INTO audit_unlinked (tenant_id, audit_id) SELECT tenant_id, id FROM written`;

const UNLINKED = `
  SELECT ${ENTRY} FROM audit_unlinked u
  JOIN audit a ON a.tenant_id = u.tenant_id AND a.id = u.audit_id
  WHERE u.tenant_id = $1 ORDER BY a.batch, a.recorded_at, a.id LIMIT $2`;

const ADD_LINKS = `
  INSERT INTO audit_link (tenant_id, position, audit_id, body_sha256, entry_sha256, previous, hash)
  SELECT $1, r.position, r.entry, r."bodySha256", r."entrySha256", r.previous, r.hash
  FROM json_to_recordset($2::json) AS r
    (position bigint, entry uuid, "bodySha256" text, "entrySha256" text, previous text, hash text)`;

const LINKS = `
  SELECT ${LINK}, ${ENTRY} FROM audit_link l
  LEFT JOIN audit a ON a.tenant_id = l.tenant_id AND a.id = l.audit_id
  WHERE l.tenant_id = $1 AND l.position > $2 ORDER BY l.position LIMIT $3`;

const STRAYS = `
  SELECT a.id FROM audit a
  LEFT JOIN audit_link l ON l.tenant_id = a.tenant_id AND l.audit_id = a.id
  LEFT JOIN audit_unlinked u ON u.tenant_id = a.tenant_id AND u.audit_id = a.id
  WHERE a.tenant_id = $1 AND l.audit_id IS NULL AND u.audit_id IS NULL ORDER BY a.recorded_at, a.id`;

/** The page is cut before names and links are looked up. */
const list = (conditions: string) => `
  SELECT ${ENTRY}, coalesce(p.name, s.name) AS actor_name, l.position, l.hash
  FROM (
    SELECT * FROM audit a WHERE a.tenant_id = $1 ${conditions}
    ORDER BY a.recorded_at DESC, a.id DESC LIMIT $2
  ) a
  LEFT JOIN person p ON p.tenant_id = $1 AND a.actor = 'person:' || p.id::text
  LEFT JOIN service s ON s.tenant_id = $1 AND a.actor = 'service:' || s.id::text
  LEFT JOIN audit_link l ON l.tenant_id = $1 AND l.audit_id = a.id
  ORDER BY a.recorded_at DESC, a.id DESC`;

export function auditStore(session: Session): AuditStore {
  const { tenant } = session;
  return {
    write: async ({ id, at, actor, action, object, batch, body }) => {
      const values = [tenant, id, at, actorText(actor), action, object, batch, canonicalJson(body)];
      await session.query(WRITE, values);
    },
    unlinked: async (limit) => (await session.query<EntryRow>(UNLINKED, [tenant, limit])).map(toEntry),
    unlinkedCount: async () => {
      const counted = 'SELECT count(*)::int AS count FROM audit_unlinked WHERE tenant_id = $1';
      return (await session.query<{ count: number }>(counted, [tenant]))[0]?.count ?? 0;
    },
    head: async () => {
      const last =
        'SELECT position, hash FROM audit_link WHERE tenant_id = $1 ORDER BY position DESC LIMIT 1';
      const [head] = await session.query<{ position: bigint; hash: string }>(last, [tenant]);
      return head === undefined ? EMPTY_CHAIN : { position: Number(head.position), hash: head.hash };
    },
    link: async (links) => {
      await session.query(ADD_LINKS, [tenant, JSON.stringify(links)]);
      await session.query('DELETE FROM audit_unlinked WHERE tenant_id = $1 AND audit_id = ANY ($2::uuid[])', [
        tenant,
        links.map(({ entry }) => entry),
      ]);
    },
    links: async (after, limit) => {
      const rows = await session.query<LinkRow & Nullable<EntryRow>>(LINKS, [tenant, after, limit]);
      return rows.map((row) => ({ link: toLink(row), entry: row.id === null ? undefined : toEntry(row) }));
    },
    strays: async () => (await session.query<{ id: string }>(STRAYS, [tenant])).map(({ id }) => id),
    list: (filter) => listed(session, filter),
    get: async (id) => {
      const sql = `SELECT ${ENTRY} FROM audit a WHERE a.tenant_id = $1 AND a.id = $2`;
      const [row] = await session.query<EntryRow>(sql, [tenant, id]);
      return row && toEntry(row);
    },
    erase: async (id) =>
      (await session.write(
        'UPDATE audit SET body = NULL, salt = NULL WHERE tenant_id = $1 AND id = $2 AND body IS NOT NULL',
        [tenant, id],
      )) > 0,
  };
}

async function listed(session: Session, filter: AuditFilter) {
  const { actor, action, object, from, until, limit, before } = filter;
  const values: SqlValue[] = [session.tenant, limit];
  const given = (...texts: readonly string[]) => texts.map((text) => `$${values.push(text)}`);
  const conditions = [
    actor !== undefined && `a.actor = ${given(actor)}`,
    action !== undefined && `a.action = ${given(action)}`,
    object !== undefined && `a.object = ${given(object)}`,
    from !== undefined && `a.recorded_at >= ${given(from)}::date`,
    until !== undefined && `a.recorded_at < ${given(until)}::date + 1`,
    before && `(a.recorded_at, a.id) < (${given(before.at, before.id).join('::timestamptz, ')}::uuid)`,
  ].filter((condition) => typeof condition === 'string');
  const sql = list(conditions.map((condition) => `AND ${condition}`).join(' '));
  const rows = await session.query<EntryRow & ShownRow>(sql, values);
  return rows.map((row) => ({
    entry: toEntry(row),
    actorName: row.actor_name ?? undefined,
    link: row.hash === null ? undefined : { position: Number(row.position), hash: row.hash },
  }));
}

type EntryRow = {
  readonly tenant_id: string;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly batch: bigint;
  readonly salt: string | null;
  readonly body: string | null;
};

type LinkRow = {
  readonly position: bigint;
  readonly audit_id: string;
  readonly body_sha256: string;
  readonly entry_sha256: string;
  readonly previous: string;
  readonly hash: string;
};

type ShownRow = {
  readonly actor_name: string | null;
  readonly position: bigint | null;
  readonly hash: string | null;
};

type Nullable<Row> = { readonly [name in keyof Row]: Row[name] } | { readonly [name in keyof Row]: null };

function toEntry({ tenant_id: tenant, batch, salt, body, ...row }: EntryRow): AuditEntry {
  const { id, at, actor, action, object } = row;
  const content = salt === null || body === null ? undefined : { salt, body };
  return { tenant, id, at, actor, action, object, batch: Number(batch), content };
}

function toLink(row: LinkRow): AuditLink {
  return {
    position: Number(row.position),
    entry: row.audit_id,
    bodySha256: row.body_sha256,
    entrySha256: row.entry_sha256,
    previous: row.previous,
    hash: row.hash,
  };
}
