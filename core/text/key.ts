/** Characters of a code: keys are made of codes, and no database has room for keys of any length. */
export const CODE_LENGTH_MAX = 200;

/** Joins the parts of a key by a character that no fact may hold, so that two keys never collide. */
export function joinKey(...parts: readonly string[]): string {
  return parts.join(SEPARATOR);
}

const SEPARATOR = '\u001f';

/** The first parts of a joined key. */
export function firstParts(key: string, count: number): string {
  return key.split(SEPARATOR, count).join(SEPARATOR);
}

/** A day as text that sorts as the days do, also before 1970. */
export function dayKey(day: number): string {
  return String(day + 5_000_000);
}
