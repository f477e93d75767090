import { z } from 'zod';
import { type AnyRoute, mayBe, put, resolve, type Schema } from './request.ts';

/** An object in the example of a body: where it stands, what it may hold, and whether nothing else. */
export type Level = {
  readonly at: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly isClosed: boolean;
};

/** Every object in the example of an operation, as its schema has it. */
export function levelsOf(route: AnyRoute): Level[] {
  if (route.body === undefined) return [];
  const schema = z.toJSONSchema(route.body, { io: 'input' }) as Schema;
  const found = new Map<string, { known: Set<string>; isClosed: boolean; at: readonly string[] }>();
  const walk = (part: Schema, value: unknown, at: readonly string[]): void => {
    if (part.$ref !== undefined) {
      walk(resolve(schema, part.$ref), value, at);
      return;
    }
    const choices = [...(part.anyOf ?? []), ...(part.oneOf ?? []), ...(part.allOf ?? [])];
    for (const choice of choices.filter((one) => mayBe(one, value))) walk(choice, value, at);
    if (Array.isArray(value)) {
      const { items } = part;
      if (items === undefined) return;
      for (const [index, one] of value.entries()) walk(items, one, [...at, String(index)]);
      return;
    }
    if (typeof value !== 'object' || value === null || part.type !== 'object') return;
    const key = at.join('/');
    const level = found.get(key) ?? { at, known: new Set<string>(), isClosed: true };
    for (const name of Object.keys(part.properties ?? {})) level.known.add(name);
    found.set(key, { ...level, isClosed: level.isClosed && part.additionalProperties === false });
    for (const [name, field] of Object.entries(part.properties ?? {})) {
      const inner = (value as Record<string, unknown>)[name];
      if (inner !== undefined) walk(field, inner, [...at, name]);
    }
  };
  walk(schema, route.example?.body ?? {}, []);
  return [...found.values()];
}

/** Every name that the answer of an operation holds somewhere: what the server sets, nobody else may. */
export function namesInAnswer(route: AnyRoute): ReadonlySet<string> {
  const names = new Set<string>();
  if (route.answer === undefined) return names;
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { properties } = part as Schema;
    for (const name of Object.keys(properties ?? {})) names.add(name);
    for (const inner of Object.values(part)) walk(inner);
  };
  walk(z.toJSONSchema(route.answer, { io: 'output' }));
  return names;
}

/** Where texts stand in a body, in free parts as well. */
export function textsOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, [...at, name]));
}

/** Where texts stand in the first row of a table, in JSON, or in a file that is one text; and the file with another text there. */
export function placesInFile(
  file: string,
): readonly { readonly at: readonly string[]; readonly filled: (text: string) => string }[] {
  if (file.startsWith('{'))
    return textsOf(JSON.parse(file)).map((at) => ({
      at,
      filled: (text) => {
        const json = JSON.parse(file);
        put(json, at, text);
        return JSON.stringify(json);
      },
    }));
  const [header = '', first] = file.trimEnd().split('\n');
  const cells = first?.split(',');
  return header.split(',').map((column, index) => ({
    at: [column],
    filled: (text) => (cells === undefined ? text : `${header}\n${cells.with(index, text)}\n`),
  }));
}

/** Every place of the schema of a body that is marked as the name of something, items of lists as `[]`. */
export function markedIn(route: AnyRoute): string[] {
  if (route.body === undefined) return [];
  const schema = z.toJSONSchema(route.body, { io: 'input' }) as Schema;
  const marked: string[] = [];
  const walk = (part: Schema, at: string, seen: readonly string[]): void => {
    if (part.$ref !== undefined) {
      if (!seen.includes(part.$ref)) walk(resolve(schema, part.$ref), at, [...seen, part.$ref]);
      return;
    }
    if (typeof part['x-id-of'] === 'string') marked.push(`${at} ${part['x-id-of']}`);
    for (const choice of [...(part.anyOf ?? []), ...(part.oneOf ?? []), ...(part.allOf ?? [])])
      walk(choice, at, seen);
    if (part.items !== undefined) walk(part.items, `${at}[]`, seen);
    for (const [name, field] of Object.entries(part.properties ?? {})) walk(field, `${at}.${name}`, seen);
  };
  walk(schema, '', []);
  return [...new Set(marked)];
}
