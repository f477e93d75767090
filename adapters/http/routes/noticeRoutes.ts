import { z } from 'zod';
import { MAIL_CHOICES, NOTICE_KINDS } from '../../../app/notices/noticeKind.ts';
import { noticeText, placeAddress } from '../../../app/notices/noticeText.ts';
import type { NoticeChoices, NoticePage } from '../../../app/notices/showNotices.ts';
import type { ShownNotice } from '../../../app/ports/noticeStore.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { LANGUAGES, type Language } from '../../../core/wording/language.ts';
import { cursorParameter, readCursor, writeCursor } from '../cursor.ts';
import { limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { answer, route } from '../route.ts';

export type NoticeUseCases = {
  readonly listNotices: (page: { readonly after?: string; readonly limit: number }) => Promise<NoticePage>;
  /** Refuses: person-needed, notice-not-found. */
  readonly markNotice: (asked: {
    readonly id: string;
    readonly isRead: boolean;
  }) => Promise<Result<undefined>>;
  /** Refuses: person-needed. */
  readonly markAllNotices: () => Promise<Result<number>>;
  /** Refuses: person-needed. */
  readonly showNoticeChoices: () => Promise<Result<NoticeChoices>>;
  /** Refuses: person-needed. */
  readonly setNoticeChoices: (
    choices: NoticeChoices & { readonly language: Language },
  ) => Promise<Result<NoticeChoices>>;
  /** Refuses: mail-link-invalid. */
  readonly stopMails: (asked: {
    readonly text: string;
    readonly language: Language;
  }) => Promise<Result<undefined>>;
};

const define = route<NoticeUseCases>();
/** Everybody has notices of their own, and sees no others. */
const OWN = { scope: 'any', isPortal: true, isServedByUs: true } as const;

const ID = '0199b5a0-7c00-7000-8000-000000000022';
const NOTICE = {
  ...{ id: ID, kind: 'mentioned', text: 'Ben Ito mentions you: agreement NORTH-2026' },
  ...{ address: '/agreements/NORTH-2026', at: '2026-11-30T08:00:00.000Z', isRead: false },
};
const noticeSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  text: z.string().describe('in the language of the reader'),
  address: z.string().describe('where it is: a page of the office or the portal'),
  at: z.iso.datetime(),
  isRead: z.boolean(),
});
const choices = z
  .array(z.strictObject({ kind: z.enum(NOTICE_KINDS), when: z.enum(MAIL_CHOICES) }))
  .max(NOTICE_KINDS.length);
const choicesSchema = z.strictObject({
  language: z.enum(LANGUAGES).nullable().describe('null: nothing was chosen yet, and mails are in English'),
  mail: choices.describe('of each kind, whether it comes by mail at once, daily or not'),
});
const MAIL = [{ kind: 'mentioned', when: 'now' }];
const place = z.tuple([z.string().max(100)]);
const SELECTION = 'notices';

export const noticeRoutes = [
  define({
    ...OWN,
    id: 'listNotices',
    method: 'GET',
    path: '/api/v1/notices',
    summary: 'What concerns whoever asks, the latest first, as far as they may see it now',
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: z.strictObject({
      rows: z.array(noticeSchema),
      unread: z.int(),
      next: z.string().nullable().describe('the cursor of the next page; null at the end'),
    }),
    example: { answer: { rows: [NOTICE], unread: 1, next: null } },
    respond: async ({ query, caller, language }, { listNotices }) => {
      const after = readCursor(query.cursor, SELECTION, place);
      if (!after.ok) return after;
      const { rows, hasMore, unread } = await listNotices({
        limit: query.limit,
        ...(after.value && { after: after.value[0] }),
      });
      const last = rows.at(-1);
      const next = hasMore && last !== undefined ? writeCursor(SELECTION, [last.id]) : null;
      const isOfPartner = caller.partners !== undefined;
      return answer({ rows: rows.map((row) => noticeJson(row, language, isOfPartner)), unread, next });
    },
  }),
  define({
    ...OWN,
    id: 'markNotice',
    method: 'PUT',
    path: '/api/v1/notices/{id}/read',
    summary: 'Mark a notice of one’s own as read, or as unread again',
    parts: { id: idPart('notice', 'notice-not-found', 'the id of a notice') },
    status: 204,
    body: z.strictObject({ isRead: z.boolean() }),
    example: { path: { id: ID }, body: { isRead: true } },
    respond: async ({ path, body: { isRead } }, { markNotice }) => {
      const marked = await markNotice({ id: path.id as string, isRead });
      return marked.ok ? accept({}) : marked;
    },
  }),
  define({
    ...OWN,
    id: 'markAllNotices',
    method: 'POST',
    path: '/api/v1/notices/read',
    summary: 'Mark all of one’s own as read',
    answer: z.strictObject({ marked: z.int() }),
    example: { answer: { marked: 0 } },
    respond: async (_asked, { markAllNotices }) => {
      const marked = await markAllNotices();
      return marked.ok ? answer({ marked: marked.value }) : marked;
    },
  }),
  define({
    ...OWN,
    id: 'showNoticeChoices',
    method: 'GET',
    path: '/api/v1/notices/choices',
    summary: 'What whoever asks gets by mail, and in which language',
    answer: choicesSchema,
    example: { answer: { language: null, mail: MAIL } },
    respond: async (_asked, { showNoticeChoices }) => {
      const shown = await showNoticeChoices();
      return shown.ok ? answer(choicesJson(shown.value)) : shown;
    },
  }),
  define({
    ...OWN,
    id: 'setNoticeChoices',
    method: 'PUT',
    path: '/api/v1/notices/choices',
    summary: 'Choose what comes by mail, and in which language; what is not named stays',
    body: z.strictObject({ language: z.enum(LANGUAGES), mail: choices }),
    answer: choicesSchema,
    example: { body: { language: 'en', mail: MAIL }, answer: { language: 'en', mail: MAIL } },
    respond: async ({ body }, { setNoticeChoices }) => {
      const set = await setNoticeChoices(body);
      return set.ok ? answer(choicesJson(set.value)) : set;
    },
  }),
  define({
    id: 'stopMails',
    method: 'POST',
    path: '/api/v1/notices/stop',
    summary: 'End all mails about what concerns somebody, by the link at the end of one of them',
    scope: 'none',
    isPortal: true,
    isOfAccount: true,
    isTry: true,
    status: 204,
    body: z.strictObject({ text: z.string().max(200).describe('what the link carries behind #') }),
    example: { body: { text: `oru_acme_${'5e'.repeat(32)}` }, refused: 'mail-link-invalid' },
    respond: async ({ body: { text }, language }, { stopMails }) => {
      const stopped = await stopMails({ text, language });
      return stopped.ok ? accept({}) : stopped;
    },
  }),
];

function noticeJson(notice: ShownNotice, language: Language, isOfPartner: boolean) {
  const { id, kind, at, readAt } = notice;
  return {
    ...{ id, kind, text: noticeText(notice, language), address: placeAddress(notice, isOfPartner) },
    ...{ at: at.toISOString(), isRead: readAt !== undefined },
  };
}

function choicesJson({ language, mail }: NoticeChoices) {
  return { language: language ?? null, mail };
}
