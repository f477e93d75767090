import type { InjectOptions } from 'fastify';
import { z } from 'zod';
import type { Route } from '../../../adapters/http/route.ts';
import type { HttpUseCases } from '../../../adapters/http/useCases.ts';
import { FIXTURES, type Thing } from './fixtures.ts';
import type { World } from './world.ts';

/** A place in a request where the id or code of something stands. */
export type Place = {
  readonly in: 'path' | 'query' | 'body';
  /** The name of the part or parameter; in a body the way to the field. */
  readonly at: readonly string[];
  readonly kind: string;
};

export type AnyRoute = Route<HttpUseCases>;

const PLACES = new WeakMap<AnyRoute, Place[]>();

/** Where the example of an operation names other things. */
export function placesOf(route: AnyRoute): Place[] {
  const known = PLACES.get(route) ?? findPlaces(route);
  PLACES.set(route, known);
  return known;
}

function findPlaces(route: AnyRoute): Place[] {
  const example = route.example ?? {};
  const path = Object.entries(route.parts).map(([name, { idOf }]) => place('path', [name], idOf));
  const query = Object.entries(route.query).flatMap(([name, { idOf }]) =>
    idOf === undefined ? [] : [place('query', [name], idOf)],
  );
  if (route.body === undefined || example.body === undefined) return [...path, ...query];
  const schema = z.toJSONSchema(route.body, { io: 'input' }) as Schema;
  return [...path, ...query, ...bodyPlaces(schema, schema, example.body, [])];
}

function place(where: Place['in'], at: readonly string[], kind: string): Place {
  return { in: where, at, kind };
}

export type Schema = {
  readonly [key: string]: unknown;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly const?: unknown;
};

function bodyPlaces(root: Schema, schema: Schema, value: unknown, at: readonly string[]): Place[] {
  if (schema.$ref !== undefined) return bodyPlaces(root, resolve(root, schema.$ref), value, at);
  const kind = schema['x-id-of'];
  if (typeof kind === 'string') return typeof value === 'string' ? [place('body', at, kind)] : [];
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const chosen = choices.filter((choice) => mayBe(choice, value));
  const inside = chosen.flatMap((choice) => bodyPlaces(root, choice, value, at));
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined) return inside;
    return [...inside, ...value.flatMap((one, index) => bodyPlaces(root, items, one, [...at, `${index}`]))];
  }
  if (typeof value !== 'object' || value === null) return inside;
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    name in value ? bodyPlaces(root, field, (value as Record<string, unknown>)[name], [...at, name]) : [],
  );
  return [...inside, ...fields];
}

/** Of several shapes the one whose fixed words the value has. */
export function mayBe(choice: Schema, value: unknown): boolean {
  return Object.entries(choice.properties ?? {}).every(([name, { const: word }]) => {
    return word === undefined || (value as Record<string, unknown> | null)?.[name] === word;
  });
}

export function resolve(root: Schema, reference: string): Schema {
  return reference
    .slice(2)
    .split('/')
    .reduce<Schema>((schema, key) => schema[key] as Schema, root);
}

/** A thing of the kind in a world, made for this operation. */
export async function thingFor(route: AnyRoute, kind: string, world: World): Promise<Thing> {
  const make = FIXTURES[`${route.id}.${kind}`] ?? FIXTURES[kind];
  if (make === undefined) throw new Error(`test/support/api/fixtures.ts: no ${kind} for ${route.id}`);
  return make(world);
}

/** The example of an operation as a request, with a value for each place where something is named. */
export function requestOf(
  route: AnyRoute,
  values: ReadonlyMap<Place, string>,
  version: string | undefined,
): InjectOptions {
  const { example = {}, method, upload } = route;
  let { path } = route;
  const query = new URLSearchParams(example.query);
  const body = structuredClone(example.body);
  for (const [{ in: where, at }, value] of values) {
    const [name = ''] = at;
    if (where === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value));
    else if (where === 'query') query.set(name, value);
    else put(body, at, value);
  }
  const search = query.size > 0 ? `?${query}` : '';
  return {
    method: method as 'GET',
    url: `${path}${search}`,
    headers: {
      ...(route.version === 'needed' && { 'if-match': `"${version}"` }),
      ...(upload && { 'content-type': upload.mediaTypes[0] ?? '' }),
    },
    ...(body !== undefined && { payload: body as object }),
    ...(upload && { payload: example.file ?? '' }),
  };
}

export function put(body: unknown, at: readonly string[], value: string): void {
  const last = at.at(-1) ?? '';
  const holder = at.slice(0, -1).reduce((inner, key) => (inner as Record<string, unknown>)[key], body);
  (holder as Record<string, unknown>)[last] = value;
}
