import type { Json } from '../../core/text/canonicalJson.ts';

type Schema = { readonly [keyword: string]: Json };
type Check = (value: unknown, argument: Json, schema: Schema, root: Json) => boolean;

/** The keywords of JSON Schema 2020-12 that our formats use; any other one is a fault. */
const CHECKS: Readonly<Record<string, Check>> = {
  $schema: () => true,
  $id: () => true,
  $defs: () => true,
  title: () => true,
  description: () => true,
  $ref: (value, place, _, root) => isValid(definitionAt(String(place), root), value, root),
  type: (value, type) => typesOf(value).includes(String(type)),
  enum: (value, allowed) => (allowed as Json[]).some((one) => one === value),
  oneOf: (value, schemas, _, root) =>
    (schemas as Json[]).filter((schema) => isValid(schema, value, root)).length === 1,
  anyOf: (value, schemas, _, root) => (schemas as Json[]).some((schema) => isValid(schema, value, root)),
  maxLength: (value, most) => typeof value !== 'string' || [...value].length <= Number(most),
  pattern: (value, pattern) => typeof value !== 'string' || new RegExp(String(pattern), 'u').test(value),
  format: (value, format) => typeof value !== 'string' || (format === 'date' && isFullDate(value)),
  minimum: (value, least) => typeof value !== 'number' || value >= Number(least),
  maximum: (value, most) => typeof value !== 'number' || value <= Number(most),
  minItems: (value, least) => !Array.isArray(value) || value.length >= Number(least),
  items: (value, schema, _, root) =>
    !Array.isArray(value) || value.every((item) => isValid(schema, item, root)),
  required: (value, names) =>
    !isObject(value) || (names as string[]).every((name) => Object.hasOwn(value, name)),
  properties: (value, schemas, _, root) =>
    membersOf(value).every(([name, member]) => {
      const schema = (schemas as Schema)[name];
      return schema === undefined || isValid(schema, member, root);
    }),
  patternProperties: (value, schemas, _, root) =>
    membersOf(value).every(([name, member]) =>
      Object.entries(schemas as Schema).every(([pattern, schema]) => {
        return !new RegExp(pattern, 'u').test(name) || isValid(schema, member, root);
      }),
    ),
  additionalProperties: (value, rest, schema, root) =>
    membersOf(value).every(([name, member]) => isNamed(name, schema) || isValid(rest, member, root)),
};

/** Whether a JSON value is what a schema asks for. */
export function isValid(schema: Json, value: unknown, root: Json = schema): boolean {
  if (typeof schema === 'boolean') return schema;
  return Object.entries(schema as Schema).every(([keyword, argument]) => {
    const check = CHECKS[keyword];
    if (check === undefined) throw new Error(`The keyword ${keyword} is not known here`);
    return check(value, argument, schema as Schema, root);
  });
}

function definitionAt(place: string, root: Json): Json {
  const name = place.replace('#/$defs/', '');
  const found = ((root as Schema).$defs as Schema | undefined)?.[name];
  if (found === undefined) throw new Error(`Nothing is defined at ${place}`);
  return found;
}

function typesOf(value: unknown): string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['number', 'integer'] : ['number'];
  return [typeof value];
}

/** RFC 3339 full-date. */
function isFullDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function isNamed(name: string, schema: Schema): boolean {
  const patterns = Object.keys((schema.patternProperties ?? {}) as Schema);
  return (
    Object.hasOwn((schema.properties ?? {}) as Schema, name) ||
    patterns.some((pattern) => new RegExp(pattern, 'u').test(name))
  );
}

function membersOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
