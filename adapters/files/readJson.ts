import { basename } from 'node:path';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { readText } from './readText.ts';

/**
 * A JSON file as it stands. A member named twice is refused: JSON.parse would silently take the
 * last one, and two rates for one tier must not be a matter of order.
 * Refuses: those of readText, file-syntax-invalid, file-key-repeated.
 */
export async function readJson(path: string, limit?: number): Promise<Result<unknown>> {
  const text = await readText(path, limit);
  return text.ok ? parseJson(text.value, basename(path)) : text;
}

export function parseJson(text: string, file: string): Result<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return refused(refuse('file-syntax-invalid', file, { file, reason }));
  }
  const repeated = repeatedMember(text);
  return repeated === undefined
    ? accept(value)
    : refused(refuse('file-key-repeated', repeated.at, { file, key: repeated.key }));
}

/** A text with the space behind it, a sign, or a value without quotes: JSON is nothing else from end to end. */
const TOKENS = /"(?:[^"\\]|\\.)*"\s*|[{}[\]:,]|[^"{}[\]:,]+/gy;

/** Walks over text that is known to be JSON and finds the first member that an object has twice. */
function repeatedMember(text: string): { key: string; at: string } | undefined {
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const match of text.matchAll(TOKENS)) {
    const token = match[0];
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const key = String(JSON.parse(last));
      const members = open.at(-1);
      if (members?.has(key)) return { key, at: `line ${text.slice(0, match.index).split('\n').length}` };
      members?.add(key);
    }
    last = token;
  }
  return undefined;
}
