import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApi, withDescription } from '../../adapters/http/openApi.ts';
import type { Route } from '../../adapters/http/route.ts';

// The types of the API for the pages: made of the description that the server gives, without what
// the client adds by itself and without words, so that a change of the API is a small change here.

type Node = { readonly [key: string]: unknown };

const PROBLEM = { schema: { $ref: '#/components/schemas/Problem' } };

/** Keys against double sending are the client's matter. */
const ADDED_BY_CLIENT = new Set(['Idempotency-Key', 'X-OpenRebate']);

/** What a schema says that a type cannot. */
const NO_TYPE = new Set(['description', 'example', 'examples', 'format', 'pattern', 'default', 'title']);

/** What is not there need not be said in lines of its own, several to an address. */
const WITHOUT = [
  /^ +\w+\?: never;\n/gm,
  /^ +headers: \{\n +\[name: string\]: unknown;\n +\};\n/gm,
  /^ +\/\*\* @\w+(?: \{\w+\})? \*\/\n/gm,
  /^ +parameters: \{\n +\};\n/gm,
  /^ {3}/gm,
];

const HEAD =
  '// Made by `npm run golden` of the description of the API. Nothing here is written by hand.\n\n';

export async function apiTypes<U>(routes: readonly Route<U>[]): Promise<string> {
  const document = openApi(withDescription(routes, ''), '') as Node;
  const paths = Object.entries(document.paths as Node).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations as Node).map(([method, one]) => [method, operation(one as Node)]),
    ),
  ]);
  const { schemas } = document.components as { readonly schemas: Node };
  const bare = {
    ...document,
    paths: Object.fromEntries(paths),
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, schema(one)])),
      responses: { Refused: { description: '', content: { 'application/problem+json': PROBLEM } } },
    },
  };
  const made = astToString(await openapiTS(bare as unknown as OpenAPI3, { alphabetize: true }));
  return HEAD + WITHOUT.reduce((text, nothing) => text.replaceAll(nothing, ''), made);
}

function operation({ operationId, parameters, requestBody, responses }: Node): Node {
  const asked = (parameters as readonly Node[]).filter(({ name }) => !ADDED_BY_CLIENT.has(String(name)));
  const { default: _problem, ...done } = responses as Node;
  const answers = Object.entries(done).map(([status, answer]) => [status, content(answer as Node)]);
  return {
    operationId,
    parameters: asked.map((one) => ({
      name: one.name,
      in: one.in,
      required: one.required,
      schema: schema(one.schema),
    })),
    ...(requestBody !== undefined && { requestBody: { required: true, ...content(requestBody as Node) } }),
    // Every answer can be a problem, which the client throws.
    responses: { ...Object.fromEntries(answers), default: { $ref: '#/components/responses/Refused' } },
  };
}

function content({ content: types }: Node): Node {
  if (types === undefined) return { description: '' };
  const bare = Object.entries(types as Node).map(([type, one]) => [
    type,
    { schema: schema((one as Node).schema) },
  ]);
  return { description: '', content: Object.fromEntries(bare) };
}

/** A schema without its words; the names of properties are no words of ours. */
function schema(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(schema);
  if (typeof given !== 'object' || given === null) return given;
  const kept = Object.entries(given).filter(([key]) => !NO_TYPE.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === 'properties' ? named(value as Node) : schema(value)]),
  );
}

function named(properties: Node): Node {
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, schema(one)]));
}
