/** What the address of a list keeps: texts by their names, and how many rows lie before the page that `cursor` begins. */
export type Address<K extends string> = { readonly [N in K | 'cursor']?: string } & {
  readonly passed?: number;
};

const PASSED_MAX = 999_999_999;

/** Reads these names out of the address; nonsense counts as not said. */
export function addressOf<const K extends string>(...names: readonly K[]) {
  return (search: Record<string, unknown>): Address<K> => {
    const { cursor, passed } = search;
    const isPage =
      typeof cursor === 'string' &&
      /^[\w-]+$/.test(cursor) &&
      Number.isInteger(passed) &&
      Number(passed) > 0 &&
      Number(passed) <= PASSED_MAX;
    const texts = names.filter((name) => isText(search[name])).map((name) => [name, String(search[name])]);
    return { ...Object.fromEntries(texts), ...(isPage && { cursor, passed: Number(passed) }) } as Address<K>;
  };
}

/** The same address with other texts, at its first page; an empty text goes out of it. */
export function narrowed<A extends object>(old: A, wanted: Readonly<Record<string, string>>): A {
  const isKept = ([name, text]: [string, unknown]) => name !== 'cursor' && name !== 'passed' && text !== '';
  return Object.fromEntries(Object.entries({ ...old, ...wanted }).filter(isKept)) as A;
}

/** What an address says to a query of the API: only what is said at all. */
export function said<const T extends Readonly<Record<string, string | undefined>>>(texts: T) {
  const all = Object.entries(texts).filter(([, text]) => text !== undefined && text !== '');
  return Object.fromEntries(all) as { [N in keyof T]?: Exclude<T[N], undefined> };
}

/** The router reads a code of digits as a number. */
function isText(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
