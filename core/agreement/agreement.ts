import type { Calendar } from '../calendar/calendar.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Frequency, Window } from '../calendar/window.ts';
import type { DateKind, QuantityKind, Side } from '../fact/line.ts';
import type { Decimal } from '../number/decimal.ts';
import type { RoundingMode } from '../number/round.ts';
import type { SettlementTax } from './settlementTax.ts';

/**
 * The decoded text of an agreement. The shape is the file's, field by field; only tiers come
 * normalised (`Rate`). Two kinds of fields may be left out: remarks (`words`), and the description
 * of a thing that a named choice does not use (a baseline without growth). Whatever can change
 * money is named, if only by "none".
 */
export const FORMAT = 'openrebate/v1';

/** `customerRebate`: we owe it; `supplierRebate`: it is owed to us; `neither`: commission, royalty and the like. */
export const DIRECTIONS = ['customerRebate', 'supplierRebate', 'neither'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What the trade calls it. A label for people and reports: no amount depends on it. */
export const PROGRAMMES = [
  'volume',
  'growth',
  'upsell',
  'logistics',
  'crossSell',
  'productMix',
  'newProduct',
  'loyalty',
  'specialPrice',
  'shipAndDebit',
  'chargeback',
  'priceProtection',
  'marketingFund',
  'listingFee',
  'freightAllowance',
  'earlyPayment',
  'buyingGroup',
  'commission',
  'royalty',
  'other',
] as const;
export type Programme = (typeof PROGRAMMES)[number];

/**
 * One test of a line; exactly one of `in`, `notIn`, `under`. `attribute` is `partner.code`,
 * `partner.<name>`, `product.code`, `product.<name>`, `line.<name>`, `line.source` or `line.company`.
 * `under` is met by the value itself and by all that stands below it: `partner.code` climbs the
 * partners' attribute `parent`, every other attribute the tree of categories in master data.
 */
export type Condition =
  | { readonly attribute: string; readonly in: readonly string[] }
  | { readonly attribute: string; readonly notIn: readonly string[] }
  | { readonly attribute: string; readonly under: readonly string[] };

/** Which state of the master data decides: on the line's day, at the window's end, or as known now. */
export const ATTRIBUTE_DAYS = ['transaction', 'windowEnd', 'current'] as const;

export type Eligibility = {
  /** A line must meet every one of them. */
  readonly include: readonly Condition[];
  /** A line that meets one of them is out; exclusion wins. */
  readonly exclude: readonly Condition[];
  readonly attributesAsOf: (typeof ATTRIBUTE_DAYS)[number];
  /** `paid`: the line carries a payment day, not after the effective one; or it was paid in time. */
  readonly payment: 'any' | 'paid' | { readonly withinDays: number; readonly from: DateKind };
  /** A line counts when it was submitted at most so many days after its window's end. */
  readonly submission: 'any' | { readonly graceDays: number };
};

/** Which money of a line counts. `list` → `invoice` → `net` is the price waterfall of the line itself. */
export const VALUE_BASES = [
  'list',
  'invoice',
  'net',
  'gross',
  'margin',
  'orderedAtPrice',
  'receivedAtPrice',
  'stockedAtPrice',
] as const;
export type ValueBasis = (typeof VALUE_BASES)[number];

/** What lines are gathered by before something is counted or floored. */
export const BUCKETS = ['line', 'document', 'delivery', 'order', 'day', 'product'] as const;
export type Bucket = (typeof BUCKETS)[number];

export type CountedQuantity = Exclude<QuantityKind, 'rejected'>;

/** A price per unit: of the line, of the product's master data (`price.<name>`), or agreed here. */
export type Price = {
  /** Multiplies the price, for example 0.8 for a margin of 20 % on it; "1" leaves it. */
  readonly times: Decimal;
} & (
  | { readonly source: 'list' | 'unit' | 'contract' | 'net' | 'cost' }
  | { readonly source: 'product'; readonly name: string }
  | {
      readonly source: 'agreed';
      readonly prices: readonly { readonly product: string; readonly price: Decimal }[];
    }
);

/** The number computed from the lines that count and meet every condition of `where`, if there is one. */
export type Measure = { readonly where?: readonly Condition[] } & (
  | { readonly of: 'quantity'; readonly basis: CountedQuantity; readonly unit: string }
  | { readonly of: 'value'; readonly basis: ValueBasis }
  /** Quantity × a price. */
  | { readonly of: 'atPrice'; readonly basis: CountedQuantity; readonly unit: string; readonly price: Price }
  /** Quantity × (higher − lower): special prices, chargebacks, price protection. */
  | {
      readonly of: 'priceDifference';
      readonly basis: CountedQuantity;
      readonly unit: string;
      readonly higher: Price;
      readonly lower: Price;
      readonly whenNegative: 'zero' | 'negative';
    }
  /** How many different ones with a net value above zero. */
  | { readonly of: 'count'; readonly what: Bucket }
  /**
   * Full units of packing (`unit`, such as a pallet) in each delivery, order, day or line; per
   * product, or of all products together. `counts: units` gives the pieces (`of unit`) on them.
   */
  | {
      readonly of: 'pallets';
      readonly basis: CountedQuantity;
      readonly unit: string;
      readonly level: Exclude<Bucket, 'document' | 'product'>;
      readonly mixed: boolean;
      readonly returns: 'reduce' | 'doNotBreak';
      readonly counts: 'pallets' | { readonly units: string };
    }
  /** Complete sets: the least of the components' quantities, each divided by what a set takes. */
  | {
      readonly of: 'bundles';
      readonly basis: CountedQuantity;
      readonly unit: string;
      readonly components: readonly {
        readonly quantity: Decimal;
        readonly where: readonly Condition[];
      }[];
    }
);

/** A qualifier may also be a share: one measure in percent of another. */
export type Share = { readonly of: 'share'; readonly part: Measure; readonly whole: Measure };
export type Qualifier = Measure | Share;

/** What is paid on: one measure, or several named ones with rates of their own. */
export type Payout = { readonly id: string; readonly measure: Measure };

/**
 * How a tier becomes money. In the order of the catalogue: TF1 wholeVolume, TF2 marginal,
 * TF3 rolling, TF4 total, TF5 growthWhole, TF6 growthIncrement, TF7 growthMarginal, TF8 lumpSum,
 * TF9 mixShare, TF10 weightedMarginal, TF11 defaultTier, TF12 aboveThreshold, TF13 cappedMeasure;
 * and aboveBase (upsell), freeGoods, fixed (paid without sales).
 */
export const FORMULAS = [
  'wholeVolume',
  'marginal',
  'rolling',
  'total',
  'growthWhole',
  'growthIncrement',
  'growthMarginal',
  'lumpSum',
  'mixShare',
  'weightedMarginal',
  'defaultTier',
  'aboveThreshold',
  'cappedMeasure',
  'aboveBase',
  'freeGoods',
  'fixed',
] as const;
export type FormulaKind = (typeof FORMULAS)[number];

/** What a tier gives: percent of a value, money per unit, a fixed amount, or goods. */
export const PAYS = ['percent', 'perUnit', 'amount', 'free'] as const;
export type Pay = (typeof PAYS)[number];

/**
 * What a tier gives on one payout. `rate` is percent points, money per unit, or money, by `pays`;
 * of free goods it is the money value of one unit, `give` units for each full `per`.
 */
export type Rate = {
  readonly payout: string;
  readonly pays: Pay;
  readonly rate: Decimal;
  readonly free?: { readonly give: Decimal; readonly per: Decimal };
};

/** One tier by its lower bound; in the file a row names `percent`, `perUnit`, `amount`, `free` or `parts`. */
export type Tier = {
  readonly from: Decimal;
  readonly rates: readonly Rate[];
  /** TF13: at most so much of the payout measure is paid at this tier. */
  readonly measureCap?: Decimal;
  readonly words?: string;
};

export type Tiers = {
  readonly boundary: 'atLeast' | 'moreThan';
  /** Marginal tables by quantity: at which rate the unit that reaches a threshold is paid; `notWhole` for units that are divided. */
  readonly reachingUnit?: 'oldRate' | 'newRate' | 'notWhole';
  /** Marginal tables whose payout is not their qualifier: by shares of the whole, or line after line. */
  readonly stepValuation?: 'average' | 'sequence';
  /** TF11: the tier that stands until the window has ended. */
  readonly defaultTier?: number;
  /** Rising lower bounds: in the qualifier's unit, or in percent for growth and shares. */
  readonly rows: readonly Tier[];
};

/** What growth is measured against, and what happens where there is nothing to compare with. */
export type Baseline = {
  readonly source:
    | 'sameWindowPreviousYear'
    | { readonly averageOfMonths: number }
    | { readonly fixed: Decimal }
    | { readonly entered: readonly { readonly partner: string; readonly value: Decimal }[] };
  /** Tiers are percent of the baseline (110 means a tenth more), or the difference to it. */
  readonly growthAs: 'percent' | 'difference';
  readonly whenNotPositive:
    | { readonly policy: 'paysNothing' }
    | { readonly policy: 'treatAsTier'; readonly tier: number }
    | { readonly policy: 'useDefault'; readonly value: Decimal };
  /** `products`: only products that the baseline has too. */
  readonly likeForLike: 'no' | 'products';
};

/** The lines that the tier is found by, for a payout window. */
export type QualifierWindow =
  | 'payoutWindow'
  /** The longer window that the payout window lies in. */
  | { readonly within: Frequency }
  /** From the start of that longer window to the end of the payout window: year to date, life to date. */
  | { readonly toDate: Frequency }
  /** The n months that end with the payout window. */
  | { readonly rollingMonths: number };

export type Windows = {
  readonly payout: Frequency;
  readonly qualifier: QualifierWindow;
  /**
   * `own`: a window pays on its own lines. `cumulative`: it pays on all lines of its qualifier
   * window, less what the earlier payout windows in there have earned.
   */
  readonly pays: 'own' | 'cumulative';
  /** What becomes of thresholds in a window that start, end or supplement of the agreement cut short. */
  readonly cut: 'fullThreshold' | 'byDays' | 'byMonths';
  /** Thresholds of the n-th window of a year in percent of the table: sub-period targets. */
  readonly targets: 'same' | { readonly percentOfTable: readonly Decimal[] };
};

export type GateTest =
  | { readonly measure: Measure; readonly boundary: 'atLeast' | 'moreThan'; readonly from: Decimal }
  | {
      readonly share: { readonly part: Measure; readonly whole: Measure };
      readonly boundary: 'atLeast' | 'moreThan';
      readonly percent: Decimal;
    };

/** Nothing is paid unless so many of the tests are met, by the window as a whole or document by document. */
export type Gates = {
  readonly need: 'all' | number;
  readonly within: 'window' | 'document';
  readonly tests: readonly GateTest[];
};

/** Who uses up a limit first. */
export const CONSUMPTION_ORDERS = ['transactionDate', 'arrival', 'proRata'] as const;
export type ConsumptionOrder = (typeof CONSUMPTION_ORDERS)[number];

/** A cap on the qualifier (before the tier), on the payout measure (after it) or on the amount. */
export type Limit =
  | { readonly of: 'qualifier'; readonly scope: 'line' | 'partner'; readonly max: Decimal }
  | { readonly of: 'payout'; readonly scope: 'line' | 'partner'; readonly max: Decimal }
  | { readonly of: 'amount'; readonly scope: 'partner'; readonly max: Decimal }
  | {
      readonly of: 'payout' | 'amount';
      readonly scope: 'group' | 'programme';
      readonly max: Decimal;
      readonly order: ConsumptionOrder;
    };

/** A guaranteed amount a payout window, topped up where less was earned. */
export type Guarantee = {
  readonly amount: Decimal;
  /** Whether an earlier surplus counts towards a later window's guarantee. */
  readonly cumulative: boolean;
  /** From the first day of the window on, or once it has ended. */
  readonly paid: 'atBeginning' | 'atEnd';
  /** What becomes of a top-up: kept, taken out of later surplus, or taken back in the last window. */
  readonly unearned: 'kept' | 'recoveredLater' | 'repaidAtEnd';
};

/** Partners that reach targets together. The group of a partner is an attribute with its dates. */
export type Group = {
  readonly by: string;
  /** `group` uses the group's qualifier, `higher` the better of group and partner. */
  readonly target: 'group' | 'higher';
  /** Which lines of a joiner count: from joining on, or those of the whole window. */
  readonly joiners: {
    readonly qualifier: 'fromJoining' | 'wholeWindow';
    readonly payout: 'fromJoining' | 'wholeWindow';
  };
  readonly leavers: 'finalTier' | 'tierAtLeaving' | { readonly nothing: 'lapses' | 'isSpread' };
  /** How a marginal total is spread over the members. */
  readonly spreadBy: 'payoutMeasure' | 'qualifierMeasure';
  /** Percent of each amount that the group keeps; "0" for nothing. */
  readonly keptPercent: Decimal;
};

/** Of the terms that name the same set, one is paid per partner and window. */
export type Exclusive = {
  readonly set: string;
  readonly choice: 'bestForPayee' | 'bestForPayer' | 'rank';
  /** 1 wins; it also breaks a tie of two amounts. */
  readonly rank: number;
  /** Whether contested lines stay in the loser's qualifier. */
  readonly loserQualifier: 'keeps' | 'loses';
};

/** Earnings of other terms that are taken off the value of the same lines first. */
export type Netting = { readonly of: readonly string[]; readonly lowers: 'payout' | 'payoutAndQualifier' };

/** Terms that hold from a day on (rulings R16 calls it a period). */
export type Supplement = {
  readonly id: string;
  readonly firstDay: LocalDate;
  readonly words?: string;
  readonly tiers: Tiers;
  /** Whether volume before its day counts towards the new tiers. */
  readonly carryVolume: boolean;
  /** Lines from its day on, or the whole window that it falls into. */
  readonly touches: 'linesFrom' | 'wholeWindow';
};

export type Returns = {
  readonly linked: 'originalWindow' | 'returnWindow' | 'currentAtOriginalRate' | 'currentAtCurrentRate';
  readonly unlinked: 'returnWindow' | 'oldestSale' | 'newestSale' | 'blocked';
  /** A window whose measures are below zero: nothing, the lowest tier's rate, or as if positive, negated. */
  readonly negativeWindow: 'zero' | 'lowestTier' | 'mirror';
};

export type CurrencyConversion = RateSource & {
  /** The day whose rate counts: a date of the line, the last day of the payout window, or the validity's first day. */
  readonly rateOn: DateKind | 'windowEnd' | 'agreementStart';
};

/** Which rates of master data count, and what where a day has none. */
export type RateSource = {
  /** The kind of rate in master data, such as "closing" or "average". */
  readonly rateType: string;
  readonly path: 'direct' | 'inverse' | { readonly through: string };
  readonly fallback: 'blocked' | { readonly previousDays: number };
};

export type Conversion = {
  /** Factors of the product's master data as of a date of the line, or as they stand now. */
  readonly units: 'none' | { readonly factorsAsOf: DateKind | 'current' };
  readonly currency: 'none' | CurrencyConversion;
};

/** What is rounded: each line's share, the partner's window, or the sum over all partners of a window. */
export const GRAINS = ['line', 'partnerWindow', 'programmeWindow'] as const;

export type Rounding = {
  readonly grain: (typeof GRAINS)[number];
  readonly mode: RoundingMode;
  /** Rounds amount ÷ payout measure before it is multiplied again. */
  readonly unitRate: 'none' | { readonly places: number; readonly mode: RoundingMode };
};

/** How an amount is spread over its lines; `ownRate` weighs each line with the rate that it earned. */
export const APPORTIONMENTS = ['payoutMeasure', 'qualifierMeasure', 'ownRate', 'sequence'] as const;

export type Term = {
  readonly id: string;
  /** The contract's own words, kept beside what they were turned into. */
  readonly words?: string;
  readonly transactions: Side;
  readonly date: DateKind;
  readonly eligibility: Eligibility;
  readonly qualifier: Qualifier;
  readonly payouts: readonly Payout[];
  readonly windows: Windows;
  readonly formula: FormulaKind;
  readonly tiers: Tiers;
  readonly baseline?: Baseline;
  readonly gates: 'none' | Gates;
  readonly limits: 'none' | readonly Limit[];
  /** At least so much is earned: once a tier is reached, or always. */
  readonly floor: 'none' | { readonly amount: Decimal; readonly when: 'tierReached' | 'always' };
  /** An amount below it is not earned at all. */
  readonly minimum: 'none' | { readonly amount: Decimal };
  readonly guarantee: 'none' | Guarantee;
  readonly group: 'none' | Group;
  readonly exclusive: 'none' | Exclusive;
  readonly netting: 'none' | Netting;
  readonly returns: Returns;
  readonly conversion: Conversion;
  readonly supplements: 'none' | readonly Supplement[];
  readonly rounding: Rounding;
  readonly apportionment: {
    readonly by: (typeof APPORTIONMENTS)[number];
    readonly residual: 'largestRemainder';
  };
};

/** The amounts of several terms together are cut to `max`, per partner or over all, per payout window. */
export type SharedCap = {
  readonly id: string;
  readonly terms: readonly string[];
  readonly scope: 'partner' | 'programme';
  readonly max: Decimal;
  readonly spread: 'proRata' | 'termOrder';
};

/** Before its last day is over, an agreement ends: what of its open windows (rulings R16). */
export type Termination = {
  readonly lastDay: LocalDate;
  readonly openWindows: 'settleToDate' | 'forfeit' | 'prorateThresholds';
};

/** By which rate what was earned becomes an amount in the currency that it is paid in. */
export type PayoutExchange =
  /** What one unit of the agreement's currency is in that of the settlement. */
  | { readonly fixed: Decimal }
  /** Of the day as of which it is settled, or of that of the settlement run. */
  | (RateSource & { readonly rateOn: 'asOf' | 'runDay' });

/** How an earned amount becomes money on documents (rulings R17): checked and shown, executed by settlement. */
export type Settlement = {
  readonly frequency: Frequency;
  readonly asOf: 'windowEnd' | { readonly daysAfter: number };
  readonly interimPercent: Decimal;
  readonly finalDays: number;
  readonly claim: {
    readonly rule: 'automatic' | 'partnerClaims' | 'weClaim';
    readonly deadlineDays: number | 'none';
    readonly afterDeadline: 'lapses' | 'staysOpen';
    readonly silence: 'accepts' | 'rejects';
  };
  readonly method: 'creditNote' | 'debitNote' | 'payment' | 'goods' | 'deduction';
  readonly paymentDays: number;
  readonly currency: string;
  /** Where it is paid in another currency than it is earned in; left out, such an amount is held. */
  readonly exchange?: PayoutExchange;
  readonly tax: SettlementTax;
  readonly nettingWith: 'none' | readonly string[];
  readonly minimumPayout: 'none' | { readonly amount: Decimal; readonly below: 'carry' | 'lapse' };
  readonly accrual:
    | 'reachedTier'
    | 'expectedTier'
    | { readonly percent: Decimal }
    | ForecastAccrual
    | {
        readonly scenarios: readonly { readonly percentOfForecast: Decimal; readonly probability: Decimal }[];
        readonly take: 'expectedValue' | 'mostLikely';
        readonly constraint: 'none' | { readonly confidence: Decimal };
      };
  /** Of what a supplier owes; left out, on acceptance. */
  readonly recognition?: 'onAcceptance' | 'onTerms';
  readonly clawBack: { readonly scope: 'full' | 'untilFinal' | 'waived'; readonly by: 'offset' | 'invoice' };
  readonly afterFinal: 'reopens' | 'nextWindow' | { readonly ignoredAfterDays: number };
};

/**
 * The tier of a volume that people expect. Of a partner with none the volume so far goes on by days,
 * or the tier reached counts. Units: those of the term's qualifier, for each of its windows.
 */
export type ForecastAccrual = {
  readonly forecast: readonly { readonly term: string; readonly partner: string; readonly volume: Decimal }[];
  readonly others: 'expectedTier' | 'reachedTier';
};

export type Agreement = {
  readonly format: typeof FORMAT;
  readonly id: string;
  readonly name: { readonly en: string; readonly 'zh-CN': string };
  readonly programme: Programme;
  readonly direction: Direction;
  /** Which company of ours settles. */
  readonly company: string;
  /** Whose lines count, in one measure; each bears what its own lines earn. */
  readonly tradingCompanies: readonly string[];
  /** Which company bears what no line earns. */
  readonly bearsTheRest: string;
  /** Who takes part: partners that meet every condition; each looks at `partner.…`. */
  readonly participants: readonly Condition[];
  /** Who gets the money: whoever the line is with, or a partner named here. */
  readonly beneficiary: 'participant' | { readonly partner: string };
  /** Half-open here; the file names its first and last day. */
  readonly validity: Window;
  readonly termination: 'none' | Termination;
  readonly currency: string;
  readonly calendar: Calendar;
  readonly terms: readonly Term[];
  readonly sharedCaps: 'none' | readonly SharedCap[];
  readonly settlement: Settlement;
};
