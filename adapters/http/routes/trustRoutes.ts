import { z } from 'zod';
import type { CaseFilter } from '../../../app/ports/trustStore.ts';
import { CASE_ORDERS } from '../../../app/ports/trustStore.ts';
import type { CaseComment } from '../../../app/trust/commentCase.ts';
import type { CaseVerdict } from '../../../app/trust/decideCase.ts';
import type { CaseList, ListedCase, ShownCase, TrustOverview } from '../../../app/trust/showCases.ts';
import { caseJson, overviewJson, shownCaseJson } from '../../../app/trust/trustJson.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { CASE_STATES } from '../../../core/trust/caseState.ts';
import type { FoundObject } from '../../../core/trust/finding.ts';
import { FOUND_OBJECTS } from '../../../core/trust/finding.ts';
import { cursorParameter, pageOf, readCursor, writeCursor } from '../cursor.ts';
import { idField } from '../jsonBody.ts';
import { code, limitParameter, oneOfParameter, textParameter, wholeNumber } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { type Answer, answer, route } from '../route.ts';
import {
  caseSchema,
  commentBody,
  decisionBody,
  overviewSchema,
  reasonBody,
  shownCaseSchema,
} from '../trustSchemas.ts';
import { TRUST_EXAMPLES } from './trustExamples.ts';

type WithReason = { readonly id: string; readonly reason: string };

/** Each refuses what the use case of its name does. */
export type TrustUseCases = {
  readonly showTrust: () => Promise<TrustOverview>;
  readonly listTrustCases: (filter: CaseFilter) => Promise<CaseList>;
  readonly trustCasesAbout: (asked: {
    readonly object: FoundObject;
    readonly id: string;
  }) => Promise<CaseList>;
  readonly getTrustCase: (id: string) => Promise<Result<ShownCase>>;
  readonly listCaseWorkers: () => Promise<readonly { readonly id: string; readonly name: string }[]>;
  readonly assignTrustCase: (asked: {
    readonly id: string;
    readonly assignee: string;
  }) => Promise<Result<ListedCase>>;
  readonly commentTrustCase: (comment: Omit<CaseComment, 'actor'>) => Promise<Result<ListedCase>>;
  readonly holdTrustCase: (entry: WithReason) => Promise<Result<ListedCase>>;
  readonly decideTrustCase: (verdict: Omit<CaseVerdict, 'actor'>) => Promise<Result<ListedCase>>;
  readonly releaseTrustCase: (entry: WithReason) => Promise<Result<ListedCase>>;
};

const define = route<TrustUseCases>();

const CASE = { id: idPart('trustCase', 'trust-case-not-found', 'the id of a case') };
const anybody = idField('person');
const assigneeBody = z.strictObject({
  assignee: anybody.describe('one of our people who may work at cases'),
});

function shown(done: Result<ListedCase>): Result<Answer> {
  return done.ok ? answer(caseJson(done.value)) : done;
}

const OFFSET_MAX = 1_000_000;
const place = z.tuple([z.int().min(0).max(OFFSET_MAX)]);

