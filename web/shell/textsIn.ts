/** A text of the address; the router reads a code of digits as a number. */
export function textIn(value: unknown): string | undefined {
  const isText = (typeof value === 'string' && value !== '') || typeof value === 'number';
  return isText ? String(value) : undefined;
}

/** A day of the address. */
export function dayIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

/** What the address says of these; whatever is no text counts as not said. */
export function textsIn<const K extends string>(
  search: Readonly<Record<string, unknown>>,
  names: readonly K[],
): { readonly [name in K]?: string } {
  const found = names.flatMap((name) => {
    const text = textIn(search[name]);
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(found) as { readonly [name in K]?: string };
}

/** What of these texts is said at all, for an address or a query of the API. */
export function said<const T extends Readonly<Record<string, string | undefined>>>(texts: T) {
  const all = Object.entries(texts).filter(([, text]) => text !== undefined && text !== '');
  return Object.fromEntries(all) as { readonly [N in keyof T]?: Exclude<T[N], undefined> };
}

/** The same address with other texts, at its first page; an empty text goes out of it. */
export function narrowed<A extends object>(old: A, wanted: Readonly<Record<string, string>>): A {
  const isKept = ([name, text]: [string, unknown]) => name !== 'cursor' && name !== 'passed' && text !== '';
  return Object.fromEntries(Object.entries({ ...old, ...wanted }).filter(isKept)) as A;
}
