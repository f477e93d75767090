import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Scale } from '../earning/progress.ts';
import type { Step } from '../explanation/explanation.ts';
import type { Line } from '../fact/line.ts';
import type { Money } from '../money/money.ts';
import type { Rational } from '../number/rational.ts';
import type { Match } from '../plan/matchLine.ts';
import type { Change } from '../plan/nearestChange.ts';

/** Where a partner stands under a term. Each partner, term and window has exactly one of them. */
export const QUALIFYING_STATES = ['eligible', 'notYet', 'notEnrolled', 'blocked', 'deadlineMissed'] as const;
export type QualifyingState = (typeof QUALIFYING_STATES)[number];

/** What is to be said beside steps and lines. */
export const NOTICES = [
  'conditionMissed',
  'enrolledFrom',
  'enrolledUntil',
  'noLinesYet',
  'comesToNothing',
  'windowNotBegun',
  'windowOver',
  'claimDeadlinePassed',
  'claimDeadline',
] as const;
export type NoticeKind = (typeof NOTICES)[number];

/** Lines of one partner that do not count for one reason, with the first of them. */
export type MissedLines = {
  readonly lines: number;
  readonly example: Line;
  readonly match: Exclude<Match, { state: 'counted' }>;
};

/** One reason for a state, as data: of the worked solution, of lines, or a notice with its facts. */
export type Reason =
  | { readonly of: 'step'; readonly step: Step }
  | ({ readonly of: 'lines'; readonly change?: Change } & MissedLines)
  | {
      readonly of: 'notice';
      readonly notice: NoticeKind;
      readonly facts: Readonly<Record<string, string>>;
    };

/** What is missing to the next tier, in the unit of the qualifier, and what reaching it is worth. */
export type Gap = {
  readonly tier: number;
  readonly missing: Rational;
  readonly scale: Scale;
  /** More than now, by the tier table alone; absent where the mix of what is still sold decides. */
  readonly worth?: Money;
};

/** One partner under one term in the window that matters on the day. */
export type Qualifying = {
  readonly term: string;
  readonly partner: string;
  readonly window: Window;
  readonly state: QualifyingState;
  readonly amount: Money;
  /** 0: no tier reached. */
  readonly tier: number;
  readonly gap?: Gap;
  /** The last day on which business still counts for the window. */
  readonly by: LocalDate;
  readonly reasons: readonly Reason[];
};
