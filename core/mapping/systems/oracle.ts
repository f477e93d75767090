import type { SystemNames } from './systemNames.ts';

/** Oracle E-Business Suite: receivables, payables, orders and receipts. Source: its technical reference manuals. */
export const ORACLE_EBS: SystemNames = {
  names: `
document: trx_number, invoice_num, ps_trx_number
partner: sold_to_customer_id, bill_to_customer_id, cust_account_id, party_number, sold_to_org_id, vendor_number, bill_to_customer_num
product: inventory_item_id, ordered_item
company: org_id, legal_entity_id, set_of_books_id, operating_unit, organization_code
orderNumber: sales_order, interface_line_attribute1, po_header_id, po_number
deliveryNumber: delivery_id
receiptNumber: receipt_num, rcv_transaction_id
orderDate: ordered_date
invoiceDate: trx_date
postingDate: gl_date, accounting_date
deliveryDate: actual_shipment_date
quantity: quantity_invoiced, quantity_credited, quantity_billed
orderedQuantity: quantity_ordered, ordered_quantity
receivedQuantity: quantity_received
rejectedQuantity: quantity_rejected
unit: uom_code, unit_meas_lookup_code, order_quantity_uom, primary_uom_code
unitPrice: unit_selling_price
listPrice: unit_standard_price, unit_list_price
netValue: extended_amount, revenue_amount, line_amount
currency: invoice_currency_code
taxRate: tax_rate
returnOfDocument: previous_customer_trx_id
aside: customer_trx_id, customer_trx_line_id, ship_to_customer_id, ship_to_org_id, invoice_to_org_id, sales_order_line, sales_order_source, sales_order_revision, warehouse_id, line_type, line_type_lookup_code, link_to_cust_trx_line_id, primary_salesrep_id, salesrep_id, term_id, term_due_date, created_by, creation_date, last_updated_by, last_update_date, last_update_login, request_id, program_id, attribute_category, attribute1, attribute2, attribute3, attribute4, attribute5, exchange_rate, exchange_rate_type, cust_trx_type_id, batch_source_id, complete_flag, acctd_amount, reason_code, memo_line_id, revenue_amount_acctd, gross_unit_selling_price, gross_extended_amount, po_line_id, po_distribution_id, code_combination_id, header_id, line_id, open_flag, booked_flag, flow_status_code, vendor_site_id, invoice_type_lookup_code, amount_due_remaining, amount_due_original, amount_applied
`,
};

/** JD Edwards EnterpriseOne, tables of sales (F4211, F42119), purchases (F4311, F43121), receivables (F03B11) and payables (F0411). Source: its data dictionary. */
export const JD_EDWARDS: SystemNames = {
  prefix: 2,
  names: `
orderNumber: doco
line: lnid
partner: an8
orderDate: trdj
deliveryDate: addj
invoiceDate: ivd, divj
postingDate: dgl, dgj
receiptDate: rcdj
product: litm
quantity: soqs, qtyinv, urec
orderedQuantity: uorg
receivedQuantity: qrec
unit: uom
unitPrice: uprc, prrc
netValue: aexp, arec, atxa
unitCost: uncs
listPrice: lprc
document: doc, vinv
company: co, kco
currency: crcd
taxCode: txa1, exr1
taxRate: txr1
discountPercent: dspr
endCustomer: anec
aside: dcto, kcoo, shan, pa8, dct, mcu, emcu, drqj, pddj, dsc1, dsc2, itm, aitm, lnty, nxtr, lttr, uopn, sobk, soqc, uom1, uom2, uom4, ecst, fup, fea, crr, locn, lotn, vr01, vr02, urcd, urdt, urat, urab, urrf, torg, user, pid, jobn, upmj, tday, srp1, srp2, srp3, srp4, srp5, prp1, prp2, prp3, prp4, prp5, glc, dgc, asn, ptc, frth, cars, rout, zon, odct, okco, oorn, oodc, ogno, rcto, rorn, rlln, itwt, wtum, itvl, vlum, slsm, slcm, slm2, so01, sfxo, mcln, ctry, fy, icu, icut, sfx, dicj, dmtj, add1, stam, ag, aap, trtc, pst, bcrc, prgc
`,
};

/** NetSuite, by the ids of its fields and the headings of its lists. Source: its records browser. */
export const NETSUITE: SystemNames = {
  knownBy:
    'tranid, trandate, internal id, quantitybilled, netamount, item rate, amount (foreign currency), subsidiary, createdfrom, mainline, fxamount, entityid, amount (net of tax)',
  names: `
document: tranid, document number
orderNumber: createdfrom, sales order, otherrefnum
line: line, line id, linesequencenumber
partner: entity, entityid, customer id, companyid
product: item, item id
company: subsidiary
invoiceDate: trandate, date
deliveryDate: shipdate, actualshipdate
quantity: quantity
unit: units, unit
unitPrice: rate, item rate, fxrate
netValue: amount, netamount, fxamount, amount (foreign currency), amount (net of tax)
currency: currency
unitCost: costestimaterate
aside: internal id, transaction number, period, memo, department, class, location, mainline, type, salesrep, terms, duedate, exchangerate, status, amount (gross), taxamount, datecreated, name, taxtotal
`,
};
