import type { SystemNames } from './systemNames.ts';

/** Epicor Prophet 21 and Eclipse. Source: the views of their databases (invoice_hdr, invoice_line, oe_line). */
export const PROPHET_21: SystemNames = {
  knownBy: 'inv_mast_uid, oe_line_no, pricing_unit, sales_cost, cogs_amount, ship2_name, other_charge_item',
  names: `
document: invoice_no
orderNumber: order_no
line: line_no, oe_line_no
partner: customer_id
product: item_id
invoiceDate: invoice_date
orderDate: order_date
deliveryDate: ship_date
quantity: qty_shipped
orderedQuantity: qty_ordered, qty_requested
unit: unit_of_measure
unitPrice: unit_price
unitCost: sales_cost
netValue: extended_price
company: company_id, company_no
aside: inv_mast_uid, item_desc, customer_part_number, pricing_unit, pricing_unit_size, cogs_amount, commission_cost, other_cost, supplier_id, po_no, salesrep_id, ship2_name, ship_to_id, bill2_name, other_charge_item, sales_location_id, period, year_for_period, product_group_id, tax_item, supplier_part_no
`,
};

/** Infor SX.e and Distribution A+, Epicor Eclipse and Prophet 21. Source: their import layouts and column help. */
export const DISTRIBUTION: SystemNames = {
  names: `
company: cono, company_no, company_id
document: invno, invoice_no
orderNumber: orderno, po_no, sales order no
line: lineno
partner: custno, vendno, customer_id
product: shipprod, reqprod
invoiceDate: invoicedt, invoice_date
deliveryDate: shipdt, ship_date
orderDate: order_date
quantity: qtyship, qty_shipped, qty_invoiced
orderedQuantity: qtyord, qty_ordered, qty_requested
unitPrice: unit_price, pricing_price
netValue: netamt, extended_price, netord
orderDate?: enterdt
unitCost: prodcost, sales_cost, commission_cost
aside: ordersuf, shipto, ship_to_id, slsrepout, slsrepin, slsrep, prodcat, prodline, transtype, whse, proddesc, item_desc, cogs_amount, bill2_name, ship2_name, customer_part_number, salesrep_id, taken_by, sales_location_id, stockqty, stkqtyship, period, year_for_period, source_loc_id, oe_line_uid, invoice_line_uid, date_created, date_last_modified, last_maintained_by, operinit, transdt, transtm, custpo, pricetype, custtype, price branch, ship branch, price line, buy line, inside salesperson, outside salesperson, gl cost, comm cost, lead time, writer
`,
};
