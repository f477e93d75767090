import type { Json } from '../text/canonicalJson.ts';
import { agreementFormat } from './agreementFormat.ts';

type Schema = { readonly [keyword: string]: Json };

/** Where the schema says that it lives; agreements may point to it in an `x-schema` of their own. */
export const SCHEMA_ID = 'urn:openrebate:schema:openrebate-v1';

/**
 * The JSON Schema (2020-12) of an agreement file, for editors and other programs: shape and allowed
 * values of each field with what it means. What has a name is described once, under `$defs`.
 * Rules over several fields are the decoder's alone.
 */
export function agreementSchema(): Schema {
  const definitions = new Map<string, Schema>();
  const { title: _, ...whole } = agreementFormat.schema as Schema;
  const body = membersOf(whole, definitions);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: 'Agreement',
    description:
      'An agreement of OpenRebate, format openrebate/v1: who takes part, what counts, when, how much it gives. Nothing is implied.',
    ...body,
    $defs: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The schema with what is named replaced by a reference to its one description. */
function referring(schema: Json, definitions: Map<string, Schema>): Json {
  if (Array.isArray(schema)) return schema.map((entry) => referring(entry, definitions));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { title, description, ...rest } = schema as Schema;
  if (typeof title !== 'string') return membersOf(schema as Schema, definitions);
  define(title, { title, ...membersOf(rest, definitions) }, definitions);
  return { $ref: `#/$defs/${nameOf(title)}`, ...(description !== undefined && { description }) };
}

function membersOf(schema: Schema, definitions: Map<string, Schema>): Schema {
  return Object.fromEntries(
    Object.entries(schema).map(([name, member]) => [name, referring(member, definitions)]),
  );
}

function define(title: string, schema: Schema, definitions: Map<string, Schema>): void {
  const name = nameOf(title);
  const known = definitions.get(name);
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
    throw new Error(`Fault: two kinds of values are called ${title}`);
  }
  definitions.set(name, schema);
}

/** "whole number, 1–12" is `wholeNumber1To12`. */
function nameOf(title: string): string {
  return title
    .replace('–', ' to ')
    .replace(/(?<![^A-Za-z0-9])[^A-Za-z0-9]+([A-Za-z0-9])/g, (_, next: string) => next.toUpperCase());
}
