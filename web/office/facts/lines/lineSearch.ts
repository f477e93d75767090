import { type PagePlace, pageIn, textsIn } from '../searchIn.ts';

/** What lines are looked for by; all of it has to fit. */
export const LINE_FILTERS = [
  'partner',
  'product',
  'company',
  'side',
  'document',
  'import',
  'from',
  'until',
] as const;
export type LineFilter = (typeof LINE_FILTERS)[number];

/** The line whose sheet is open, as its system, document and number. */
const OPEN = ['source', 'of', 'line'] as const;

export type LineSearch = { readonly [name in LineFilter | (typeof OPEN)[number]]?: string } & PagePlace;

export const SIDES = ['sale', 'purchase', 'sellThrough'] as const;

/** The search in the address; nonsense counts as nothing. */
export function lineSearchIn(search: Record<string, unknown>): LineSearch {
  const { side, from, until, ...texts } = textsIn(search, [...LINE_FILTERS, ...OPEN]);
  return {
    ...texts,
    ...(SIDES.some((known) => known === side) && { side: side as string }),
    ...(isDay(from) && { from }),
    ...(isDay(until) && { until }),
    ...pageIn(search),
  };
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** Only what lines are looked for by. */
export function filtersOf(search: LineSearch): { readonly [name in LineFilter]?: string } {
  const set = LINE_FILTERS.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]]));
  return Object.fromEntries(set) as { readonly [name in LineFilter]?: string };
}
