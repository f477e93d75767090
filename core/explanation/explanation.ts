/**
 * An operand of a step, as data: exact texts, never formatted. `number` may be a fraction
 * "3048/3628" where the decimal does not end; the renderer cuts it and says so with an ellipsis.
 */
export type Operand =
  | { readonly kind: 'money'; readonly value: string; readonly currency: string }
  | { readonly kind: 'number'; readonly value: string; readonly unit?: string }
  | { readonly kind: 'percent'; readonly value: string }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'window'; readonly firstDay: string; readonly lastDay: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string }
  /** A word of the catalogue, shown in the reader's language. */
  | { readonly kind: 'word'; readonly word: string };

/** The kinds of steps; each has one sentence per language in the catalogue. */
export const STEP_KINDS = [
  'earning',
  'qualifier',
  'payout',
  'baseline',
  'takenOverTotals',
  'takenOverAmount',
  'growth',
  'growthDifference',
  'growthWithoutBaseline',
  'baselineDefault',
  'extra',
  'tierReached',
  'tierNone',
  'tierRate',
  'tierRateFree',
  'defaultTier',
  'negativeWindow',
  'nextTier',
  'lastTier',
  'wholePercent',
  'wholePerUnit',
  'marginal',
  'marginalBandPercent',
  'marginalBandPerUnit',
  'marginalAverage',
  'marginalSequence',
  'growthMarginal',
  'aboveThreshold',
  'rolling',
  'total',
  'parts',
  'tierPercent',
  'tierPerUnit',
  'tierLumpSum',
  'increment',
  'measureCapped',
  'lumpSum',
  'freeGoods',
  'fixed',
  'paysNothing',
  'payoutPart',
  'gatesOpen',
  'gatesClosed',
  'gateMet',
  'gateMissed',
  'gateMissedBy',
  'gateOfNothing',
  'unitRateRounded',
  'amountCapped',
  'belowMinimum',
  'floorApplied',
  'forfeited',
  'returnedAtOriginalRate',
  'limitShared',
  'sharedCap',
  'guaranteeTopUp',
  'guaranteeRecovered',
  'exclusiveLost',
  'nettedOff',
  'groupShare',
  'groupAtLeaving',
  'groupIndividual',
  'groupForfeited',
  'groupKeeps',
  'groupKept',
  'rounding',
  'lessEarlierWindows',
  'incomplete',
  'adjusted',
  'adjustment',
  'adjustmentWithdrawn',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One step of a worked solution. The tree is data: signed, stored and compared as it is. */
export type Step = {
  readonly kind: StepKind;
  readonly operands: Readonly<Record<string, Operand>>;
  readonly steps: readonly Step[];
};
