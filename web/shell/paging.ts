/** Where the page of a list begins, and how many rows lie before it, as the address keeps it. */
export type Paging = { readonly cursor?: string; readonly passed?: number };

const PASSED_MAX = 999_999_999;

/** Nonsense counts as the beginning. */
export function pagingIn({ cursor, passed }: Record<string, unknown>): Paging {
  const isPage =
    typeof cursor === 'string' &&
    /^[\w-]+$/.test(cursor) &&
    Number.isInteger(passed) &&
    Number(passed) > 0 &&
    Number(passed) <= PASSED_MAX;
  return isPage ? { cursor, passed: Number(passed) } : {};
}

/** A text of the address; the router reads a code of digits as a number. */
export function textIn(value: unknown): string | undefined {
  const isText = (typeof value === 'string' && value !== '') || typeof value === 'number';
  return isText ? String(value) : undefined;
}
