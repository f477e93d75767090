import type { SystemNames } from './systemNames.ts';

/** QAD, lines of orders, invoices and purchases. Source: its database definitions (sod_det, idh_hist, ih_hist, pod_det, prh_hist). */
export const QAD: SystemNames = {
  knownBy:
    'sod_nbr, sod_line, sod_part, sod_qty_ord, sod_price, idh_nbr, idh_inv_nbr, idh_line, idh_part, idh_qty_inv, idh_price, ih_inv_nbr, ih_cust, ih_inv_date, pod_nbr, pod_line, pod_part, pod_qty_ord, pod_pur_cost, so_nbr, so_cust, prh_nbr, prh_part, prh_rcvd, po_vend',
  names: `
document: idh_inv_nbr, ih_inv_nbr
orderNumber: sod_nbr, so_nbr, ih_nbr, idh_nbr, pod_nbr, po_nbr, prh_nbr
line: idh_line, sod_line, pod_line, prh_line
partner: ih_cust, so_cust, po_vend, prh_vend
partner?: ih_bill, so_bill
product: idh_part, sod_part, pod_part, prh_part
invoiceDate: ih_inv_date
orderDate: so_ord_date, ih_ord_date, po_ord_date
deliveryDate: sod_due_date, ih_ship_date
receiptDate: prh_rcp_date
receiptNumber: prh_receiver
quantity: idh_qty_inv
taxCode: idh_taxc, sod_taxc
orderedQuantity: idh_qty_ord, sod_qty_ord, pod_qty_ord
receivedQuantity: prh_rcvd, pod_qty_rcvd
unit: idh_um, sod_um, pod_um, prh_um
unitPrice: idh_price, sod_price, pod_pur_cost, prh_pur_cost
listPrice: idh_list_pr, sod_list_pr
unitCost: idh_std_cost, sod_std_cost
discountPercent: idh_disc_pct, sod_disc_pct, pod_disc
currency: ih_curr, so_curr, po_curr
company: idh_domain, ih_domain, sod_domain
aside: ih_ship, so_ship, idh_site, sod_site, idh_loc, idh_taxable, ih_po, so_po, ih_slspsn, idh_type, sod_type, idh_desc, sod_desc, idh_acct, idh_um_conv, sod_um_conv, idh_bo_chg, ih_rmks
`,
};

/** Macola and Exact Globe, lines of orders and invoices. Source: their table references (OEHDRHST, OELINHST, POORDLIN). */
export const MACOLA: SystemNames = {
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

/** Priority of Israel. Source: its form and table reference (INVOICES, INVOICEITEMS, ORDERITEMS). */
export const PRIORITY: SystemNames = {
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

/** TOTVS Protheus, items of invoices in (SD1) and out (SD2) and of orders (SC6, SC7). Source: its dictionary SX3. */
export const PROTHEUS: SystemNames = {
  knownBy:
    'd2_doc, d2_cod, d2_quant, d2_prcven, d2_total, d2_cliente, d2_emissao, d1_doc, d1_cod, d1_quant, d1_vunit, d1_total, d1_fornece, f2_doc, f2_cliente, c6_num, c6_produto, c6_qtdven, c7_num, c7_produto',
  names: `
document: d2_doc, d1_doc, f2_doc, f1_doc
orderNumber: d2_pedido, d1_pedido, c6_num, c7_num
line: d2_item, d1_item, c6_item, c7_item
partner: d2_cliente, d1_fornece, f2_cliente, f1_fornece, c6_cli, c7_fornece
product: d2_cod, d1_cod, c6_produto, c7_produto
invoiceDate: d2_emissao, d1_emissao, f2_emissao, f1_emissao
postingDate: d1_dtdigit
deliveryDate: c6_entreg, c7_datprf
orderDate: c7_emissao
quantity: d2_quant, d1_quant
orderedQuantity: c6_qtdven, c7_quant
unit: d2_um, d1_um, c6_um, c7_um
unitPrice: d2_prcven, d1_vunit, c6_prcven, c7_preco
listPrice: d2_prunit, c6_prunit
netValue: d2_total, d1_total, c6_valor, c7_total
discountAmount: d2_descon, d1_valdesc, c6_valdesc
discountPercent: d2_desc, d1_desc, c6_descont
unitCost: d2_custo1
company: d2_filial, d1_filial, f2_filial, c6_filial, c7_filial
aside: d2_serie, d1_serie, d2_loja, d1_loja, f2_loja, d2_tes, d1_tes, d2_cf, d1_cf, d2_local, d1_local, d2_valicm, d2_valipi, d2_picm, d2_ipi, d2_tipo, d2_grupo, d2_conta, d2_nfori, d2_seriori, f2_valbrut, f2_valmerc, d_e_l_e_t_, r_e_c_n_o_
`,
};

/** Logo Tiger and Netsis of Turkey, movements of stock. Source: their table references (STLINE, INVOICE, TBLSTHAR). */
export const LOGO_AND_NETSIS: SystemNames = {
  knownBy:
    'logicalref, stockref, clientref, linenet, vatmatrah, ficheno, linetype, stfichenr, invoiceref, sthar_gcmik, sthar_bf, sthar_tarih, sthar_nf, uomref',
  names: `
document: ficheno, fisno, sthar_fisno
line: invoicelnno, sira
partner: clientref, cari_kodu, sthar_cari
product: stockref, stok_kodu
invoiceDate: date_, sthar_tarih, tarih
quantity: amount, sthar_gcmik
unit: uomref, olcu_br
unitPrice: price, sthar_nf
listPrice: sthar_bf
netValue: linenet, vatmatrah
grossValue: total
taxRate: vat, sthar_kdv
discountPercent: sthar_satisk
currency: trcurr
aside: logicalref, linetype, trcode, ftime, stfichenr, stficheref, invoiceref, ordficheref, sourceindex, vatamnt, specode, lineexp, cancelled, sthar_gckod, sthar_htur, sthar_ftirsip, depo_kodu
`,
};