const looking = [
  define({
    id: 'getTrust',
    method: 'GET',
    path: '/api/v1/trust',
    summary: 'How cases stand, what they come to, the policy in force, and the last scans',
    scope: 'trust:read',
    answer: overviewSchema,
    example: TRUST_EXAMPLES.overview,
    respond: async (_asked, { showTrust }) => answer(overviewJson(await showTrust())),
  }),
  define({
    id: 'listTrustCases',
    method: 'GET',
    path: '/api/v1/trust/cases',
    summary: 'Cases, by risk, amount or age',
    scope: 'trust:read',
    query: {
      state: oneOfParameter(
        [...CASE_STATES, 'undecided'],
        'only cases in this state; undecided: open or under way',
      ),
      held: oneOfParameter(['yes', 'no'], 'only those that hold something, or hold nothing'),
      object: oneOfParameter(FOUND_OBJECTS, 'only cases about this kind of thing'),
      partner: code('only cases about this partner', 'partner'),
      assignee: textParameter('only those of this person, by id; nobody: of nobody'),
      leastScore: wholeNumber({ min: 0, max: 1000, default: 0 }, 'only those with so much risk'),
      order: oneOfParameter(
        CASE_ORDERS,
        'what comes first: most risk (without it), most money, or the oldest',
      ),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(caseSchema),
    example: TRUST_EXAMPLES.list,
    respond: async ({ query }, { listTrustCases }) => {
      const { state, held, object, partner, assignee, leastScore, order = 'score', limit, cursor } = query;
      const filter = {
        ...(state && { state }),
        ...(held && { isHeld: held === 'yes' }),
        ...(object && { object }),
        ...(partner && { partner }),
        ...(assignee && { assignee }),
        ...{ leastScore, order },
      };
      const selection = JSON.stringify(['trustCases', filter]);
      const after = readCursor(cursor, selection, place);
      if (!after.ok) return after;
      const offset = after.value?.[0] ?? 0;
      const { rows, hasMore } = await listTrustCases({ ...filter, limit, offset });
      const next = hasMore ? writeCursor(selection, [offset + rows.length]) : null;
      return answer({ rows: rows.map(caseJson), next });
    },
  }),
  define({
    id: 'listTrustCasesAbout',
    method: 'GET',
    path: '/api/v1/trust/about',
    summary:
      'The last case about a claim, a settlement, a payment or anything else, and what holds what its partner gets',
    scope: 'trust:read',
    query: {
      object: { ...oneOfParameter(FOUND_OBJECTS, 'the kind of thing'), isRequired: true },
      id: { ...textParameter('its id, or its code'), isRequired: true },
    },
    answer: z.strictObject({ rows: z.array(caseSchema) }),
    example: TRUST_EXAMPLES.about,
    respond: async ({ query: { object, id } }, { trustCasesAbout }) => {
      if (object === undefined || id === undefined) return answer({ rows: [] });
      const { rows } = await trustCasesAbout({ object, id });
      return answer({ rows: rows.map(caseJson) });
    },
  }),
  define({
    id: 'getTrustCase',
    method: 'GET',
    path: '/api/v1/trust/cases/{id}',
    summary: 'A case with what was found, and everything that happened to it',
    scope: 'trust:read',
    parts: CASE,
    answer: shownCaseSchema,
    example: TRUST_EXAMPLES.get,
    respond: async ({ path, language }, { getTrustCase }) => {
      const found = await getTrustCase(path.id as string);
      return found.ok ? answer(shownCaseJson(found.value, language)) : found;
    },
  }),
  define({
    id: 'listCaseWorkers',
    method: 'GET',
    path: '/api/v1/trust/workers',
    summary: 'Our people who can be given a case',
    scope: 'trust:write',
    answer: z.strictObject({ rows: z.array(z.strictObject({ id: z.uuid(), name: z.string() })) }),
    example: TRUST_EXAMPLES.workers,
    respond: async (_asked, { listCaseWorkers }) => answer({ rows: await listCaseWorkers() }),
  }),
];

const working = [
  define({
    id: 'assignTrustCase',
    method: 'POST',
    path: '/api/v1/trust/cases/{id}/assignment',
    summary: 'Give a case to somebody, who begins with it',
    scope: 'trust:write',
    parts: CASE,
    body: assigneeBody,
    answer: caseSchema,
    example: TRUST_EXAMPLES.assign,
    respond: async ({ path, body }, { assignTrustCase }) =>
      shown(await assignTrustCase({ id: path.id as string, ...body })),
  }),
  define({
    id: 'commentTrustCase',
    method: 'POST',
    path: '/api/v1/trust/cases/{id}/comments',
    summary: 'Write down what somebody knows of a case, and what shows it',
    scope: 'trust:write',
    parts: CASE,
    body: commentBody,
    answer: caseSchema,
    example: TRUST_EXAMPLES.comment,
    respond: async ({ path, body }, { commentTrustCase }) =>
      shown(await commentTrustCase({ id: path.id as string, ...body })),
  }),
];

const deciding = [
  define({
    id: 'holdTrustCase',
    method: 'POST',
    path: '/api/v1/trust/cases/{id}/hold',
    summary: 'Hold what a case is about, whatever its risk. Only persons',
    scope: 'trust:decide',
    parts: CASE,
    body: reasonBody,
    answer: caseSchema,
    example: TRUST_EXAMPLES.hold,
    respond: async ({ path, body }, { holdTrustCase }) =>
      shown(await holdTrustCase({ id: path.id as string, ...body })),
  }),
  define({
    id: 'decideTrustCase',
    method: 'POST',
    path: '/api/v1/trust/cases/{id}/decision',
    summary: 'Say what a case was, why, and what it has saved; what it holds stays held. Only persons',
    scope: 'trust:decide',
    parts: CASE,
    body: decisionBody,
    answer: caseSchema,
    example: TRUST_EXAMPLES.decide,
    respond: async ({ path, body }, { decideTrustCase }) =>
      shown(await decideTrustCase({ id: path.id as string, ...body })),
  }),
  define({
    id: 'releaseTrustCase',
    method: 'POST',
    path: '/api/v1/trust/cases/{id}/release',
    summary:
      'Let go of what a decided case holds. Only persons; a second one, where the policy wants four eyes',
    scope: 'trust:decide',
    parts: CASE,
    body: reasonBody,
    answer: caseSchema,
    example: TRUST_EXAMPLES.release,
    respond: async ({ path, body }, { releaseTrustCase }) =>
      shown(await releaseTrustCase({ id: path.id as string, ...body })),
  }),
];

export const trustRoutes = [...looking, ...working, ...deciding];
