/** What stands for a value that a text names and nobody has given. */
const ABSENT = '…';

const PLACEHOLDER = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;
const OPTIONAL = /\[([^[\]]*)\]/g;

/**
 * Fills a text of a catalogue. `{name}` is the value of that name; `{name|line|lines}` is the
 * first form where that value is one, else the second; `[…]` is left out where it names a value
 * that is not given. Values are put in as they are: their own braces mean nothing.
 */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  const chosen = text.replace(OPTIONAL, (_, inner: string) =>
    placeholdersOf(inner).every((name) => values[name] !== undefined) ? inner : '',
  );
  return chosen.replace(PLACEHOLDER, (_, name: string, one?: string, other?: string) => {
    const value = values[name];
    if (one === undefined || other === undefined) return value ?? ABSENT;
    return value === '1' ? one : other;
  });
}

/** The names that a text asks for, each once, sorted. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] as string))].sort();
}
