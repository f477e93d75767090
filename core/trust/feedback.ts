import type { CaseDecision } from './caseState.ts';

/** A finding whose case was decided: how strongly its detector held it, and what it was. */
export type Judged = { readonly detector: string; readonly score: number; readonly decision: CaseDecision };

/** What decisions say of a detector. `precision`: of what it found, how much was right, in basis points. */
export type Feedback = {
  readonly detector: string;
  readonly confirmed: number;
  readonly falseAlarms: number;
  readonly precision: number;
  readonly suggestion?: Suggestion;
};

/** From which score on findings are acted on: how many false alarms that would have spared, and what it would have missed. */
export type Suggestion = {
  readonly leastScore: number;
  readonly spared: number;
  readonly missed: number;
};

/** So many decisions are needed before anything is suggested. */
export const JUDGED_LEAST = 5;

/** A case that was right and is missed costs as much as so many false alarms. */
const MISSED_COSTS = 3;

/** By detector, in the order of their names. A suggestion is never taken by itself: a person sets parameters. */
export function feedbackOf(judged: readonly Judged[]): readonly Feedback[] {
  const byDetector = Map.groupBy(judged, ({ detector }) => detector);
  return [...byDetector]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([detector, own]) => {
      const confirmed = own.filter(({ decision }) => decision === 'confirmed').length;
      const suggestion = suggestionOf(own);
      return {
        ...{ detector, confirmed, falseAlarms: own.length - confirmed },
        precision: Math.floor((confirmed * 10_000) / own.length),
        ...(suggestion && { suggestion }),
      };
    });
}

/** The lowest score that would have cost least; undefined where too little was decided, or nothing would be better. */
function suggestionOf(own: readonly Judged[]): Suggestion | undefined {
  if (own.length < JUDGED_LEAST) return undefined;
  const scores = [...new Set(own.map(({ score }) => score))].sort((a, b) => a - b);
  // Beside each score, one above all of them would silence the detector: that is for a person to think of.
  const candidates = scores.map((leastScore) => {
    const below = own.filter(({ score }) => score < leastScore);
    const missed = below.filter(({ decision }) => decision === 'confirmed').length;
    const spared = below.length - missed;
    return { leastScore, spared, missed, gain: spared - MISSED_COSTS * missed };
  });
  const best = candidates.reduce((a, b) => (b.gain > a.gain ? b : a));
  if (best.gain <= 0) return undefined;
  const { gain: _, ...suggestion } = best;
  return suggestion;
}
