import type { LocalDate } from '../calendar/localDate.ts';
import type { Decimal } from '../number/decimal.ts';
import { joinKey } from '../text/key.ts';

/**
 * Which days a line can be placed by; an agreement names one of them. `service` is the day on which
 * a service was done, `payment` the day on which the document was paid in full, `submission` the
 * day on which a sale was reported or claimed.
 */
export const DATE_KINDS = [
  'order',
  'delivery',
  'receipt',
  'invoice',
  'posting',
  'service',
  'payment',
  'submission',
] as const;
export type DateKind = (typeof DATE_KINDS)[number];
export type LineDates = { readonly [kind in DateKind]?: LocalDate };

/** The quantities a line can carry; `invoiced` is what a sales document bills. */
export const QUANTITY_KINDS = ['invoiced', 'ordered', 'received', 'rejected', 'stocked'] as const;
export type QuantityKind = (typeof QUANTITY_KINDS)[number];
export type LineQuantities = { readonly [kind in QuantityKind]?: Decimal };

/**
 * A sale of ours to a customer, a purchase of ours from a supplier, or, as a partner reports it, a
 * sale of the partner's to its end customer (point of sale). A side of its own: what a partner
 * resells was a sale of ours before, and would count twice among them.
 */
export const SIDES = ['sale', 'purchase', 'sellThrough'] as const;
export type Side = (typeof SIDES)[number];

/** The documents of a line whose numbers it can carry beside their days. */
export const NUMBER_KINDS = ['order', 'delivery', 'receipt', 'invoice', 'posting', 'payment'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];
export type LineNumbers = { readonly [kind in NumberKind]?: string };

/** What a line is about. `rebateDocument`: a credit or debit note of a rebate of ours that comes back. */
export const LINE_KINDS = ['goods', 'freight', 'fee', 'freeGoods', 'rebateDocument'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Where a discount on an invoice line comes from: a promotion, a coupon, or a rule of the seller. */
export const DISCOUNT_ORIGINS = ['promotion', 'coupon', 'rule'] as const;
export type DiscountOrigin = (typeof DISCOUNT_ORIGINS)[number];

/**
 * A discount on the invoice line itself, as its document says it. Units: `percent` is in percent
 * points, `amount` is money off the whole line (negative where a return takes it back), `price` is
 * a fixed price per unit in place of the list price; money is in the line's currency.
 */
export type Discount = {
  readonly origin: DiscountOrigin;
  readonly code: string;
  readonly kind: 'percent' | 'amount' | 'price';
  readonly value: Decimal;
};

/** A document line of the same source, such as the one that a return takes back. */
export type LineReference = { readonly document: string; readonly line: string };

/** What a line says of itself that conditions and gathering look at, beside its dates. */
export type LineMarks = {
  /** At least one; absent where there is none. */
  readonly numbers?: LineNumbers;
  /** Absent: goods. */
  readonly kind?: LineKind;
  /** The customer of the partner that the goods went to, by the partner's or our code. */
  readonly endCustomer?: string;
  readonly taxCode?: string;
  /** In percent points, such as 19. */
  readonly taxRate?: Decimal;
};

/** What a linked return reads of the line that it takes back, as known at the same moment. */
export type OriginalLine = LineReference &
  LineMarks & {
    readonly dates: LineDates;
    readonly attributes: Readonly<Record<string, string>>;
    readonly batch: number;
    readonly knownOn?: LocalDate;
  };

/** What follows from the corrections among the lines that are known at the same moment. */
export type LineCorrection = {
  /** The lines in whose place it stands: the one that it names, and so on, at most a hundred of them. */
  readonly chain: readonly LineReference[];
  /** Another document corrects one of these, too, or they correct each other in a circle. */
  readonly isContradicted: boolean;
};

/**
 * One sales or purchase line in our typed form: the fact that everything is computed from.
 * Units: quantities in `unit`, values in major units of `currency`, both as received;
 * returns are negative. Shape: identified by (source, document, line); a correction is the
 * same identity with the next `revision`, or a line of its own that names the one it corrects.
 */
export type Line = LineMarks & {
  readonly source: string;
  readonly document: string;
  readonly line: string;
  readonly revision: number;
  readonly side: Side;
  readonly company: string;
  readonly partner: string;
  readonly product: string;
  readonly dates: LineDates;
  readonly quantities: LineQuantities;
  readonly unit: string;
  readonly listPrice?: Decimal;
  readonly unitPrice?: Decimal;
  /** The price of a unit that a contract fixes, for the end customer of the line where it names one. */
  readonly contractPrice?: Decimal;
  /** What a unit costs us: internal, partners never see it. */
  readonly unitCost?: Decimal;
  readonly netValue?: Decimal;
  readonly grossValue?: Decimal;
  readonly currency: string;
  /** At least one, sorted by origin and code, each at most once; absent where there is none. */
  readonly discounts?: readonly Discount[];
  readonly returnOf?: LineReference;
  /** The line that a linked return takes back; absent while that line is unknown. */
  readonly original?: OriginalLine;
  /** The line in whose place this one stands, as long as it is known. */
  readonly correctionOf?: LineReference;
  readonly correction?: LineCorrection;
  readonly attributes: Readonly<Record<string, string>>;
  /**
   * Of a total that was taken over: it sums what happened from this day to its dates, of whatever
   * kind they are. Its product may be empty; what is known of the products stands among its
   * attributes: `product-category` stands for `product.category`. Absent: one line of one document.
   */
  readonly takenOverFrom?: LocalDate;
  /** When it became known: the batch number in a database, 0 in a file. */
  readonly batch: number;
  /** The local day on which it became known (the label of its batch). */
  readonly knownOn?: LocalDate;
};

/** The identity of a line as one sortable text; ties of an allocation are broken by it. */
export function lineKey(line: { source: string; document: string; line: string }): string {
  return joinKey(line.source, line.document, line.line);
}
