import type { HistoryLine } from '../../../core/trust/history.ts';
import {
  dayOf,
  lineNumbers,
  microsOf,
  minorOf,
  type Row,
  rowsOf,
  type Trade,
  type TradePartner,
  tablesIn,
} from './trade.ts';

const FREIGHT = new Set(['POST', 'DOT', 'C2']);
const FEES = new Set(['M', 'D', 'S', 'BANK CHARGES', 'AMAZONFEE', 'CRUK', 'PADS', 'B']);
const SOURCE = 'online-retail';

/**
 * A real wholesaler with its dirt: cancellations that name no invoice, exact duplicates, zero and negative prices.
 * Lines without a customer are counter sales of their country.
 */
export function onlineRetail(folder: string): Trade {
  const numbers = lineNumbers();
  const lines: HistoryLine[] = [];
  const partners = new Map<string, TradePartner>();
  const products = new Map<string, string>();
  for (const table of tablesIn(folder).filter((name) => name.startsWith('online_retail'))) {
    for (const row of rowsOf(folder, table)) {
      const partner = partnerOf(row);
      if (!partners.has(partner.partner)) partners.set(partner.partner, partner);
      const line = lineOf(row, partner.partner, numbers);
      if (!products.get(line.product)) products.set(line.product, row.Description ?? '');
      lines.push(line);
    }
  }
  return {
    set: 'uci-online-retail',
    source: SOURCE,
    side: 'sale',
    currency: 'GBP',
    unit: 'EA',
    lines,
    partners: [...partners.values()],
    products: [...products].map(([product, name]) => ({
      product,
      category: product.slice(0, 2),
      ...(name === '' ? {} : { name }),
    })),
  };
}

function partnerOf({ CustomerID = '', Country = '' }: Row): TradePartner {
  const base = { kind: 'customer', country: Country } as const;
  if (CustomerID !== '') return { ...base, partner: CustomerID };
  return { ...base, partner: `COUNTER ${Country}`, name: `Counter sales ${Country}`, segment: 'counter' };
}

function lineOf(row: Row, partner: string, numbers: (document: string) => string): HistoryLine {
  const { InvoiceNo = '', StockCode = '', Quantity = '', UnitPrice = '', InvoiceDate = '' } = row;
  const product = StockCode.toUpperCase();
  return {
    source: SOURCE,
    document: InvoiceNo,
    line: numbers(InvoiceNo),
    side: 'sale',
    kind: kindOf(product),
    partner,
    product,
    day: dayOf(InvoiceDate),
    quantity: microsOf(Number(Quantity)),
    unit: 'EA',
    minor: minorOf(Number(Quantity) * Number(UnitPrice)),
    unitMinor: minorOf(Number(UnitPrice)),
    currency: 'GBP',
  };
}

function kindOf(product: string): HistoryLine['kind'] {
  if (FREIGHT.has(product)) return 'freight';
  return FEES.has(product) ? 'fee' : 'goods';
}
