import type { LocalDate } from '../../core/calendar/localDate.ts';
import { type Correcting, replacedLines } from '../../core/fact/corrections.ts';
import type { Line } from '../../core/fact/line.ts';
import { type OwedLine, paidOn } from '../../core/fact/paidOn.ts';
import { joinKey } from '../../core/text/key.ts';
import { decimalOf } from './decimalOf.ts';
import { knownFacts } from './knownFacts.ts';
import type { Session } from './session.ts';

/** A document, whose number is its own inside of one source only. */
export type DocumentKey = { readonly source: string; readonly document: string };

/** The documents that are asked for ($3, $4); all of them where these are null. */
const isAsked = (source: string, document: string) =>
  `($3::text[] IS NULL OR (${source}, ${document}) IN (SELECT * FROM unnest($3::text[], $4::text[])))`;

/** The payments known at batch $2; the document is part of their identity. */
const PAYMENTS = `
  SELECT p.document_source AS source, p.document, p.paid_on, p.amount, p.discount, p.document_total, p.currency
  FROM (${knownFacts('payment', isAsked('f.document_source', 'f.document'))}) p`;

/** All lines of the documents that something was paid on: what a caller filters out is owed all the same. */
const OWED = `
  SELECT l.source, l.document, l.line, l.net_value, l.tax_rate, l.currency
  FROM line l
  WHERE l.tenant_id = $1 AND l.batch <= $2 AND l.withdrawn IS NULL
    AND (l.source, l.document) IN (
      SELECT document_source, document FROM payment
      WHERE tenant_id = $1 AND batch <= $2 AND ${isAsked('document_source', 'document')}
    )
    AND NOT EXISTS (
      SELECT FROM line n
      WHERE n.tenant_id = l.tenant_id AND n.source = l.source AND n.document = l.document
        AND n.line = l.line AND n.revision > l.revision AND n.revision > 1 AND n.batch <= $2
    )`;

/**
 * The days on which documents were paid in full, by source and document, as known at a batch: what
 * their payments come to. A line that another one corrects is not owed any more. Empty where nothing
 * was paid, which costs one look at an index.
 */
export async function paidDocuments(
  session: Session,
  batch: number,
  correcting: readonly Correcting[],
  documents: readonly DocumentKey[] | undefined,
): Promise<ReadonlyMap<string, LocalDate>> {
  const keys = documents && [...new Map(documents.map((one) => [keyOf(one), one])).values()];
  const values = [
    ...[session.tenant, batch],
    ...[keys?.map(({ source }) => source) ?? null, keys?.map(({ document }) => document) ?? null],
  ];
  const payments = await session.query<PaymentRow>(PAYMENTS, values);
  const days = new Map<string, LocalDate>();
  if (payments.length === 0) return days;
  const isReplaced = replacedLines(correcting);
  const lines = (await session.query<OwedRow>(OWED, values)).filter((row) => !isReplaced(row));
  const owed = Map.groupBy(lines, keyOf);
  for (const [key, rows] of Map.groupBy(payments, keyOf)) {
    const day = paidOn((owed.get(key) ?? []).map(toOwed), rows.map(toPaid));
    if (day !== undefined && owed.has(key)) days.set(key, day);
  }
  return days;
}

/** A line that says its day of payment itself keeps it; the others, and what returns take back, get that of their document. */
export function withPaymentDays(lines: readonly Line[], days: ReadonlyMap<string, LocalDate>): Line[] {
  if (days.size === 0) return [...lines];
  const paid = <T extends { readonly document: string; readonly dates: Line['dates'] }>(
    fact: T,
    source: string,
  ): T => {
    const day = fact.dates.payment === undefined ? days.get(joinKey(source, fact.document)) : undefined;
    return day === undefined ? fact : { ...fact, dates: { ...fact.dates, payment: day } };
  };
  return lines.map((line) => {
    const own = paid(line, line.source);
    const original = line.original && paid(line.original, line.source);
    return original === line.original ? own : { ...own, ...(original && { original }) };
  });
}

type PaymentRow = DocumentKey & {
  readonly paid_on: LocalDate;
  readonly amount: string;
  readonly discount: string | null;
  readonly document_total: string | null;
  readonly currency: string;
};

type OwedRow = DocumentKey & {
  readonly line: string;
  readonly net_value: string | null;
  readonly tax_rate: string | null;
  readonly currency: string;
};

function keyOf({ source, document }: DocumentKey): string {
  return joinKey(source, document);
}

function toOwed({ net_value, tax_rate, currency }: OwedRow): OwedLine {
  return {
    ...(net_value !== null && { netValue: decimalOf(net_value) }),
    ...(tax_rate !== null && { taxRate: decimalOf(tax_rate) }),
    currency,
  };
}

function toPaid({ paid_on, amount, discount, document_total, currency }: PaymentRow) {
  return {
    paidOn: paid_on,
    amount: decimalOf(amount),
    ...(discount !== null && { discount: decimalOf(discount) }),
    ...(document_total !== null && { documentTotal: decimalOf(document_total) }),
    currency,
  };
}
