import type { LocalDate } from '../calendar/localDate.ts';
import { type Decimal, formatDecimal, trimDecimal } from '../number/decimal.ts';
import type { Result } from '../refusal/refusals.ts';
import { canonicalJson } from '../text/canonicalJson.ts';
import { joinKey } from '../text/key.ts';
import { FieldReader } from './fieldReader.ts';

/**
 * The part of a payment that goes to one document. Units: money in major units of `currency`; a
 * payment that bounces comes back as a negative one. Shape: identified by source, payment and document.
 */
export type Payment = {
  /** The system that the payment comes from. */
  readonly source: string;
  readonly payment: string;
  readonly paidOn: LocalDate;
  /** That of the lines that are paid. */
  readonly documentSource: string;
  readonly document: string;
  readonly amount: Decimal;
  /** Taken off for early payment: it is not owed any more, as if it had been paid. */
  readonly discount?: Decimal;
  /** What the document comes to with tax, where its lines do not say it. */
  readonly documentTotal?: Decimal;
  readonly currency: string;
};

export const PAYMENT_FIELDS = [
  'source',
  'payment',
  'paidOn',
  'documentSource',
  'document',
  'amount',
  'discount',
  'documentTotal',
  'currency',
] as const;

/** One row of texts to a payment, or every reason why it is none. Refuses: those of FieldReader. */
export function parsePayment(texts: Readonly<Record<string, string>>): Result<Payment> {
  const row = new FieldReader(texts, (field) => PAYMENT_FIELDS.some((known) => known === field));
  const source = row.required('source');
  const payment = {
    source,
    payment: row.required('payment'),
    paidOn: row.neededDate('paidOn'),
    documentSource: row.code('documentSource') ?? source,
    document: row.required('document'),
    amount: row.neededDecimal('amount'),
    ...row.decimals('discount', 'documentTotal'),
    currency: row.currency(),
  };
  return row.refusals.length === 0 ? { ok: true, value: payment } : { ok: false, refusals: row.refusals };
}

export function paymentKey({ source, payment, documentSource, document }: Payment): string {
  return joinKey(source, payment, documentSource, document);
}

/** What its sender said, as one text: the same content again changes nothing. */
export function paymentContent({ amount, discount, documentTotal, ...said }: Payment): string {
  const text = (decimal: Decimal) => formatDecimal(trimDecimal(decimal));
  return canonicalJson({
    ...said,
    amount: text(amount),
    ...(discount && { discount: text(discount) }),
    ...(documentTotal && { documentTotal: text(documentTotal) }),
  });
}
