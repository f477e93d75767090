import type { HistoryLine } from '../../../core/trust/history.ts';
import { dayOf, lineNumber, microsOf, minorOf, type Row, rowsOf, type Trade } from './trade.ts';

/** A manufacturer's sales to resellers. Amounts are US dollars; product numbers, not keys, are the products. */
export function resellerSales(folder: string): Trade {
  const numbers = new Map(rowsOf(folder, 'products').map((row) => [row.product_key, row]));
  const parents = new Map(
    rowsOf(folder, 'product_subcategories').map((row) => [row.subcategory_key, row.category_key]),
  );
  const categories = new Map(rowsOf(folder, 'product_categories').map((row) => [row.category_key, row.name]));
  const countries = new Map(
    rowsOf(folder, 'geographies').map((row) => [row.geography_key, row.country_code]),
  );
  const products = new Map(
    [...numbers.values()].map((row) => {
      const category = categories.get(parents.get(row.subcategory_key ?? '') ?? '');
      const { product_number: product = '', name = '' } = row;
      return [product, { product, name, ...(category === undefined ? {} : { category }) }];
    }),
  );
  return {
    set: 'adventureworks-reseller',
    source: 'reseller',
    side: 'sale',
    currency: 'USD',
    unit: 'EA',
    lines: rowsOf(folder, 'reseller_sales').map((row) =>
      lineOf(row, numbers.get(row.product_key)?.product_number ?? ''),
    ),
    partners: rowsOf(folder, 'resellers').map((row) => ({
      partner: row.account_number ?? '',
      kind: 'customer' as const,
      name: row.name ?? '',
      country: countries.get(row.geography_key ?? '') ?? '',
      segment: row.business_type ?? '',
    })),
    products: [...products.values()],
  };
}

function lineOf(row: Row, product: string): HistoryLine {
  const { sales_order_number: document = '', line_number: line = '' } = row;
  return {
    source: 'reseller',
    document,
    line: lineNumber(line),
    side: 'sale',
    kind: 'goods',
    partner: `AW${(row.reseller_key ?? '').padStart(8, '0')}`,
    product,
    day: dayOf(row.order_date ?? ''),
    quantity: microsOf(Number(row.quantity)),
    unit: 'EA',
    minor: minorOf(Number(row.sales_amount)),
    unitMinor: minorOf(Number(row.unit_price)),
    currency: 'USD',
    ...(row.customer_po ? { order: row.customer_po } : {}),
  };
}
