import type { Readable } from 'node:stream';
import { z } from 'zod';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

export type ReadBody = { readonly value: unknown; readonly bytes: Uint8Array };

/** How long a sender may take for a body of JSON. */
const PATIENCE_MS = 10_000;
const ISSUES_MAX = 100;

/**
 * Reads a body of JSON, never more than allowed and never longer than patience lasts.
 * Refuses: body-too-large (limit), body-too-slow (seconds), body-not-json.
 */
export async function readJsonBody(content: Readable, limit: number): Promise<Result<ReadBody>> {
  const bytes = await collect(content, limit);
  if (!bytes.ok) return bytes;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
    return accept({ value: JSON.parse(text, checked), bytes: bytes.value });
  } catch {
    return refused(refuse('body-not-json', 'body'));
  }
}

/**
 * A key that JavaScript takes for the ancestor of an object is no field of ours, and half a sign, which
 * only an escape can write, is no text that anything could keep.
 */
function checked(key: string, value: unknown): unknown {
  const isText = key.isWellFormed() && (typeof value !== 'string' || value.isWellFormed());
  if (key === '__proto__' || !isText) throw new SyntaxError(key);
  return value;
}

async function collect(content: Readable, limit: number): Promise<Result<Uint8Array>> {
  const chunks: Buffer[] = [];
  let length = 0;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    content.destroy();
  }, PATIENCE_MS);
  try {
    for await (const chunk of content) {
      length += chunk.length;
      if (length > limit) return refused(refuse('body-too-large', 'body', { limit: String(limit) }));
      chunks.push(chunk);
    }
    return accept(Buffer.concat(chunks));
  } catch (error) {
    if (!isLate) throw error;
    return refused(refuse('body-too-slow', 'body', { seconds: String(PATIENCE_MS / 1000) }));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Holds a body against its schema.
 * Refuses: body-field-missing (field), body-field-unknown (field), body-field-invalid (field, expected).
 */
export function checkBody<B extends z.ZodType>(schema: B, value: unknown): Result<z.output<B>> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return accept(parsed.data);
  return refused(...parsed.error.issues.flatMap(refusalsOf).slice(0, ISSUES_MAX));
}

function refusalsOf(issue: z.core.$ZodIssue): Refusal[] {
  const at = placeOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const field = placeOf([...issue.path, key]);
      return refuse('body-field-unknown', field, { field });
    });
  }
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  if (isMissing) return [refuse('body-field-missing', at, { field: at })];
  return [refuse('body-field-invalid', at, { field: at, expected: expectedBy(issue) })];
}

/** In signs that need no translation. */
function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'too_big') return `≤ ${issue.maximum}`;
  if (issue.code === 'too_small') return `≥ ${issue.minimum}`;
  if (issue.code === 'invalid_format') return issue.pattern ?? issue.format;
  // What a rule of our own says of itself, an example in signs.
  if (issue.code === 'custom') return issue.message;
  return issue.code;
}

function placeOf(path: readonly PropertyKey[]): string {
  return (
    path.reduce<string>(
      (place, key) =>
        typeof key === 'number' ? `${place}[${key}]` : place === '' ? String(key) : `${place}.${String(key)}`,
      '',
    ) || 'body'
  );
}

/** A field of a body that holds the id of a thing of this kind; tests put foreign ones there. */
export function idField(idOf: string) {
  return z.uuid().meta({ 'x-id-of': idOf });
}

/** A field of a body that holds a code of the trade of this kind. */
export function codeField(idOf: string) {
  return plainText(200).meta({ 'x-id-of': idOf });
}

/** Text of a person: bounded, no control characters (the database takes no zero byte), one spelling. */
export function plainText(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}+$/u)
    .normalize('NFC');
}

/** What people call something: not only spaces. */
export const nameText = plainText(200).regex(/\S/);
