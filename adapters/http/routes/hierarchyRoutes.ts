import { z } from 'zod';
import type { AttributeToSay } from '../../../app/facts/sayAttribute.ts';
import type {
  CaughtByNode,
  HierarchyAnswer,
  HierarchyQuestion,
  NodeQuestion,
} from '../../../app/facts/showHierarchy.ts';
import { HIERARCHIES, NODE_KINDS } from '../../../app/ports/hierarchyStore.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { dayField } from '../dayField.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { code, dayParameter, limitParameter, textParameter } from '../parameters.ts';
import { bothLanguages, dayText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';
import { saidText } from '../saidText.ts';

export type HierarchyUseCases = {
  readonly listHierarchy: (question: HierarchyQuestion) => Promise<HierarchyAnswer>;
  /** Refuses: master-not-found. */
  readonly showHierarchyNode: (question: NodeQuestion) => Promise<Result<CaughtByNode>>;
  /** Refuses: master-not-found, attribute-days-reversed, master-invalid, known-day-backwards. */
  readonly sayAttribute: (
    said: Omit<AttributeToSay, 'actor'>,
  ) => Promise<Result<{ readonly versions: number }>>;
};

const define = route<HierarchyUseCases>();

const AS_OF = {
  tree: {
    schema: z.enum(HIERARCHIES),
    expected: HIERARCHIES.join(', '),
    meaning: 'partners below their groups, or products below their categories',
    isRequired: true,
  },
  effective: dayParameter('in force on this day; without it the business day'),
  known: dayParameter('as it was known at the end of this day; without it now'),
};

const nodeSchema = z.strictObject({
  kind: z.enum(NODE_KINDS),
  code: z.string(),
  name: z.string(),
  above: z.string().nullable().describe('the code of the one above it'),
  isKnown: z.boolean().describe('false: others name it as the one above, and there is no record of it'),
  below: z.int().min(0).describe('how many stand right below it'),
  members: z.int().min(0).describe('how many partners or products stand at it or anywhere below'),
  lines: z.int().min(0).describe('how many lines name one of them'),
});

const place = z.tuple([z.int(), z.int().min(0), z.enum(NODE_KINDS), saidText(200)]);

export const hierarchyRoutes = [
  define({
    id: 'listHierarchy',
    method: 'GET',
    path: '/api/v1/hierarchies',
    summary: 'Groups of partners or categories of products on a day: those below one of them, or called so',
    scope: 'facts:read',
    query: {
      ...AS_OF,
      below: code('only those right below this one; without it those with nobody above', 'partner'),
      text: textParameter('those that have this in their code or name, wherever they stand'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(nodeSchema),
    example: {
      query: { tree: 'partners' },
      answer: {
        rows: [
          {
            ...{ kind: 'partner' as const, code: 'P1', name: 'Nordwind', above: null, isKnown: true },
            ...{ below: 0, members: 1, lines: 1 },
          },
        ],
        next: null,
      },
    },
    respond: async ({ query }, { listHierarchy }) => {
      const { tree, effective, known, below, text, limit, cursor } = query;
      const selection = JSON.stringify(
        ['hierarchy', tree, effective, known, below, text].map((one) => one ?? null),
      );
      const after = readCursor(cursor, selection, place);
      if (!after.ok) return after;
      const [day, batch, kind = '', last = ''] = after.value ?? [];
      const found = await listHierarchy({
        ...{ tree, limit: limit + 1 },
        ...(effective !== undefined && { effective }),
        ...(known !== undefined && { known }),
        ...(below !== undefined && { below }),
        ...(text !== undefined && { text }),
        // All pages show the state of the first one.
        ...(day !== undefined &&
          batch !== undefined && { effective: day, batch, after: { kind, code: last } }),
      });
      const { rows, next } = cutPage(found.rows, limit, selection, (row) => [
        ...[found.effective, found.batch, row.kind, row.code],
      ]);
      return answer({ rows: rows.map(({ above = null, ...row }) => ({ ...row, above })), next });
    },
  }),
  define({
    id: 'showHierarchyNode',
    method: 'GET',
    path: '/api/v1/hierarchies/node',
    summary:
      'Those above a partner, a category or a product, and the agreements that name it or one below it',
    scope: 'facts:read',
    query: {
      ...AS_OF,
      kind: {
        schema: z.enum(NODE_KINDS),
        expected: NODE_KINDS.join(', '),
        meaning: 'what it is',
        isRequired: true,
      },
      code: { ...code('its code', 'partner'), isRequired: true },
    },
    answer: z.strictObject({
      day: dayText,
      path: z
        .array(z.strictObject({ code: z.string(), name: z.string() }))
        .describe('those above it, the uppermost first'),
      members: z.int().min(0),
      agreements: z.array(z.strictObject({ code: z.string(), name: bothLanguages })),
    }),
    example: {
      query: { tree: 'partners', kind: 'partner', code: 'P1' },
      answer: { day: '2026-08-31', path: [], members: 1, agreements: [] },
    },
    respond: async ({ query }, { showHierarchyNode }) => {
      const { tree, kind, code: asked = '', effective, known } = query;
      const shown = await showHierarchyNode({
        ...{ tree, kind, code: asked },
        ...(effective !== undefined && { effective }),
        ...(known !== undefined && { known }),
      });
      if (!shown.ok) return shown;
      const { effective: day, path, members, agreements } = shown.value;
      return answer({
        ...{ day: formatDate(day), path: [...path], members },
        agreements: agreements.map(({ code: of, agreement }) => ({ code: of, name: agreement.name })),
      });
    },
  }),
  define({
    id: 'sayAttribute',
    method: 'POST',
    path: '/api/v1/hierarchies/attributes',
    summary:
      'Say one attribute of a partner, product or category from a day on and, if so, up to another: its group, or a unit',
    scope: 'facts:write',
    body: z.strictObject({
      kind: z.enum(NODE_KINDS),
      code: codeField('partner'),
      attribute: plainText(200).describe('parent, category, unit.CS or any other'),
      value: saidText(2000).describe('empty for nothing'),
      from: z.exactOptional(dayField).describe('without it since ever'),
      until: z.exactOptional(dayField).describe('the last day; without it until it is said anew'),
    }),
    answer: z.strictObject({ versions: z.int().min(0).describe('how many were written') }),
    example: {
      body: { kind: 'partner', code: 'P1', attribute: 'parent', value: 'GROUP-1', from: '2026-01-01' },
      answer: { versions: 1 },
    },
    respond: async ({ body }, { sayAttribute }) => {
      const said = await sayAttribute(body);
      return said.ok ? answer(said.value) : said;
    },
  }),
];
