import type { LocalDate } from '../calendar/localDate.ts';
import { type Decimal, formatDecimal, trimDecimal } from '../number/decimal.ts';
import type { Result } from '../refusal/refusals.ts';
import { canonicalJson } from '../text/canonicalJson.ts';
import { joinKey } from '../text/key.ts';
import { FieldReader } from './fieldReader.ts';

/**
 * What lay somewhere at the end of a day. Shape: identified by source, company, partner, location,
 * product, unit and day; without a partner the stock is ours.
 */
export type StockCount = {
  readonly source: string;
  readonly company: string;
  readonly partner?: string;
  readonly location?: string;
  readonly product: string;
  readonly day: LocalDate;
  readonly quantity: Decimal;
  readonly unit: string;
};

export const STOCK_FIELDS = [
  'source',
  'company',
  'partner',
  'location',
  'product',
  'day',
  'quantity',
  'unit',
] as const;

/** One row of texts to a count, or every reason why it is none. Refuses: those of FieldReader. */
export function parseStockCount(texts: Readonly<Record<string, string>>): Result<StockCount> {
  const row = new FieldReader(texts, (field) => STOCK_FIELDS.some((known) => known === field));
  const partner = row.code('partner');
  const location = row.code('location');
  const count = {
    source: row.required('source'),
    company: row.required('company'),
    ...(partner !== undefined && { partner }),
    ...(location !== undefined && { location }),
    product: row.required('product'),
    day: row.neededDate('day'),
    quantity: row.neededDecimal('quantity'),
    unit: row.required('unit'),
  };
  return row.refusals.length === 0 ? { ok: true, value: count } : { ok: false, refusals: row.refusals };
}

export function stockKey(count: StockCount): string {
  const { source, company, partner = '', location = '', product, unit, day } = count;
  return joinKey(source, company, partner, location, product, unit, String(day));
}

export function stockContent({ quantity, ...said }: StockCount): string {
  return canonicalJson({ ...said, quantity: formatDecimal(trimDecimal(quantity)) });
}
