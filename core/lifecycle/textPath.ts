import { accept, type Result, refuse, refused } from '../refusal/refusals.ts';
import type { Json } from '../text/canonicalJson.ts';

/**
 * Places in the text of an agreement are written as refusals and the format page write them:
 * `terms[0].tiers.rows[1].percent`. An entry that has a name of its own is better called by it:
 * `terms[volume].tiers.rows[1].percent` stays right when another term is put before it.
 */
export type Members = { readonly [name: string]: Json };

/** What entries of a list are called by, the first that all of them have. */
const NAMES = ['id', 'partner', 'product', 'part'] as const;

/** The name of each entry of a list, where every one has a name and no two have the same. */
export function entryNames(entries: readonly Json[]): readonly string[] | undefined {
  const field = NAMES.find((name) =>
    entries.every((entry) => isMembers(entry) && typeof entry[name] === 'string'),
  );
  if (field === undefined || entries.length === 0) return undefined;
  const names = entries.map((entry) => String((entry as Members)[field]));
  return new Set(names).size === names.length ? names : undefined;
}

export function isMembers(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A text with another value at one place; undefined takes the member or entry away. One past the
 * last entry of a list adds an entry.
 * Refuses: agreement-path-unknown (path).
 */
export function withValueAt(text: Json, path: string, value: Json | undefined): Result<Json> {
  const steps = stepsOf(path);
  const changed = steps === undefined ? undefined : changedAt(text, steps, value);
  return changed === undefined ? refused(refuse('agreement-path-unknown', path, { path })) : accept(changed);
}

/** The value at a place; undefined where there is none. */
export function valueAt(text: Json, path: string): Json | undefined {
  let at: Json | undefined = text;
  for (const step of stepsOf(path) ?? ['']) at = at === undefined ? undefined : inside(at, step);
  return at;
}

/** A member by its name, an entry by its place or its own name. */
type PathStep = string | { readonly entry: string };

const STEP = /^(?:\.?([^.[\]]+)|\[([^[\]]+)\])/;

function stepsOf(path: string): PathStep[] | undefined {
  const steps: PathStep[] = [];
  for (let rest = path; rest !== ''; ) {
    const match = STEP.exec(rest);
    if (match === null) return undefined;
    steps.push(match[2] === undefined ? (match[1] as string) : { entry: match[2] });
    rest = rest.slice(match[0].length);
  }
  return steps.length === 0 ? undefined : steps;
}

function inside(value: Json, step: PathStep): Json | undefined {
  if (typeof step !== 'string') return isList(value) ? value[placeOf(value, step.entry)] : undefined;
  return isMembers(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The place of an entry in its list, or that behind its last; −1 where there is none. */
function placeOf(entries: readonly Json[], entry: string): number {
  const named = entryNames(entries)?.indexOf(entry) ?? -1;
  return named === -1 ? [...entries, null].findIndex((_, place) => String(place) === entry) : named;
}

function changedAt(text: Json, steps: readonly PathStep[], value: Json | undefined): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (typeof step === 'string') return changedMember(text, step, rest, value);
  return isList(text) ? changedEntry(text, placeOf(text, step.entry), rest, value) : undefined;
}

function changedMember(
  text: Json,
  name: string,
  rest: readonly PathStep[],
  value: Json | undefined,
): Json | undefined {
  if (!isMembers(text)) return undefined;
  const own = Object.hasOwn(text, name) ? text[name] : undefined;
  if (rest.length > 0) {
    const inner = own === undefined ? undefined : changedAt(own, rest, value);
    return inner === undefined ? undefined : { ...text, [name]: inner };
  }
  if (value !== undefined) return { ...text, [name]: value };
  return own === undefined
    ? undefined
    : Object.fromEntries(Object.entries(text).filter(([member]) => member !== name));
}

function changedEntry(
  list: readonly Json[],
  place: number,
  rest: readonly PathStep[],
  value: Json | undefined,
): Json | undefined {
  const own = list[place];
  if (rest.length > 0) {
    const inner = own === undefined ? undefined : changedAt(own, rest, value);
    return inner === undefined ? undefined : list.with(place, inner);
  }
  if (place === -1 || (value === undefined && own === undefined)) return undefined;
  return list.toSpliced(place, 1, ...(value === undefined ? [] : [value]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
