import { type Paging, pagingIn, textIn } from '../../shell/paging.ts';

/** What the list of lines shows, as the address keeps it. */
export type LineSelection = Paging & {
  readonly from?: string;
  readonly until?: string;
  readonly product?: string;
  readonly document?: string;
};

export function lineSelectionIn(search: Record<string, unknown>): LineSelection {
  const { from, until } = search;
  const product = textIn(search.product);
  const document = textIn(search.document);
  return {
    ...(isDay(from) && { from: String(from) }),
    ...(isDay(until) && { until: String(until) }),
    ...(product !== undefined && { product }),
    ...(document !== undefined && { document }),
    ...pagingIn(search),
  };
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
