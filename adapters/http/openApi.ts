import { z } from 'zod';
import { SCOPES } from '../../app/access/scope.ts';
import { clauseSchema, saidSchema, triedSchema } from './agreementTextJson.ts';
import { BULK_MEANING } from './bulk.ts';
import { isOfBrowser } from './credentials.ts';
import { earningListSchema, earningSchema } from './earningJson.ts';
import { explanationSchema } from './explanationJson.ts';
import { lineSchema } from './lineJson.ts';
import { effectSchema } from './previewJson.ts';
import { problemSchema } from './problem.ts';
import { progressSchema } from './progressSchema.ts';
import { proposalViewSchema } from './proposalJson.ts';
import { qualifyingSchema } from './qualifyingJson.ts';
import { answer, type Route } from './route.ts';
import { statementSchema } from './routes/statementRoutes.ts';
import { settlementLineSchema } from './settlementSchemas.ts';
import { stepSchema } from './stepJson.ts';

/** The shapes that bear a name in the description. */
const NAMED = {
  Clause: clauseSchema,
  Earning: earningSchema,
  EarningList: earningListSchema,
  Explanation: explanationSchema,
  ExplanationStep: stepSchema,
  LineExplanation: lineSchema,
  PreviewEffect: effectSchema,
  Problem: problemSchema,
  Progress: progressSchema,
  ProposalView: proposalViewSchema,
  QualifyingList: qualifyingSchema,
  SaidAgreement: saidSchema,
  Statement: statementSchema,
  SettlementLineExplanation: settlementLineSchema,
  TriedAgreement: triedSchema,
} satisfies Record<string, z.ZodType>;

type JsonSchema = Readonly<Record<string, unknown>>;

/** The description is an address of the API like the others, and describes itself, too; made for the first who asks. */
export function withDescription<U>(routes: readonly Route<U>[], version: string): readonly Route<U>[] {
  let document: JsonSchema | undefined;
  const description: Route<U> = {
    id: 'openApi',
    method: 'GET',
    path: '/api/v1/openapi.json',
    summary: 'This description',
    scope: 'none',
    isPortal: true,
    isServedByUs: false,
    isRead: true,
    isOfAccount: false,
    isTry: false,
    isLong: false,
    parts: {},
    query: {},
    maxBytes: 0,
    status: 200,
    otherStatuses: [],
    isSecret: false,
    isDeprecated: false,
    answer: z.record(z.string(), z.unknown()),
    respond: async () => {
      document ??= openApi(all, version);
      return answer(document);
    },
  };
  const all = [...routes, description];
  return all;
}

/** The API in OpenAPI 3.1, made of the routes and shapes that the server itself works with. */
export function openApi<U>(routes: readonly Route<U>[], version: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'OpenRebate',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: `A key of a person or a service. Scopes: ${SCOPES.join(', ')}`,
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'openrebate',
          description:
            'A browser that is signed in; over https the cookie is called __Host-openrebate. What changes something needs the header X-OpenRebate, too.',
        },
      },
    },
  };
}

function operation<U>(route: Route<U>): JsonSchema {
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.isDeprecated && { deprecated: true }),
    security: securityOf(route),
    parameters: [...pathParameters(route), ...queryParameters(route), ...headers(route)],
    ...requestBody(route),
    responses: {
      ...Object.fromEntries(
        [route.status, ...route.otherStatuses].map((status) => [status, done(route, status)]),
      ),
      default: {
        description: 'Why not, in the language of the reader',
        content: { 'application/problem+json': { schema: schemaOf(problemSchema) } },
      },
    },
  };
}

/** A key or a session, with the scope; where it is about the browser itself, its session. */
function securityOf<U>({ scope }: Route<U>): JsonSchema[] {
  if (scope === 'none') return [];
  if (isOfBrowser(scope)) return [{ session: [] }];
  const scopes = scope === 'any' ? [] : [scope];
  return [{ apiKey: scopes }, { session: scopes }];
}

function requestBody<U>({ body, upload, example }: Route<U>): JsonSchema {
  if (upload !== undefined) {
    const content = { schema: { type: 'string', format: 'binary' } };
    const types = upload.mediaTypes.map((type) => [type, content]);
    return { requestBody: { required: true, content: Object.fromEntries(types) } };
  }
  if (body === undefined) return {};
  const json = {
    schema: schemaOf(body, 'input'),
    ...(example?.body !== undefined && { example: example.body }),
  };
  return { requestBody: { required: true, content: { 'application/json': json } } };
}

function done<U>({ answer: shape, files, version, example }: Route<U>, status: number): JsonSchema {
  const etag = { ETag: { description: 'The version that is shown', schema: { type: 'string' } } };
  const json = shape && {
    'application/json': {
      schema: schemaOf(shape),
      ...(example?.answer !== undefined && { example: example.answer }),
    },
  };
  const file = { schema: { type: 'string', format: 'binary' } };
  const content = json ?? (files && Object.fromEntries(files.map((type) => [type, file])));
  return {
    description: BULK_MEANING[status] ?? 'Done',
    ...(version && { headers: etag }),
    ...(content && { content }),
  };
}

function pathParameters<U>({ parts, example }: Route<U>): JsonSchema[] {
  return Object.entries(parts).map(([name, { meaning, schema, idOf }]) => ({
    name,
    in: 'path',
    required: true,
    description: meaning,
    schema: { ...schemaOf(schema, 'input'), 'x-id-of': idOf },
    ...(example?.path?.[name] !== undefined && { example: example.path[name] }),
  }));
}

function queryParameters<U>({ query, example }: Route<U>): JsonSchema[] {
  return Object.entries(query).map(([name, { schema, meaning, idOf, isRequired }]) => ({
    name,
    in: 'query',
    required: isRequired === true,
    description: meaning,
    schema: { ...schemaOf(schema, 'input'), ...(idOf !== undefined && { 'x-id-of': idOf }) },
    ...(example?.query?.[name] !== undefined && { example: example.query[name] }),
  }));
}

function headers<U>({ isRead, isOfAccount, method, version }: Route<U>): JsonSchema[] {
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  });
  return [
    ...(isOfAccount && method !== 'GET'
      ? [header('X-OpenRebate', 'any text: that a page of this server asks, or a program')]
      : []),
    ...(isRead || isOfAccount
      ? []
      : [header('Idempotency-Key', 'sent again with the same key: no second effect, the same answer')]),
    ...(version === 'needed' ? [header('If-Match', 'the ETag that was seen')] : []),
  ];
}

/** A reference where the shape has a name, else the shape itself. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
  const named = Object.entries(NAMED).find(([, candidate]) => candidate === schema);
  if (named !== undefined) return { $ref: reference(named[0]) };
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io });
  return plain;
}

function namedSchemas(): JsonSchema {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: reference });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...plain }]) => [id, plain]),
  );
}

function reference(id: string): string {
  return `#/components/schemas/${id}`;
}
