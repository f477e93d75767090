import type { SystemNames } from './systemNames.ts';

/** QuickBooks, lists of sales by customer and by item. Source: its report headings and import templates. */
export const QUICKBOOKS: SystemNames = {
  knownBy:
    'num, sales price, u/m, paid amount, split, clr, memo/description, product/service, item(product/service), itemquantity, itemrate, itemamount, customer/project, *invoiceno',
  names: `
document: num, invoiceno, ref no
invoiceDate: date, invoicedate, transaction date
partner: name, customer, customer full name, vendor
product: item, product/service, item(product/service), sku
quantity: qty, quantity, itemquantity
unit: u/m
unitPrice: sales price, rate, itemrate, cost price
netValue: amount, itemamount
serviceDate: service date
currency: currency
aside: type, transaction type, memo, memo/description, itemdescription, description, balance, open balance, split, clr, account, class, rep, terms, due date, aging, name address, debit, credit, trans #, posting, location, taxable, taxamount, item tax amount, create date, created by, last modified
`,
};

/** Xero, invoices in and out. Source: its templates. */
export const XERO: SystemNames = {
  knownBy:
    'contactname, inventoryitemcode, unitamount, accountcode, taxtype, trackingname1, poaddressline1, contactnumber',
  names: `
document: invoicenumber, number
partner: contactnumber, accountnumber
invoiceDate: invoicedate, date
product: inventoryitemcode, itemcode
quantity: quantity
unitPrice: unitamount
netValue: lineamount
discountPercent: discount, discountrate
currency: currency, currencycode
taxCode: taxtype
aside: contactname, reference, duedate, planneddate, total, taxtotal, taxamount, invoiceamountpaid, invoiceamountdue, inventory item description, description, accountcode, trackingname1, trackingoption1, trackingname2, trackingoption2, type, sent, status, emailaddress, brandingtheme, sentstatus, currencyrate, subtotal
`,
};

/** Odoo, by the names and labels of account.move and sale.order. Source: its source code. */
export const ODOO: SystemNames = {
  knownBy:
    'price_unit, price_subtotal, product_uom_id, product_uom_qty, partner_id, move_id, invoice_origin, order_line/product_id, invoice_line_ids/product_id, move_id/name, qty_invoiced, move_name, invoice_line_ids/quantity, qty_delivered, price_total, product_uom, invoice lines/quantity, invoice lines/product, tax excluded, invoice_line_ids/price_unit, invoice_partner_display_name, move_id/invoice_date',
  names: `
document: move_id/name, move_id, move_name, number, invoice_id
orderNumber: order_id, order_id/name
invoiceDate: invoice_date, move_id/invoice_date, invoice/bill date
postingDate: date_accounting
orderDate: date_order, order_id/date_order
deliveryDate: delivery_date, date_done, effective_date
partner: partner_id, move_id/partner_id, partner_id/ref, move_id/partner_id/ref, move_id/partner_id/id, order_partner_id, partner
product: product_id, product_id/default_code, default_code, invoice_line_ids/product_id, invoice lines/product, product, product_code, order_line/product_id, product/internal reference, internal reference
quantity: quantity, invoice_line_ids/quantity, invoice lines/quantity, qty_invoiced, qty_delivered
orderedQuantity: product_uom_qty, product_qty, order_line/product_uom_qty
receivedQuantity: qty_received
unit: product_uom_id, product_uom, uom_id, invoice_line_ids/product_uom_id, order_line/product_uom, unit of measure
unitPrice: price_unit, invoice_line_ids/price_unit, invoice lines/unit price, order_line/price_unit
netValue: price_subtotal, invoice_line_ids/price_subtotal, order_line/price_subtotal, tax excluded, untaxed amount
discountPercent: discount, invoice_line_ids/discount, order_line/discount
currency: currency_id, move_id/currency_id
company: company_id, move_id/company_id
unitCost: standard_price, purchase_price
aside: name, invoice_origin, move_id/invoice_origin, origin, ref, state, move_id/state, parent_state, move_type, move_id/move_type, invoice_user_id, move_id/invoice_user_id, user_id, team_id, create_uid, create_date, write_uid, write_date, price_total, price_tax, tax_ids, amount_total, amount_tax, amount_residual, account_id, journal_id, sequence, display_type, analytic_distribution, payment_state, invoice_date_due, date_maturity, invoice_partner_display_name, id, external id, pricelist_id, warehouse_id, tax_id, balance, debit, credit, product_template_id, commercial_partner_id, partner_shipping_id, invoice_payment_term_id, display_name
`,
};

/** ERPNext and Frappe, Tally and Zoho Books. Source: their report headings and export templates. */
export const ERPNEXT: SystemNames = {
  knownBy:
    'stock uom, stock qty, base_net_amount, base_net_rate, base_amount, price_list_rate, conversion_factor, mode of payment, receivable account, payable account, income account, amount (company currency), rate (company currency), docstatus, customer_group',
  names: `
document: invoice, voucher no, sales invoice, purchase invoice, parent
orderNumber: sales order, purchase order
deliveryNumber: delivery note
receiptNumber: purchase receipt
line: idx
postingDate: posting date
partner: customer, supplier
product: item code
company: company
quantity: qty, stock qty, quantity
unit: uom, stock uom
unitPrice: rate, net_rate
netValue: amount, net_amount
listPrice: price_list_rate
discountPercent: discount_percentage
currency: currency
aside: item name, item group, brand, description, customer name, customer group, supplier name, supplier group, territory, receivable account, payable account, income account, expense account, mode of payment, project, cost center, warehouse, total tax, total, grand_total, base_amount, base_rate, base_net_amount, amount (company currency), rate (company currency), conversion_factor, total other charges, due_date, name, owner, creation, modified, docstatus, is_return, remarks, discount_amount, sales_person
`,
};
