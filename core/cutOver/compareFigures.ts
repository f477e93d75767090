import { compare, type Rational } from '../number/rational.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { type CutOverPlace, cutOverPlaceKey } from './cutOverPlace.ts';

/** Why the amount of the old system and ours differ; `equal` where they do not. */
export const FIGURE_REASONS = [
  'equal',
  'onlyHere',
  'onlyThere',
  'incomplete',
  'extraLines',
  'missingLines',
  'rate',
  'rounding',
  'terms',
  'unexplained',
] as const;
export type FigureReason = (typeof FIGURE_REASONS)[number];

/** Ours or theirs of one account. Units: `minor` of the currency; volume and rate as the agreement counts. */
export type ComparedFigure = {
  readonly minor: bigint;
  /** The payout measure. */
  readonly volume?: Rational;
  readonly rate?: Rational;
  readonly lines?: number;
  /** Lines that should count and cannot be computed. */
  readonly blocked?: number;
};

export type FigureComparison = {
  readonly place: CutOverPlace;
  readonly ours?: ComparedFigure;
  readonly theirs?: ComparedFigure;
  /** Ours less theirs. */
  readonly deltaMinor: bigint;
  readonly reason: FigureReason;
};

type Placed = { readonly place: CutOverPlace; readonly figure: ComparedFigure };

/**
 * Account by account, what the old system came to beside ours, in order of the accounts. A
 * difference of volume is one of lines; at the same volume it is the rate, where theirs is told
 * and is another one; at the same rate it is rounding up to half a minor unit for each line, and
 * the terms beyond it. Ours may be incomplete, and then that is the reason. Without their volume nobody can tell, unless it is a single minor unit.
 * An account of nothing on one side is no difference.
 */
export function compareFigures(ours: readonly Placed[], theirs: readonly Placed[]): FigureComparison[] {
  const places = new Map([...theirs, ...ours].map((entry) => [cutOverPlaceKey(entry.place), entry.place]));
  const [own, old] = [ours, theirs].map((side) => byPlace(side)) as [Figures, Figures];
  return [...places]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([key, place]) => compared(place, own.get(key), old.get(key)));
}

type Figures = ReadonlyMap<string, ComparedFigure>;

function byPlace(side: readonly Placed[]): Figures {
  return new Map(side.map(({ place, figure }) => [cutOverPlaceKey(place), figure]));
}

function compared(
  place: CutOverPlace,
  ours: ComparedFigure | undefined,
  theirs: ComparedFigure | undefined,
): FigureComparison {
  const deltaMinor = (ours?.minor ?? 0n) - (theirs?.minor ?? 0n);
  const reason = reasonOf(ours, theirs, deltaMinor);
  return { place, ...(ours && { ours }), ...(theirs && { theirs }), deltaMinor, reason };
}

function reasonOf(
  ours: ComparedFigure | undefined,
  theirs: ComparedFigure | undefined,
  delta: bigint,
): FigureReason {
  if (delta === 0n) return 'equal';
  if (theirs === undefined) return 'onlyHere';
  if (ours === undefined) return 'onlyThere';
  if ((ours.blocked ?? 0) > 0) return 'incomplete';
  const [own, old] = [ours.volume, theirs.volume];
  if (own === undefined || old === undefined) return magnitude(delta) <= 1n ? 'rounding' : 'unexplained';
  const more = compare(own, old);
  if (more !== 0) return more > 0 ? 'extraLines' : 'missingLines';
  if (isAnotherRate(ours, theirs)) return 'rate';
  return magnitude(delta) <= roundingOf(theirs) ? 'rounding' : 'terms';
}

function isAnotherRate({ rate: own }: ComparedFigure, { rate: old }: ComparedFigure): boolean {
  return own !== undefined && old !== undefined && compare(own, old) !== 0;
}

/** Who rounds each line can be off by half a minor unit for each, and by one in the sum. */
function roundingOf({ lines = 0 }: ComparedFigure): bigint {
  return 1n + BigInt(Math.ceil(lines / 2));
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** What the comparison adds up to: accounts, both sums and their difference by reason and currency. */
export type ComparisonTotal = {
  readonly reason: FigureReason;
  readonly currency: string;
  readonly accounts: number;
  readonly oursMinor: bigint;
  readonly theirsMinor: bigint;
};

/** In the order of the reasons, then by currency: amounts of two currencies never add up. */
export function comparisonTotals(comparisons: readonly FigureComparison[]): ComparisonTotal[] {
  return FIGURE_REASONS.flatMap((reason) => {
    const own = comparisons.filter((entry) => entry.reason === reason);
    const byCurrency = Map.groupBy(own, ({ place }) => place.currency);
    return [...byCurrency]
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([currency, entries]) => ({
        reason,
        currency,
        accounts: entries.length,
        oursMinor: entries.reduce((sum, { ours }) => sum + (ours?.minor ?? 0n), 0n),
        theirsMinor: entries.reduce((sum, { theirs }) => sum + (theirs?.minor ?? 0n), 0n),
      }));
  });
}
