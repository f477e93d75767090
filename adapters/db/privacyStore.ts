import type { Fate, PersonalRows, PersonNames, PrivacyStore } from '../../app/ports/privacyStore.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import type { Session, SqlValue } from './session.ts';

/** Where the database names persons: $1 is the tenant, $2 the person, $3 the names that are nobody else's. */
type PersonalPlace = {
  readonly table: string;
  readonly fate: Fate;
  readonly shown: string;
  /** What is done to forget them; not where something is kept. */
  readonly forget?: string;
};

/** Most that are shown of one place; who has more sees the newest. */
const SHOWN = 10_000;

/** In an order in which nothing is deleted that something else still refers to. */
export const PERSONAL_PLACES: readonly PersonalPlace[] = [
  {
    table: 'person',
    fate: 'renamed',
    shown: 'SELECT id, login, name, partners, is_active FROM person WHERE tenant_id = $1 AND id = $2',
  },
  {
    table: 'person_role',
    fate: 'kept',
    shown: `SELECT role, companies, granted_at, ended_at FROM person_role
      WHERE tenant_id = $1 AND person_id = $2 ORDER BY granted_at`,
  },
  {
    table: 'api_key',
    fate: 'renamed',
    shown: `SELECT id, label, issued_at, expires_at, last_used_at, revoked_at FROM api_key
      WHERE tenant_id = $1 AND person_id = $2 ORDER BY issued_at`,
    forget: `UPDATE api_key SET label = 'erased' WHERE tenant_id = $1 AND person_id = $2`,
  },
  {
    table: 'invitation',
    fate: 'deleted',
    shown: `SELECT email, name, invited_at, accepted_at, revoked_at FROM invitation
      WHERE tenant_id = $1 AND (person_id = $2 OR email = ANY ($3)) ORDER BY invited_at`,
    forget: 'DELETE FROM invitation WHERE tenant_id = $1 AND (person_id = $2 OR email = ANY ($3))',
  },
  {
    table: 'membership',
    fate: 'deleted',
    shown: 'SELECT account_id, joined_at FROM membership WHERE tenant_id = $1 AND person_id = $2',
  },
  {
    table: 'sso_subject',
    fate: 'deleted',
    shown: 'SELECT issuer, subject, linked_at FROM sso_subject WHERE tenant_id = $1 AND person_id = $2',
    forget: 'DELETE FROM sso_subject WHERE tenant_id = $1 AND person_id = $2',
  },
  {
    table: 'saved_view',
    fate: 'deleted',
    shown: 'SELECT list, name, filter, saved_at FROM saved_view WHERE tenant_id = $1 AND person_id = $2',
    forget: 'DELETE FROM saved_view WHERE tenant_id = $1 AND person_id = $2',
  },
  {
    table: 'notice',
    fate: 'deleted',
    shown: `SELECT kind, about, told_at, read_at FROM notice
      WHERE tenant_id = $1 AND person_id = $2 ORDER BY told_at DESC LIMIT ${SHOWN}`,
    forget: 'DELETE FROM notice WHERE tenant_id = $1 AND person_id = $2',
  },
  {
    table: 'notice_mail',
    fate: 'deleted',
    shown: `SELECT made_at, sent_at FROM notice_mail
      WHERE tenant_id = $1 AND person_id = $2 ORDER BY made_at DESC LIMIT ${SHOWN}`,
    forget: 'DELETE FROM notice_mail WHERE tenant_id = $1 AND person_id = $2',
  },
  {
    table: 'notice_link',
    fate: 'deleted',
    shown: `SELECT made_at FROM notice_link
      WHERE tenant_id = $1 AND person_id = $2 ORDER BY made_at DESC LIMIT ${SHOWN}`,
    forget: 'DELETE FROM notice_link WHERE tenant_id = $1 AND person_id = $2',
  },
  {
    table: 'notice_choice',
    fate: 'deleted',
    shown: 'SELECT language, mail, changed_at FROM notice_choice WHERE tenant_id = $1 AND person_id = $2',
    forget: 'DELETE FROM notice_choice WHERE tenant_id = $1 AND person_id = $2',
  },
  {
    table: 'report_subscription',
    fate: 'kept',
    shown: `SELECT report, format, rhythm, made_at, ended_at FROM report_subscription
      WHERE tenant_id = $1 AND person_id = $2 ORDER BY made_at`,
  },
  {
    table: 'place_comment',
    fate: 'kept',
    shown: `SELECT place_kind, place, said, written_at FROM place_comment
      WHERE tenant_id = $1 AND author = 'person:' || $2::text ORDER BY written_at DESC LIMIT ${SHOWN}`,
  },
  {
    table: 'place_mention',
    fate: 'kept',
    shown: 'SELECT comment_id FROM place_mention WHERE tenant_id = $1 AND person_id = $2',
  },
  {
    table: 'agreement_acceptance',
    fate: 'kept',
    shown: `SELECT partner_id, version, person_name, accepted_at FROM agreement_acceptance
      WHERE tenant_id = $1 AND accepted_by = 'person:' || $2::text ORDER BY accepted_at`,
  },
  {
    table: 'audit',
    fate: 'kept',
    shown: `SELECT action, count(*)::int AS deeds, min(recorded_at) AS first, max(recorded_at) AS last FROM audit
      WHERE tenant_id = $1 AND actor = 'person:' || $2::text GROUP BY action ORDER BY action`,
  },
];

