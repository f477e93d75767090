import { dayOf, lineNumber, microsOf, minorOf, rowsOf, type Trade } from './trade.ts';

/** A food importer's sales, with the suppliers of its products: they support sales of theirs. */
export function northwind(folder: string): Trade {
  const orders = new Map(rowsOf(folder, 'orders').map((row) => [row.orderID, row]));
  const lines = rowsOf(folder, 'order_details').map((row) => {
    const order = orders.get(row.orderID);
    const price = Number(row.unitPrice);
    return {
      source: 'northwind',
      document: row.orderID ?? '',
      line: lineNumber(row.productID ?? ''),
      side: 'sale' as const,
      kind: 'goods' as const,
      partner: order?.customerID ?? '',
      product: `NW${row.productID}`,
      day: dayOf(order?.orderDate ?? ''),
      quantity: microsOf(Number(row.quantity)),
      unit: 'EA',
      minor: minorOf(Number(row.quantity) * price * (1 - Number(row.discount))),
      unitMinor: minorOf(price),
      currency: 'USD',
    };
  });
  const customers = rowsOf(folder, 'customers').map((row) => ({
    partner: row.customerID ?? '',
    kind: 'customer' as const,
    name: row.companyName ?? '',
    ...(row.country === undefined ? {} : { country: row.country }),
    ...(row.address === undefined ? {} : { address: `${row.address}, ${row.city}` }),
    segment: 'shops',
  }));
  const suppliers = rowsOf(folder, 'suppliers').map((row) => ({
    partner: `S${row.supplierID}`,
    kind: 'supplier' as const,
    name: row.companyName ?? '',
    segment: 'suppliers',
  }));
  return {
    set: 'northwind',
    source: 'northwind',
    side: 'sale',
    currency: 'USD',
    unit: 'EA',
    lines,
    partners: [...customers, ...suppliers],
    products: rowsOf(folder, 'products').map((row) => ({
      product: `NW${row.productID}`,
      name: row.productName ?? '',
      category: `C${row.categoryID}`,
      supplier: `S${row.supplierID}`,
    })),
  };
}
