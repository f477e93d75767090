import type { STATES } from '../selection.ts';

type Text = 'noVersion' | 'comesInForce' | 'inForce' | 'wasInForce';

/** What is said of the last version beside the state: before the first day nothing is in force yet, after the last one no more. */
const TEXTS: Readonly<Record<(typeof STATES)[number], Text>> = {
  draft: 'noVersion',
  inReview: 'noVersion',
  withdrawn: 'noVersion',
  approved: 'comesInForce',
  active: 'inForce',
  expired: 'wasInForce',
  terminated: 'wasInForce',
};

export function standingText(state: (typeof STATES)[number], version: number | undefined): Text {
  return version === undefined ? 'noVersion' : TEXTS[state];
}
