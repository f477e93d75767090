import { accept, type Result, refuse, refused } from '../refusal/refusals.ts';
import { canonicalJson, type Json } from '../text/canonicalJson.ts';
import { utf8 } from '../text/utf8.ts';
import { isMembers, type Members } from './textPath.ts';

/** No agreement needs more bytes. */
export const DRAFT_BYTES_MAX = 1024 ** 2;
const DEPTH_MAX = 64;

/** A draft as it is kept: canonical JSON, and the id of the agreement that it says it is of. */
export type DraftText = { readonly code: string; readonly text: string; readonly json: Members };

/**
 * What can be kept as a draft: an object with an id. It need not be a valid agreement yet, but it
 * must have one canonical text.
 * Refuses: agreement-field-type, agreement-field-missing, draft-too-large.
 */
export function draftText(parsed: unknown): Result<DraftText> {
  const wrong = placeWithoutText(parsed, '', 0);
  if (wrong !== undefined || !isMembers(parsed as Json)) {
    return refused(refuse('agreement-field-type', wrong ?? '', { expected: 'object' }));
  }
  const json = parsed as Members;
  const { id } = json;
  if (typeof id !== 'string' || id === '') {
    return refused(refuse('agreement-field-missing', 'id', { field: 'id' }));
  }
  const text = canonicalJson(json);
  const bytes = utf8(text).length;
  if (bytes <= DRAFT_BYTES_MAX) return accept({ code: id.normalize('NFC'), text, json });
  const facts = { bytes: String(bytes), limit: String(DRAFT_BYTES_MAX) };
  return refused(refuse('draft-too-large', '', facts));
}

/** The first value that canonical JSON has no text for: a fraction, half a character, endless depth. */
function placeWithoutText(value: unknown, at: string, depth: number): string | undefined {
  if (depth > DEPTH_MAX) return at;
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? undefined : at;
  if (typeof value === 'string') return value.isWellFormed() ? undefined : at;
  if (typeof value !== 'object') return at;
  if (!Array.isArray(value)) return memberWithoutText(value, at, depth);
  for (const [index, entry] of value.entries()) {
    const wrong = placeWithoutText(entry, `${at}[${index}]`, depth + 1);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function memberWithoutText(value: object, at: string, depth: number): string | undefined {
  const names = new Set<string>();
  for (const [name, inner] of Object.entries(value)) {
    const path = at === '' ? name : `${at}.${name}`;
    const normal = name.normalize('NFC');
    if (!name.isWellFormed() || names.has(normal)) return path;
    names.add(normal);
    const wrong = placeWithoutText(inner, path, depth + 1);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