/** What is put down of a person when they come, change or are invited; other deeds name them by their id. */
const SAYING = `
  SELECT a.id FROM audit a JOIN audit_link l ON l.tenant_id = a.tenant_id AND l.audit_id = a.id
  WHERE a.tenant_id = $1 AND a.body IS NOT NULL AND (
    (a.object = $2 AND a.action IN ('person.create', 'person.change'))
    OR EXISTS (SELECT FROM invitation i WHERE i.tenant_id = $1 AND i.id::text = a.object AND i.person_id::text = $2)
    OR EXISTS (SELECT FROM unnest($3::text[]) AS said WHERE position(said IN a.body::text) > 0)
  )
  ORDER BY l.position`;

export function privacyStore(session: Session): PrivacyStore {
  const { tenant, query } = session;
  return {
    about: async (who) => {
      const places: PersonalRows[] = [];
      for (const { table: place, fate, shown } of PERSONAL_PLACES) {
        const rows = await query<Readonly<Record<string, unknown>>>(shown, valuesFor(shown, tenant, who));
        places.push({ place, fate, rows: rows.map(plain) });
      }
      return places;
    },
    saying: async ({ person, names }) => {
      const said = names.map((name) => canonicalJson(name));
      return (await query<{ id: string }>(SAYING, [tenant, person, said])).map(({ id }) => id);
    },
    forgotten: async () => {
      const sql = `SELECT count(*)::int AS count FROM person WHERE tenant_id = $1 AND login LIKE '~%'`;
      return (await query<{ count: number }>(sql, [tenant]))[0]?.count ?? 0;
    },
    forget: async (who, { login, name }, at) => {
      for (const { forget } of PERSONAL_PLACES) {
        if (forget !== undefined) await query(forget, valuesFor(forget, tenant, who));
      }
      await query(
        `UPDATE report_subscription SET ended_at = $3 WHERE tenant_id = $1 AND person_id = $2 AND ended_at IS NULL`,
        [tenant, who.person, at],
      );
      await query(
        'UPDATE person SET login = $3, name = $4, version = version + 1 WHERE tenant_id = $1 AND id = $2',
        [tenant, who.person, login, name],
      );
    },
    endMembership: async (person) => {
      await query('DELETE FROM membership WHERE tenant_id = $1 AND person_id = $2', [tenant, person]);
    },
  };
}

function valuesFor(sql: string, tenant: string, { person, names }: PersonNames): SqlValue[] {
  return sql.includes('$3') ? [tenant, person, names] : [tenant, person];
}

/** Instants as texts, as everything else that goes out. */
function plain(row: Readonly<Record<string, unknown>>): Readonly<Record<string, Json>> {
  return JSON.parse(JSON.stringify(row));
}
