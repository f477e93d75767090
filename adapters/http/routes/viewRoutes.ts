import { z } from 'zod';
import { type SavedView, VIEW_LISTS, type ViewList } from '../../../app/ports/viewStore.ts';
import type { NewView } from '../../../app/views/savedViews.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { plainText } from '../jsonBody.ts';
import { idPart } from '../parts.ts';
import { answer, route } from '../route.ts';

export type ViewUseCases = {
  readonly listViews: (list: ViewList) => Promise<readonly SavedView[]>;
  /** Refuses: person-needed, view-too-many. */
  readonly saveView: (view: NewView) => Promise<Result<SavedView>>;
  /** Refuses: person-needed, view-not-found, view-name-taken. */
  readonly changeView: (change: {
    readonly id: string;
    readonly name: string;
    readonly isDefault: boolean;
  }) => Promise<Result<SavedView>>;
  /** Refuses: person-needed, view-not-found. */
  readonly forgetView: (id: string) => Promise<Result<undefined>>;
};

const define = route<ViewUseCases>();

const ID = '0199b5a0-7c00-7000-8000-000000000031';
const VIEW = { list: 'claims', name: 'Open in the north', filter: { partner: 'P1' }, isDefault: false };
const PART = { id: idPart('view', 'view-not-found', 'the id of a view') };
const list = z.enum(VIEW_LISTS);
const name = plainText(100);
/** By the names of an address; whoever opens the list reads no more of it than it knows. */
const filter = z
  .record(z.string().regex(/^[a-zA-Z]{1,40}$/), plainText(200))
  .refine((texts) => Object.keys(texts).length <= 20, '≤ 20');
const viewSchema = z.strictObject({
  id: z.uuid(),
  list,
  name: z.string(),
  filter: z.record(z.string(), z.string()).describe('what the address of the list says, by name'),
  isDefault: z.boolean().describe('the list opens with it'),
});

export const viewRoutes = [
  define({
    id: 'listViews',
    method: 'GET',
    path: '/api/v1/views',
    summary: 'The views of a list that whoever asks has kept, by name',
    scope: 'any',
    query: {
      list: { schema: list, expected: VIEW_LISTS.join(', '), meaning: 'of which list', isRequired: true },
    },
    answer: z.strictObject({ rows: z.array(viewSchema) }),
    example: { query: { list: 'claims' }, answer: { rows: [] } },
    respond: async ({ query }, { listViews }) =>
      answer({ rows: (await listViews(query.list as ViewList)).map(viewJson) }),
  }),
  define({
    id: 'saveView',
    method: 'POST',
    path: '/api/v1/views',
    summary: 'Keep what a list is narrowed by under a name; one with the same name is this one from now on',
    scope: 'any',
    status: 201,
    body: z.strictObject({ list, name, filter, isDefault: z.boolean() }),
    answer: viewSchema,
    example: { body: VIEW, answer: { id: ID, ...VIEW } },
    respond: async ({ body }, { saveView }) => {
      const saved = await saveView(body);
      return saved.ok ? answer(viewJson(saved.value)) : saved;
    },
  }),
  define({
    id: 'changeView',
    method: 'PUT',
    path: '/api/v1/views/{id}',
    summary: 'Give a view of one’s own another name, or let it open its list',
    scope: 'any',
    parts: PART,
    body: z.strictObject({ name, isDefault: z.boolean() }),
    answer: viewSchema,
    example: { path: { id: ID }, body: { name: 'North', isDefault: true }, answer: { id: ID, ...VIEW } },
    respond: async ({ path, body }, { changeView }) => {
      const changed = await changeView({ id: path.id as string, ...body });
      return changed.ok ? answer(viewJson(changed.value)) : changed;
    },
  }),
  define({
    id: 'forgetView',
    method: 'DELETE',
    path: '/api/v1/views/{id}',
    summary: 'Delete a view of one’s own',
    scope: 'any',
    parts: PART,
    status: 204,
    example: { path: { id: ID } },
    respond: async ({ path }, { forgetView }) => {
      const forgotten = await forgetView(path.id as string);
      return forgotten.ok ? accept({}) : forgotten;
    },
  }),
];

function viewJson({ id, list: of, name: called, filter: said, isDefault }: SavedView) {
  return { id, list: of, name: called, filter: said, isDefault };
}
