import { dayOf, lineNumber, microsOf, minorOf, rowsOf, type Trade } from './trade.ts';

/** A distributor of models. Its real cheques, days and amounts unchanged, stand in for what is paid out. */
export function classicModels(folder: string): Trade {
  const orders = new Map(rowsOf(folder, 'orders').map((row) => [row.order_number, row]));
  const lines = rowsOf(folder, 'orderdetails').flatMap((row) => {
    const order = orders.get(row.order_number);
    if (order === undefined || order.status === 'Cancelled') return [];
    const [quantity, price] = [Number(row.quantity), Number(row.price_each)];
    return [
      {
        source: 'classicmodels',
        document: row.order_number ?? '',
        line: lineNumber(row.line_number ?? ''),
        side: 'sale' as const,
        kind: 'goods' as const,
        partner: order.customer_number ?? '',
        product: row.product_code ?? '',
        day: dayOf(order.order_date ?? ''),
        quantity: microsOf(quantity),
        unit: 'EA',
        minor: minorOf(quantity * price),
        unitMinor: minorOf(price),
        currency: 'USD',
      },
    ];
  });
  return {
    set: 'classicmodels',
    source: 'classicmodels',
    side: 'sale',
    currency: 'USD',
    unit: 'EA',
    lines,
    partners: rowsOf(folder, 'customers').map((row) => ({
      partner: row.customer_number ?? '',
      kind: 'customer' as const,
      name: row.name ?? '',
      country: row.country ?? '',
      address: `${row.address1}, ${row.city}`,
      segment: Number(row.credit_limit) > 80_000 ? 'large' : 'small',
    })),
    products: rowsOf(folder, 'products').map((row) => ({
      product: row.product_code ?? '',
      name: row.name ?? '',
      category: row.product_line ?? '',
    })),
    payouts: rowsOf(folder, 'payments').map((row) => ({
      partner: row.customer_number ?? '',
      day: dayOf(row.payment_date ?? ''),
      minor: minorOf(Number(row.amount)),
    })),
  };
}
