import type { Frequency, Window } from '../calendar/window.ts';
import type { DateKind, QuantityKind } from '../fact/line.ts';
import type { Decimal } from '../number/decimal.ts';
import type { RoundingMode } from '../number/round.ts';

export const FORMAT = 'openrebate/v1';

/** `customerRebate`: we owe it; `supplierRebate`: it is owed to us. */
export const DIRECTIONS = ['customerRebate', 'supplierRebate'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Which money of a line counts. `…AtPrice` is that quantity × the line's unit price. */
export const VALUE_BASES = ['net', 'gross', 'orderedAtPrice', 'receivedAtPrice', 'stockedAtPrice'] as const;
export type ValueBasis = (typeof VALUE_BASES)[number];

/** The number computed from the lines that count. */
export type Measure =
  | { readonly of: 'quantity'; readonly basis: Exclude<QuantityKind, 'rejected'>; readonly unit: string }
  | { readonly of: 'value'; readonly basis: ValueBasis };

/**
 * One test of a line. `attribute` is `partner.code`, `partner.<name>`, `product.code`,
 * `product.<name>`, `line.<name>`, `line.source` or `line.company`.
 */
export type Condition = { readonly attribute: string; readonly in: readonly string[] };

export type Eligibility = {
  /** A line must meet every one of them. */
  readonly include: readonly Condition[];
  /** A line that meets one of them is out; exclusion wins. */
  readonly exclude: readonly Condition[];
  /** Master data as of the line's own date, or as it stands at the known moment. */
  readonly attributesAsOf: 'transaction' | 'current';
};

/** TF1, TF2, TF5 of the catalogue, and a fixed amount once a tier is reached. */
export const FORMULAS = ['wholeVolume', 'marginal', 'growthWhole', 'lumpSum'] as const;
export type FormulaKind = (typeof FORMULAS)[number];

/** What a tier gives: percent of a value, money per unit, or a fixed amount. */
export const PAYS = ['percent', 'perUnit', 'amount'] as const;
export type Pay = (typeof PAYS)[number];

/** One tier by its lower bound. `rate` is percent points, money per unit or money, by `pays`. */
export type Tier = { readonly from: Decimal; readonly rate: Decimal; readonly words?: string };

export type Tiers = {
  readonly boundary: 'atLeast' | 'moreThan';
  readonly pays: Pay;
  /** Marginal tables in whole units: at which rate the unit that reaches a threshold is paid. */
  readonly reachingUnit?: 'oldRate' | 'newRate';
  /** Rising lower bounds; in the qualifier's unit, or percent of the baseline for growth. */
  readonly rows: readonly Tier[];
};

/** What growth is measured against, and what happens where there is nothing to compare with. */
export type Baseline = {
  readonly window: 'sameWindowPreviousYear';
  readonly whenNotPositive:
    | { readonly policy: 'paysNothing' }
    | { readonly policy: 'treatAsTier'; readonly tier: number };
  readonly likeForLike: false;
};

export type Term = {
  readonly id: string;
  /** The contract's own words, kept beside what they were turned into. */
  readonly words?: string;
  readonly transactions: 'sale' | 'purchase';
  readonly date: DateKind;
  readonly eligibility: Eligibility;
  readonly qualifier: Measure;
  readonly payout: Measure;
  readonly qualifierWindow: Frequency;
  readonly payoutWindow: Frequency;
  /** What happens to thresholds in a window cut by start or end of the validity. */
  readonly cutWindow: 'fullThreshold';
  readonly formula: FormulaKind;
  readonly tiers: Tiers;
  readonly baseline?: Baseline;
  readonly returns: {
    readonly linked: 'originalWindow' | 'returnWindow';
    readonly unlinked: 'returnWindow' | 'blocked';
  };
  readonly limits: 'none';
  readonly netting: 'none';
  readonly rounding: { readonly grain: 'partnerWindow'; readonly mode: RoundingMode };
  readonly apportionment: { readonly by: 'payoutMeasure'; readonly residual: 'largestRemainder' };
};

/** The decoded text of an agreement: every field that can change money is named in it. */
export type Agreement = {
  readonly format: typeof FORMAT;
  readonly id: string;
  readonly name: { readonly en: string; readonly 'zh-CN': string };
  readonly direction: Direction;
  readonly company: string;
  /** Who takes part: partners that meet every condition; each looks at `partner.…`. */
  readonly participants: readonly Condition[];
  readonly beneficiary: 'participant';
  /** Half-open here; the file names its first and last day. */
  readonly validity: Window;
  readonly currency: string;
  readonly calendar: 'gregorian';
  readonly terms: readonly Term[];
};
