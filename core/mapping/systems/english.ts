import type { SystemNames } from './systemNames.ts';

/** QAD, lines of orders, invoices and purchases. Source: its database definitions (sod_det, idh_hist, ih_hist, pod_det, prh_hist). */
export const QAD: SystemNames = {
  system: 'QAD',
  knownBy:
    'sod_nbr, sod_line, sod_part, sod_qty_ord, sod_price, idh_nbr, idh_inv_nbr, idh_line, idh_part, idh_qty_inv, idh_price, ih_inv_nbr, ih_cust, ih_inv_date, pod_nbr, pod_line, pod_part, pod_qty_ord, pod_pur_cost, so_nbr, so_cust, prh_nbr, prh_part, prh_rcvd, po_vend',
  names: `
document: idh_inv_nbr, ih_inv_nbr
orderNumber: sod_nbr, so_nbr, ih_nbr, idh_nbr, pod_nbr, po_nbr, prh_nbr
line: idh_line, sod_line, pod_line, prh_line
partner: ih_cust, so_cust, ih_bill, po_vend, prh_vend
product: idh_part, sod_part, pod_part, prh_part
invoiceDate: ih_inv_date
orderDate: so_ord_date, ih_ord_date, po_ord_date
deliveryDate: sod_due_date, ih_ship_date
receiptDate: prh_rcp_date
receiptNumber: prh_receiver
quantity: idh_qty_inv
orderedQuantity: sod_qty_ord, pod_qty_ord
receivedQuantity: prh_rcvd, pod_qty_rcvd
unit: idh_um, sod_um, pod_um, prh_um
unitPrice: idh_price, sod_price, pod_pur_cost, prh_pur_cost
listPrice: idh_list_pr, sod_list_pr
unitCost: idh_std_cost, sod_std_cost
discountPercent: idh_disc_pct, sod_disc_pct, pod_disc
currency: ih_curr, so_curr, po_curr
company: idh_domain, ih_domain, sod_domain
aside: ih_ship, so_ship, idh_site, sod_site, idh_loc, idh_taxable, idh_taxc, ih_po, so_po, ih_slspsn, idh_type, sod_type, idh_desc, sod_desc, idh_acct, idh_um_conv, sod_um_conv, idh_qty_ord, idh_bo_chg, ih_rmks
`,
};

/** Infor LX (BPCS), lines of invoices and orders. Source: its file reference (SIL, SIH, ECL, HPO). */
export const BPCS: SystemNames = {
  system: 'Infor LX (BPCS)',
  knownBy:
    'ilprod, ilinvn, ilqty, ilnet, illine, ilord, ilcust, ildate, siinvn, sicust, siinvd, lprod, lord, lline, lqord, lqshp, pprod, pord, pline, pqord, pqrec, pvend, pecst',
  names: `
document: ilinvn, siinvn, ildocn
orderNumber: ilord, lord, siord, pord
line: illine, ilseq, lline, pline
partner: ilcust, sicust, lcust, pvend
product: ilprod, lprod, pprod
invoiceDate: ildate, siinvd, ildinv
quantity: ilqty, lqshp
orderedQuantity: lqord, pqord
receivedQuantity: pqrec
unit: ilum, lum, pum
unitPrice: ilnet, lnet, pecst
listPrice: illist, llist
unitCost: ilcst
netValue: ilrev
currency: ilcur, sicurr
aside: ilid, ilwhs, lwhs, pwhse, ilcomp, ilslsm, ilityp, ilclas, idesc, lid
`,
};

/** Macola and Exact Globe, lines of orders and invoices. Source: their table references (OEHDRHST, OELINHST, POORDLIN). */
export const MACOLA: SystemNames = {
  system: 'Macola',
  knownBy:
    'line_seq_no, cus_no, cus_item_no, qty_to_ship, uom_ratio, sls_amt, oe_po_no, entered_dt, act_unit_cost, exp_unit_cost, item_desc_1',
  names: `
document: inv_no
orderNumber: ord_no
line: line_seq_no, line_no, ord_line_no
partner: cus_no, vend_no
product: item_no
invoiceDate: inv_dt
orderDate: ord_dt, entered_dt
deliveryDate: shipping_dt, shipped_dt
receiptDate: receipt_dt
quantity: qty_to_ship, qty_shipped
orderedQuantity: qty_ordered
receivedQuantity: qty_received
unit: uom
unitPrice: unit_price
unitCost: unit_cost, act_unit_cost
netValue: sls_amt
discountPercent: discount_pct
currency: curr_cd
aside: ord_type, oe_po_no, cus_item_no, prod_cat, item_desc_1, item_desc_2, loc, uom_ratio, exp_unit_cost, slspsn_no, ship_via_cd, bill_to_name, tot_sls_amt, user_def_fld_1, user_def_fld_2, user_def_fld_3, request_dt, promise_dt
`,
};

