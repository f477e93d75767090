import { dayOf, lineNumber, microsOf, minorOf, rowsOf, type Trade } from './trade.ts';

/** A manufacturer's completed purchases; what counts is what was taken into stock. */
export function purchasing(folder: string): Trade {
  const orders = new Map(rowsOf(folder, 'purchase_orders').map((row) => [row.purchase_order_id, row]));
  const lines = rowsOf(folder, 'purchase_order_lines').flatMap((row) => {
    const order = orders.get(row.purchase_order_id);
    if (order?.status !== '4' || Number(row.stocked_qty) === 0) return [];
    const price = Number(row.unit_price);
    return [
      {
        source: 'purchasing',
        document: `PO${row.purchase_order_id}`,
        line: lineNumber(row.line_id ?? ''),
        side: 'purchase' as const,
        kind: 'goods' as const,
        partner: `V${order.vendor_id}`,
        product: `P${row.product_id}`,
        day: dayOf(order.order_date ?? ''),
        quantity: microsOf(Number(row.stocked_qty)),
        unit: 'EA',
        minor: minorOf(Number(row.stocked_qty) * price),
        unitMinor: minorOf(price),
        currency: 'USD',
      },
    ];
  });
  return {
    set: 'adventureworks-purchasing',
    source: 'purchasing',
    side: 'purchase',
    currency: 'USD',
    unit: 'EA',
    lines,
    partners: rowsOf(folder, 'vendors').map((row) => ({
      partner: `V${row.vendor_id}`,
      kind: 'supplier' as const,
      name: row.name ?? '',
      country: 'US',
      segment: row.preferred === '1' ? 'preferred' : 'other',
    })),
    products: rowsOf(folder, 'products').map((row) => ({
      product: `P${row.product_id}`,
      name: row.name ?? '',
      category: (row.product_number ?? '').slice(0, 2),
    })),
  };
}
