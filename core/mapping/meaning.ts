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

/**
 * The paper that a name is about: the one whose number or day it is. German, English and Chinese say
 * first whose it is, so that the last one before "number" or "date" counts; other languages say it after.
 */
export function paperOf(notions: readonly Notion[]): Paper | undefined {
  const isPaper = (notion: Notion | undefined): notion is Paper => PAPERS.some((paper) => paper === notion);
  const what = notions.findIndex((notion) => notion === 'date' || notion === 'number');
  const before = what > 0 ? notions.slice(0, what).filter(isPaper).at(-1) : undefined;
  const papers = notions.filter(isPaper);
  const moved = papers.find((paper) => paper === 'delivery' || paper === 'receipt');
  if (papers.includes('posting') && moved !== undefined) return moved;
  return before ?? (what === 0 ? papers[0] : papers.at(-1));
}
