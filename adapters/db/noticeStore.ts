import type { MailChoice, NoticeKind } from '../../app/notices/noticeKind.ts';
import type { PlaceKind } from '../../app/notices/place.ts';
import type { Comment, NoticeStore, ShownNotice } from '../../app/ports/noticeStore.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Session } from './session.ts';

const COMMENT = `
  SELECT c.id, c.place_kind, c.place, c.author, c.said, c.written_at,
    coalesce(json_agg(json_build_object('person', p.id, 'name', p.name) ORDER BY p.name, p.id)
      FILTER (WHERE p.id IS NOT NULL), '[]') AS mentions
  FROM place_comment c
  LEFT JOIN place_mention m ON m.tenant_id = c.tenant_id AND m.comment_id = c.id
  LEFT JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id`;

const NOTICE = `
  SELECT n.id, n.person_id, n.kind, n.place_kind, n.place, n.about, n.partner_id, n.by_person, n.told_at, n.read_at,
    b.name AS by_name
  FROM notice n LEFT JOIN person b ON b.tenant_id = n.tenant_id AND b.id = n.by_person`;

const SEEN = `n.tenant_id = $1 AND n.person_id = $2 AND n.place_kind = ANY ($3::text[])
  AND ($4::text[] IS NULL OR n.partner_id = ANY ($4::text[]))`;

/** Seven o'clock as the clocks of a zone show it; a day before seven belongs to the day before. */
const nextMorning = (of: 'day' | 'week' | 'month') =>
  `SELECT (date_trunc('${of}', $1::timestamptz AT TIME ZONE $2 - interval '7 hours' + interval '1 ${of}')
     + interval '7 hours') AT TIME ZONE $2 AS morning`;
const NEXT_MORNING = { day: nextMorning('day'), week: nextMorning('week'), month: nextMorning('month') };

export function noticeStore(session: Session): NoticeStore {
  return { ...commentTables(session), ...noticeTables(session), ...mailTables(session) };
}

