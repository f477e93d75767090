import { z } from 'zod';
import type { ApiRoute } from './apiRoutes.ts';
import { earningListSchema, earningSchema } from './earningJson.ts';
import { explanationSchema } from './explanationJson.ts';
import { lineSchema } from './lineJson.ts';
import { problemSchema } from './problem.ts';
import { progressSchema } from './progressSchema.ts';
import { stepSchema } from './stepJson.ts';

/** The shapes that bear a name in the description. */
const NAMED = {
  Earning: earningSchema,
  EarningList: earningListSchema,
  Explanation: explanationSchema,
  ExplanationStep: stepSchema,
  LineExplanation: lineSchema,
  Problem: problemSchema,
  Progress: progressSchema,
} satisfies Record<string, z.ZodType>;

type JsonSchema = Readonly<Record<string, unknown>>;

/** The API in OpenAPI 3.1, made of the routes and shapes that the server itself works with. */
export function openApi(routes: readonly ApiRoute[], version: string): JsonSchema {
  return {
    openapi: '3.1.1',
    info: {
      title: 'OpenRebate',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(routes.map((route) => [route.path, { get: operation(route) }])),
    components: { schemas: namedSchemas() },
  };
}

function operation(route: ApiRoute): JsonSchema {
  return {
    operationId: route.id,
    summary: route.summary,
    parameters: [...pathParameters(route), ...queryParameters(route)],
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: schemaOf(route.answer) } },
      },
      default: {
        description: 'Why not, in the language of the reader',
        content: { 'application/problem+json': { schema: schemaOf(problemSchema) } },
      },
    },
  };
}

function pathParameters({ parts }: ApiRoute): JsonSchema[] {
  return Object.entries(parts).map(([name, description]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  }));
}

function queryParameters({ parameters }: ApiRoute): JsonSchema[] {
  return Object.entries(parameters).map(([name, { schema, meaning }]) => ({
    name,
    in: 'query',
    required: false,
    description: meaning,
    schema: schemaOf(schema),
  }));
}

/** A reference where the shape has a name, else the shape itself. */
function schemaOf(schema: z.ZodType): JsonSchema {
  const named = Object.entries(NAMED).find(([, candidate]) => candidate === schema);
  if (named !== undefined) return { $ref: reference(named[0]) };
  const { $schema: _, ...plain } = z.toJSONSchema(schema);
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
