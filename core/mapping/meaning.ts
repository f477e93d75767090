import type { Notion } from './notion.ts';

/** A field that a name may mean, and how well it says so, from 0 to 100. */
export type Meaning = { readonly field: string; readonly points: number };

/** Nothing of a line: kept as a free attribute. */
export const ASIDE = 'aside';

/** Whether a name is about all of these. */
export type Has = (...notions: readonly Notion[]) => boolean;

export function meaning(field: string, points: number): Meaning {
  return { field, points };
}

export function aside(points: number): Meaning {
  return { field: ASIDE, points };
}

const PAPERS = [
  'invoice',
  'delivery',
  'receipt',
  'order',
  'posting',
  'payment',
  'service',
  'submission',
] as const;
export type Paper = (typeof PAPERS)[number];

export function paperOf(has: Has): Paper | undefined {
  return PAPERS.find((paper) => has(paper));
}