/** Epicor Prophet 21 and Eclipse. Source: the views of their databases (invoice_hdr, invoice_line, oe_line). */
export const PROPHET_21: SystemNames = {
  system: 'Epicor Prophet 21',
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

/** Sage 300 (Accpac), lines of orders, invoices and purchases. Source: its application object model (OEINVD, OESHDT, POPORL). */
export const SAGE_300: SystemNames = {
  system: 'Sage 300',
  knownBy:
    'invuniq, extinvmisc, trannum, famtsales, scstsales, invunit, priunitprc, shinumber, invnetwtx, poruniq, oqordered, audtdate, audtuser, audtorg',
  names: `
document: invnumber, trannum
orderNumber: ordnumber, ponumber
deliveryNumber: shinumber
line: linenum, detailnum
partner: customer, vdcode, vendor
product: item, itemno
invoiceDate: invdate, trandate
orderDate: orddate, podate
deliveryDate: shidate
quantity: qtyshipped, qtysold
orderedQuantity: qtyord, oqordered
receivedQuantity: oqreceived
unit: invunit, unit, orderunit
unitPrice: unitprice, priunitprc, unitcost
netValue: extinvmisc, famtsales, extended
discountAmount: invdisc
discountPercent: discper
currency: insourcurr, currency, srcurr
company: audtorg
aside: audtdate, audttime, audtuser, invuniq, poruniq, dayendseq, transseq, year, period, location, desc, itemdesc, category, scstsales, fcstsales, samtsales, fretsales, sretsales, invnetwtx, nameloc, salesper, terr, termcode, comments, manitemno
`,
};

/** Priority of Israel. Source: its form and table reference (INVOICES, INVOICEITEMS, ORDERITEMS). */
export const PRIORITY: SystemNames = {
  system: 'Priority',
  knownBy: 'ivnum, ivdate, cdes, tquant, qprice, ordname, ivcost, kline, pdes, supname, porname',
  names: `
document: ivnum
orderNumber: ordname, porname
deliveryNumber: docno
line: kline
partner: custname, supname
product: partname
invoiceDate: ivdate
deliveryDate: duedate
quantity: tquant, quant
unit: unitname, tunitname
unitPrice: price
netValue: qprice
discountPercent: percent
currency: code
unitCost: ivcost
aside: cdes, pdes, agentname, branchname, debit, statdes, details, totprice, vat, warhsname
`,
};

/** Shops on Magento, WooCommerce, PrestaShop and OpenCart. Source: their order tables and exports. */
export const SHOP_TABLES: SystemNames = {
  system: 'shops, tables of orders',
  knownBy:
    'increment_id, row_total, base_row_total, base_price, row_invoiced, product_reference, unit_price_tax_excl, total_price_tax_excl, id_order_detail, product_attribute_id, _product_id, _line_total, _line_subtotal, cart_discount, order_product_id',
  names: `
document: increment_id, order_number, id_order, reference
line: item_id, id_order_detail, order_product_id
partner: customer_id, id_customer, customer_user
product: sku, product_reference, product_sku
invoiceDate: created_at, date_add, date_added
orderDate: order_date
paymentDate: paid_date, invoice_date
quantity: qty_invoiced, product_quantity, _qty, qty
orderedQuantity: qty_ordered
unitPrice: price, unit_price_tax_excl, item_cost
listPrice: original_price, product_price
netValue: row_total, total_price_tax_excl, _line_total, item_total, line_total
grossValue: _line_subtotal, line_subtotal
discountAmount: discount_amount
discountPercent: discount_percent, reduction_percent
taxRate: tax_percent, tax_rate
currency: order_currency_code, order_currency, currency_code
unitCost: base_cost, original_wholesale_price
aside: base_row_total, base_price, price_incl_tax, row_total_incl_tax, base_tax_amount, tax_amount, row_invoiced, qty_shipped, qty_refunded, qty_canceled, qty_backordered, product_name, name, product_type, store_id, weight, is_virtual, total_price_tax_incl, unit_price_tax_incl, product_attribute_id, _product_id, order_total, cart_discount, order_status, shipping_total
`,
};