function commentTables({ tenant, query }: Session): Pick<NoticeStore, 'addComment' | 'comment' | 'comments'> {
  return {
    addComment: async ({ id, place, author, said, at, mentions }) => {
      await query(
        `INSERT INTO place_comment (tenant_id, id, place_kind, place, author, said, written_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [tenant, id, place.kind, place.id, author, said, at],
      );
      await query(
        `INSERT INTO place_mention (tenant_id, comment_id, person_id)
         SELECT $1, $2, person FROM unnest($3::uuid[]) AS person`,
        [tenant, id, mentions],
      );
    },
    comment: async (id) => {
      const [row] = await query<CommentRow>(
        `${COMMENT} WHERE c.tenant_id = $1 AND c.id = $2 GROUP BY c.tenant_id, c.id`,
        [tenant, id],
      );
      return row && toComment(row);
    },
    comments: async ({ kind, id }, { after, limit }) => {
      const rows = await query<CommentRow>(
        `${COMMENT} WHERE c.tenant_id = $1 AND c.place_kind = $2 AND c.place = $3 
           AND ($4::uuid IS NULL OR (c.written_at, c.id) < (SELECT written_at, id FROM place_comment WHERE tenant_id = $1 AND id = $4))
         GROUP BY c.tenant_id, c.id ORDER BY c.written_at DESC, c.id DESC LIMIT $5`,
        [tenant, kind, id, after ?? null, limit],
      );
      return rows.map(toComment);
    },
  };
}

type OfNotices =
  | 'nextMorning'
  | 'lockPlace'
  | 'movePlace'
  | 'add'
  | 'list'
  | 'unread'
  | 'mark'
  | 'choice'
  | 'setChoice';

function noticeTables({ tenant, query, write }: Session): Pick<NoticeStore, OfNotices> {
  return {
    lockPlace: async (now) => {
      await query('INSERT INTO notice_place (tenant_id, position) VALUES ($1, 0) ON CONFLICT DO NOTHING', [
        tenant,
      ]);
      const [row] = await query<{ position: bigint; since: string }>(
        `SELECT position, to_char($2::timestamptz - interval '3 days', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS since
         FROM notice_place WHERE tenant_id = $1 FOR UPDATE`,
        [tenant, now],
      );
      return { position: Number(row?.position ?? 0), newsSince: row?.since ?? '' };
    },
    movePlace: async (position) => {
      await query('UPDATE notice_place SET position = $2 WHERE tenant_id = $1', [tenant, position]);
    },
    add: async ({ id, person, kind, place, about, partner, by, deed, at, mailAt }) =>
      (await write(
        `INSERT INTO notice (tenant_id, id, person_id, kind, place_kind, place, about, partner_id, by_person, deed_id, told_at, mail_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
        [
          ...[tenant, id, person, kind, place.kind, place.id, about, partner ?? null, by ?? null],
          ...[deed, at, mailAt ?? null],
        ],
      )) > 0,
    list: async ({ person, places, partners, after, limit }) => {
      const rows = await query<NoticeRow>(
        `${NOTICE} WHERE ${SEEN} 
           AND ($5::uuid IS NULL OR (n.told_at, n.id) < (SELECT told_at, id FROM notice WHERE tenant_id = $1 AND id = $5))
         ORDER BY n.told_at DESC, n.id DESC LIMIT $6`,
        [tenant, person, places, partners ?? null, after ?? null, limit],
      );
      return rows.map(toNotice);
    },
    unread: async ({ person, places, partners }) => {
      const [row] = await query<{ count: number }>(
        `SELECT count(*)::int AS count FROM notice n WHERE ${SEEN} AND n.read_at IS NULL`,
        [tenant, person, places, partners ?? null],
      );
      return row?.count ?? 0;
    },
    mark: ({ person, id }, readAt) =>
      write(
        `UPDATE notice SET read_at = $4::timestamptz WHERE tenant_id = $1 AND person_id = $2 AND ($3::uuid IS NULL OR id = $3)
           AND ($3::uuid IS NOT NULL OR read_at IS NULL)`,
        [tenant, person, id ?? null, readAt ?? null],
      ),
    nextMorning: async (now, timeZone, of) => {
      const [row] = await query<{ morning: Date }>(NEXT_MORNING[of], [now, timeZone]);
      if (row === undefined) throw new Error('Fault: no next morning');
      return row.morning;
    },
    choice: async (person) => {
      const [row] = await query<ChoiceRow>(
        'SELECT language, mail FROM notice_choice WHERE tenant_id = $1 AND person_id = $2',
        [tenant, person],
      );
      return row;
    },
    setChoice: async (person, { language, mail }, at) => {
      await query(
        `INSERT INTO notice_choice (tenant_id, person_id, language, mail, changed_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (tenant_id, person_id) DO UPDATE
         SET language = excluded.language, mail = excluded.mail, changed_at = excluded.changed_at`,
        [tenant, person, language, JSON.stringify(mail), at],
      );
    },
  };
}

type OfMails =
  | 'isMailDue'
  | 'makeMails'
  | 'unsentMails'
  | 'noticesOf'
  | 'lockMail'
  | 'sentMail'
  | 'addLink'
  | 'personOfLink';

function mailTables({ tenant, query }: Session): Pick<NoticeStore, OfMails> {
  return {
    isMailDue: async (now) => {
      const [row] = await query<{ due: boolean }>(
        `SELECT EXISTS (SELECT FROM notice WHERE tenant_id = $1 AND mail_at <= $2 AND mail_id IS NULL)
           OR EXISTS (SELECT FROM notice_mail WHERE tenant_id = $1 AND sent_at IS NULL AND made_at > $2::timestamptz - interval '2 days') AS due`,
        [tenant, now],
      );
      return row?.due ?? false;
    },
    makeMails: async (now, next) => {
      const due = await query<{ id: string; person_id: string }>(
        `SELECT id, person_id FROM notice WHERE tenant_id = $1 AND mail_at <= $2 AND mail_id IS NULL
         ORDER BY id FOR UPDATE SKIP LOCKED`,
        [tenant, now],
      );
      for (const [person, notices] of Map.groupBy(due, ({ person_id }) => person_id)) {
        const mail = next();
        await query('INSERT INTO notice_mail (tenant_id, id, person_id, made_at) VALUES ($1, $2, $3, $4)', [
          tenant,
          mail,
          person,
          now,
        ]);
        await query('UPDATE notice SET mail_id = $2 WHERE tenant_id = $1 AND id = ANY ($3::uuid[])', [
          tenant,
          mail,
          notices.map(({ id }) => id),
        ]);
      }
    },
    unsentMails: async (now) => {
      const rows = await query<{ id: string; person_id: string }>(
        `SELECT id, person_id FROM notice_mail
         WHERE tenant_id = $1 AND sent_at IS NULL AND made_at > $2::timestamptz - interval '2 days' ORDER BY made_at, id`,
        [tenant, now],
      );
      return rows.map(({ id, person_id: person }) => ({ id, person }));
    },
    noticesOf: async (mail) => {
      const rows = await query<NoticeRow>(
        `${NOTICE} WHERE n.tenant_id = $1 AND n.mail_id = $2 ORDER BY n.told_at, n.id`,
        [tenant, mail],
      );
      return rows.map(toNotice);
    },
    lockMail: async (mail) => {
      const rows = await query(
        'SELECT FROM notice_mail WHERE tenant_id = $1 AND id = $2 AND sent_at IS NULL FOR UPDATE SKIP LOCKED',
        [tenant, mail],
      );
      return rows.length > 0;
    },
    sentMail: async (mail, at) => {
      await query('UPDATE notice_mail SET sent_at = $3 WHERE tenant_id = $1 AND id = $2', [tenant, mail, at]);
    },
    addLink: async (secretSha256, person, at) => {
      await query(
        'INSERT INTO notice_link (tenant_id, secret_sha256, person_id, made_at) VALUES ($1, $2, $3, $4)',
        [tenant, secretSha256, person, at],
      );
    },
    personOfLink: async (secretSha256) => {
      const [row] = await query<{ person_id: string }>(
        'SELECT person_id FROM notice_link WHERE tenant_id = $1 AND secret_sha256 = $2',
        [tenant, secretSha256],
      );
      return row?.person_id;
    },
  };
}

type CommentRow = {
  readonly id: string;
  readonly place_kind: PlaceKind;
  readonly place: string;
  readonly author: string;
  readonly said: string;
  readonly written_at: Date;
  readonly mentions: Comment['mentions'];
};

type NoticeRow = {
  readonly id: string;
  readonly person_id: string;
  readonly kind: NoticeKind;
  readonly place_kind: PlaceKind;
  readonly place: string;
  readonly about: string;
  readonly partner_id: string | null;
  readonly by_person: string | null;
  readonly by_name: string | null;
  readonly told_at: Date;
  readonly read_at: Date | null;
};

type ChoiceRow = {
  readonly language: Language;
  readonly mail: Readonly<Partial<Record<NoticeKind, MailChoice>>>;
};

function toComment({ id, place_kind, place, author, said, written_at, mentions }: CommentRow): Comment {
  return { id, place: { kind: place_kind, id: place }, author, said, at: written_at, mentions };
}

function toNotice(row: NoticeRow): ShownNotice {
  const { id, person_id: person, kind, place_kind, place, about, told_at: at } = row;
  return {
    ...{ id, person, kind, place: { kind: place_kind, id: place }, about, at },
    ...(row.partner_id !== null && { partner: row.partner_id }),
    ...(row.by_person !== null && { by: row.by_person }),
    ...(row.by_name !== null && { byName: row.by_name }),
    ...(row.read_at !== null && { readAt: row.read_at }),
  };
}
