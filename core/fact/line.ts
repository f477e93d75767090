import type { LocalDate } from '../calendar/localDate.ts';
import type { Decimal } from '../number/decimal.ts';
import { joinKey } from '../text/key.ts';

/** Which days a line can be placed by; an agreement names one of them. */
export const DATE_KINDS = ['order', 'delivery', 'receipt', 'invoice', 'posting'] as const;
export type DateKind = (typeof DATE_KINDS)[number];
export type LineDates = { readonly [kind in DateKind]?: LocalDate };

/** The quantities a line can carry; `invoiced` is what a sales document bills. */
export const QUANTITY_KINDS = ['invoiced', 'ordered', 'received', 'rejected', 'stocked'] as const;
export type QuantityKind = (typeof QUANTITY_KINDS)[number];
export type LineQuantities = { readonly [kind in QuantityKind]?: Decimal };

/** A sale of ours to a customer, or a purchase of ours from a supplier. */
export const SIDES = ['sale', 'purchase'] as const;
export type Side = (typeof SIDES)[number];

/** The document line that a return takes back. */
export type LineReference = { readonly document: string; readonly line: string };

/**
 * One sales or purchase line in our typed form: the fact that everything is computed from.
 * Units: quantities in `unit`, values in major units of `currency`, both as received;
 * returns are negative. Shape: identified by (source, document, line); a correction is the
 * same identity with the next `revision`.
 */
export type Line = {
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
  readonly unitPrice?: Decimal;
  readonly netValue?: Decimal;
  readonly grossValue?: Decimal;
  readonly currency: string;
  readonly returnOf?: LineReference;
  /** The dates of the line that a return takes back; absent while that line is unknown. */
  readonly originalDates?: LineDates;
  readonly attributes: Readonly<Record<string, string>>;
  /** When it became known: the batch number in a database, 0 in a file. */
  readonly batch: number;
  /** The local day on which it became known (the label of its batch). */
  readonly knownOn?: LocalDate;
};

/** The identity of a line as one sortable text; ties of an allocation are broken by it. */
export function lineKey(line: { source: string; document: string; line: string }): string {
  return joinKey(line.source, line.document, line.line);
}
