import { z } from 'zod';
import { COMMENT_PLACES, type CommentPlace } from '../../../app/notices/place.ts';
import {
  COMMENT_MAX,
  type CommentAt,
  type CommentPage,
  MENTIONS_MAX,
} from '../../../app/notices/writeComment.ts';
import type { Person } from '../../../app/ports/accessStore.ts';
import type { Comment } from '../../../app/ports/noticeStore.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { cursorParameter, pageOf, readCursor, writeCursor } from '../cursor.ts';
import { idField } from '../jsonBody.ts';
import { limitParameter } from '../parameters.ts';
import { anyPart, codePart } from '../parts.ts';
import { answer, route } from '../route.ts';

export type CommentUseCases = {
  /** Refuses: scope-missing, comment-place-not-found. */
  readonly listComments: (
    asked: CommentAt & { readonly after?: string; readonly limit: number },
  ) => Promise<Result<CommentPage>>;
  /** Refuses: scope-missing, comment-place-not-found. */
  readonly listMentionable: (at: CommentAt) => Promise<Result<readonly Person[]>>;
  /** Refuses: reason-missing, scope-missing, comment-place-not-found, person-not-found. */
  readonly writeComment: (
    comment: CommentAt & { readonly said: string; readonly mentions: readonly string[] },
  ) => Promise<Result<Comment>>;
};

const define = route<CommentUseCases>();

const PLACE = {
  kind: anyPart('commentKind', `what is commented: ${COMMENT_PLACES.join(', ')}`),
  place: codePart('commentPlace', 'comment-place-not-found', 'its id, or the code of an agreement', 'id'),
};
const ID = '0199b5a0-7c00-7000-8000-000000000021';
const ANN = { id: '0199b5a0-7c00-7000-8000-000000000001', name: 'Ann Lee' };
const AT = { kind: 'agreement', place: 'NORTH-2026' };
const COMMENT = {
  ...{
    id: ID,
    author: 'person:0199b5a0-7c00-7000-8000-000000000002',
    text: '@Ann Lee please look at tier 2.',
  },
  ...{ at: '2026-11-30T08:00:00.000Z', mentions: [ANN] },
};

const named = z.strictObject({ id: z.uuid(), name: z.string() });
const commentSchema = z.strictObject({
  id: z.uuid(),
  author: z.string().describe('whose it is, as "person:…" or "service:…"'),
  text: z.string(),
  at: z.iso.datetime(),
  mentions: z.array(named).describe('colleagues who are named in it and were told'),
});
const place = z.tuple([z.string().max(100)]);

function placeOf({ kind = '', place: id = '' }: Readonly<Record<string, string>>): CommentAt {
  // What is no kind of place is a place that is not there.
  return { kind: kind as CommentPlace, id };
}

export const commentRoutes = [
  define({
    id: 'listComments',
    method: 'GET',
    path: '/api/v1/comments/{kind}/{place}',
    summary:
      'What colleagues have said of an agreement, claim, settlement or import, the latest first; never seen by partners',
    scope: 'any',
    parts: PLACE,
    query: { limit: limitParameter, cursor: cursorParameter },
    answer: pageOf(commentSchema),
    example: { path: AT, answer: { rows: [COMMENT], next: null } },
    respond: async ({ path, query }, { listComments }) => {
      const at = placeOf(path);
      const selection = `comments ${at.kind} ${at.id}`;
      const after = readCursor(query.cursor, selection, place);
      if (!after.ok) return after;
      const page = { limit: query.limit, ...(after.value && { after: after.value[0] }) };
      const found = await listComments({ ...at, ...page });
      if (!found.ok) return found;
      const { rows, hasMore } = found.value;
      const last = rows.at(-1);
      const next = hasMore && last !== undefined ? writeCursor(selection, [last.id]) : null;
      return answer({ rows: rows.map(commentJson), next });
    },
  }),
  define({
    id: 'writeComment',
    method: 'POST',
    path: '/api/v1/comments/{kind}/{place}',
    summary: 'Say something there to colleagues alone; whoever is named in it is told. It is never changed',
    scope: 'any',
    parts: PLACE,
    status: 201,
    body: z.strictObject({
      text: z
        .string()
        .min(1)
        .max(COMMENT_MAX)
        .regex(/^[\P{Cc}\n]+$/u)
        .normalize('NFC'),
      mentions: z.array(idField('person')).max(MENTIONS_MAX),
    }),
    answer: commentSchema,
    example: {
      path: AT,
      body: { text: COMMENT.text, mentions: [ANN.id] },
      answer: COMMENT,
    },
    respond: async ({ path, body: { text: said, mentions } }, { writeComment }) => {
      const written = await writeComment({ ...placeOf(path), said, mentions });
      return written.ok ? answer(commentJson(written.value)) : written;
    },
  }),
  define({
    id: 'listMentionable',
    method: 'GET',
    path: '/api/v1/comments/{kind}/{place}/colleagues',
    summary: 'Whom a comment there may name: colleagues who may see the place',
    scope: 'any',
    parts: PLACE,
    answer: z.strictObject({ rows: z.array(named) }),
    example: { path: AT, answer: { rows: [ANN] } },
    respond: async ({ path }, { listMentionable }) => {
      const found = await listMentionable(placeOf(path));
      return found.ok ? answer({ rows: found.value.map(({ id, name }) => ({ id, name })) }) : found;
    },
  }),
];

function commentJson({ id, author, said: text, at, mentions }: Comment) {
  return {
    ...{ id, author, text, at: at.toISOString() },
    mentions: mentions.map(({ person, name }) => ({ id: person, name })),
  };
}
