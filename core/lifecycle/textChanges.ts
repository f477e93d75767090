import { canonicalJson, type Json } from '../text/canonicalJson.ts';
import { entryNames, isMembers, type Members } from './textPath.ts';

/** One field that differs between two texts of an agreement; values as text, whole parts as JSON. */
export type TextChange = {
  /** As in `terms[volume].tiers.rows[1].percent`. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly before?: string;
  readonly after?: string;
};

/**
 * What differs between two texts of an agreement, field by field, in the order of the later one.
 * Entries that have a name (terms by their id, entered numbers by their partner) are compared with
 * the entry of that name wherever it stands, others (tiers) with the one at the same place. A list
 * whose named entries stand in another order has moved: order can be money.
 */
export function textChanges(before: Json, after: Json, path = ''): TextChange[] {
  if (isMembers(before) && isMembers(after)) return memberChanges(before, after, path);
  if (isTree(before) && isTree(after)) return entryChanges(before, after, path);
  if (canonicalJson(before) === canonicalJson(after)) return [];
  return [{ path, kind: 'changed', before: shown(before), after: shown(after) }];
}

function memberChanges(before: Members, after: Members, path: string): TextChange[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].flatMap((name) => {
    const at = path === '' ? name : `${path}.${name}`;
    return pairChanges(own(before, name), own(after, name), at);
  });
}

function own(members: Members, name: string): Json | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function pairChanges(before: Json | undefined, after: Json | undefined, path: string): TextChange[] {
  if (before === undefined) return after === undefined ? [] : [{ path, kind: 'added', after: shown(after) }];
  if (after === undefined) return [{ path, kind: 'removed', before: shown(before) }];
  return textChanges(before, after, path);
}

/** A list of parts; a list of plain values is compared as a whole. */
function isTree(value: Json): value is readonly Json[] {
  return isList(value) && value.some((entry) => typeof entry === 'object' && entry !== null);
}

function entryChanges(before: readonly Json[], after: readonly Json[], path: string): TextChange[] {
  const [old, now] = [entryNames(before), entryNames(after)];
  if (old === undefined || now === undefined) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, place) =>
      pairChanges(before[place], after[place], `${path}[${place}]`),
    ).flat();
  }
  const names = new Set([...now, ...old]);
  const entries = [...names].flatMap((name) =>
    pairChanges(before[old.indexOf(name)], after[now.indexOf(name)], `${path}[${name}]`),
  );
  return [...entries, ...moved(old, now, path)];
}

function moved(old: readonly string[], now: readonly string[], path: string): TextChange[] {
  const [before, after] = [
    old.filter((name) => now.includes(name)).join(', '),
    now.filter((name) => old.includes(name)).join(', '),
  ];
  return before === after ? [] : [{ path, kind: 'moved', before, after }];
}

function shown(value: Json): string {
  const isPlain = isList(value) && value.length > 0 && !isTree(value as Json);
  if (isPlain) return value.map((entry) => shown(entry)).join(', ');
  return typeof value === 'object' && value !== null ? canonicalJson(value) : String(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
