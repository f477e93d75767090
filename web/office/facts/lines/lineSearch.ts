import { type Paging, pagingIn } from '../../../shell/paging.ts';
import { dayIn, said, textsIn } from '../../../shell/textsIn.ts';

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

export type LineSearch = { readonly [name in LineFilter | (typeof OPEN)[number]]?: string } & Paging;

/** What of it is any text. */
const TEXTS = ['partner', 'product', 'company', 'document', 'import', ...OPEN] as const;

export const SIDES = ['sale', 'purchase', 'sellThrough'] as const;

/** The search in the address; nonsense counts as nothing. */
export function lineSearchIn(search: Record<string, unknown>): LineSearch {
  const side = SIDES.find((known) => known === search.side);
  const days = { from: dayIn(search.from), until: dayIn(search.until) };
  return { ...textsIn(search, TEXTS), ...said({ side, ...days }), ...pagingIn(search) };
}

/** Only what lines are looked for by. */
export function filtersOf(search: LineSearch): { readonly [name in LineFilter]?: string } {
  return textsIn(search, LINE_FILTERS);
}
