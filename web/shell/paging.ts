import { keepPreviousData } from '@tanstack/react-query';
import { said } from './textsIn.ts';

/** Where the page of a list begins, and how many rows lie before it, as the address keeps it. */
export type Paging = { readonly cursor?: string; readonly passed?: number };

/** How many rows a page of a list has. */
export const PAGE_ROWS = 50;

/** How pages are asked for: the page before stays until the next one is there. */
export const PAGED = { placeholderData: keepPreviousData };

const PASSED_MAX = 999_999_999;

/** Nonsense counts as the beginning. */
export function pagingIn({ cursor, passed }: Readonly<Record<string, unknown>>): Paging {
  const isPage =
    typeof cursor === 'string' &&
    /^[\w-]+$/.test(cursor) &&
    Number.isInteger(passed) &&
    Number(passed) > 0 &&
    Number(passed) <= PASSED_MAX;
  return isPage ? { cursor, passed: Number(passed) } : {};
}

/** Asks for the page of a list that the address names, narrowed by what else it says. */
export function pageQuery<
  const T extends Readonly<Record<string, string | undefined>> & { readonly cursor?: string | undefined },
>(texts: T) {
  return { limit: String(PAGE_ROWS), ...said(texts) };
}
