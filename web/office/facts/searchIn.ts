/** What of an address is a text: the router reads a code of digits as a number. */
export function textsIn<K extends string>(
  search: Readonly<Record<string, unknown>>,
  names: readonly K[],
): { readonly [name in K]?: string } {
  const found = names.flatMap((name) => {
    const value = search[name];
    const isText = (typeof value === 'string' && value !== '') || typeof value === 'number';
    return isText ? [[name, String(value)]] : [];
  });
  return Object.fromEntries(found) as { readonly [name in K]?: string };
}

export type PagePlace = { readonly cursor?: string; readonly passed?: number };

const PASSED_MAX = 999_999_999;

/** Where a page begins, and how many rows lie before it; nonsense counts as the beginning. */
export function pageIn({ cursor, passed }: Readonly<Record<string, unknown>>): PagePlace {
  const isPage =
    typeof cursor === 'string' &&
    /^[\w-]+$/.test(cursor) &&
    Number.isInteger(passed) &&
    Number(passed) > 0 &&
    Number(passed) <= PASSED_MAX;
  return isPage ? { cursor, passed: Number(passed) } : {};
}
