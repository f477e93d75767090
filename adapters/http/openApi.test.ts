import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../core/text/canonicalJson.ts';
import { EARNING_ID, served } from '../../test/support/httpAnswers.ts';
import { apiRoutes } from './apiRoutes.ts';
import { buildServer } from './server.ts';

type Server = Awaited<ReturnType<typeof buildServer>>;
type Operation = {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Json }[];
  readonly responses: {
    readonly 200: { readonly content: { readonly 'application/json': { readonly schema: Json } } };
    readonly default: {
      readonly content: { readonly 'application/problem+json': { readonly schema: Json } };
    };
  };
};
type Description = {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
};

let server: Server;
let description: Description;

beforeAll(async () => {
  server = await buildServer({
    ...served(),
    webFolder: import.meta.dirname,
    version: '1.2.3',
    log: false,
  });
  description = (await server.inject('/api/v1/openapi.json')).json();
});

afterAll(() => server.close());

/** The addresses that the router knows, read from the picture that it draws of itself. */
function routesOf(picture: string): string[] {
  const stack: string[] = [];
  return picture.split('\n').flatMap((line) => {
    const match = /^((?:│ {3}| {4})*)(?:├|└)── (\S*)(?: \((.*)\))?$/.exec(line);
    if (match === null) return [];
    const depth = (match[1] as string).length / 4;
    stack.length = depth;
    stack.push(match[2] as string);
    return match[3] === undefined ? [] : [`${stack.join('')} ${match[3].split(', ').sort().join(' ')}`];
  });
}

/** A schema with what its references name in their place; steps inside steps as deep as a test needs. */
function whole(schema: Json, depth = 6): Json {
  if (Array.isArray(schema)) return schema.map((inner: Json) => whole(inner, depth));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, ...rest } = schema as Record<string, Json>;
  if (typeof $ref === 'string') {
    const name = $ref.replace('#/components/schemas/', '');
    const target = description.components.schemas[name];
    if (target === undefined) throw new Error(`${$ref} leads nowhere`);
    return depth === 0 ? true : whole(target, depth - 1);
  }
  return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, whole(inner, depth)]));
}

/** Which of these values another reader of JSON Schema than ours takes: the one inside fastify. */
async function accepted(schema: Json, values: readonly Json[]): Promise<boolean[]> {
  const reader = fastify({
    // The description itself is longer than what a server takes by default.
    bodyLimit: 16 * 1024 * 1024,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
  });
  reader.post('/', { schema: { body: whole(schema) } }, async () => 'taken');
  const answers = await Promise.all(
    values.map((payload) => reader.inject({ method: 'POST', url: '/', payload: payload as object })),
  );
  await reader.close();
  return answers.map(({ statusCode }) => statusCode === 200);
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : referencesIn(inner),
  );
}

describe('GET /api/v1/openapi.json', () => {
  it('describes exactly the addresses of the API that the router knows', () => {
    const routes = routesOf(server.printRoutes({ commonPrefix: false }));
    const api = routes.filter((route) => !/^\*|docs/.test(route));
    const described = Object.entries(description.paths).map(([path, operations]) => {
      const methods = Object.keys(operations).map((method) => method.toUpperCase());
      const all = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
      return `${path.replaceAll(/\{(\w+)\}/g, ':$1')} ${all.sort().join(' ')}`;
    });
    expect(api.length).toBeGreaterThan(6);
    expect(described.sort()).toEqual(api.sort());
    expect(routes.filter((route) => /^\*|docs/.test(route))).toEqual(['/api/v1/docs GET HEAD', '* GET HEAD']);
  });

  it('names version, every part of a path, and no operation twice', () => {
    expect([description.openapi, description.info.version]).toEqual(['3.1.1', '1.2.3']);
    const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, ...operation })),
    );
    for (const { path, parameters } of operations) {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(parts);
    }
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('has references that lead somewhere, and no shape that nobody refers to', () => {
    const references = new Set(referencesIn(description));
    const named = Object.keys(description.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect([...references].sort()).toEqual(named.sort());
  });

  it.each([
    ['/api/v1/earnings', '/api/v1/earnings'],
    ['/api/v1/earnings/{id}', `/api/v1/earnings/${EARNING_ID}`],
    ['/api/v1/earnings/{id}/explanation', `/api/v1/earnings/${EARNING_ID}/explanation`],
    ['/api/v1/lines/{source}/{document}/{line}', '/api/v1/lines/erp/SO%2F4711/1'],
    ['/api/v1/health', '/api/v1/health'],
    ['/api/v1/openapi.json', '/api/v1/openapi.json'],
  ])('describes the answers of %s', async (path, url) => {
    const { responses } = (description.paths[path] as { get: Operation }).get;
    const done = responses[200].content['application/json'].schema;
    const refused = responses.default.content['application/problem+json'].schema;
    const body = (await server.inject(url)).json();
    const problem = (await server.inject(`${url}?x=1`)).json();
    const { title: _, ...less } = problem;
    expect(await accepted(done, [body, problem, []])).toEqual([true, path.endsWith('.json'), false]);
    expect(await accepted(refused, [problem, body, less])).toEqual([true, false, false]);
  });
});

describe('GET /api/v1/docs', () => {
  it('shows every operation, with nothing that runs and nothing from elsewhere', async () => {
    const { statusCode, headers, body } = await server.inject('/api/v1/docs');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    for (const { id } of apiRoutes) expect(body).toContain(`id="${id}"`);
    expect(body).not.toMatch(/<script|\sstyle=|\son\w+=|(src|href)="(https?:|\/\/)/);
  });
});
