import type { SystemNames } from './systemNames.ts';

/** Infor M3 (MITTRA, OOLINE, OINVOL, ODLINE, MPLINE): four-letter fields behind two letters of the table. Source: its field reference. */
export const INFOR_M3: SystemNames = {
  prefix: 2,
  names: `
company: cono, divi
orderNumber: orno, puno, cuor
line: ponr, pnli
deliveryNumber: dlix
document: ivno, sino
partner: cuno, suno
product: itno
quantity: ivqt, ivqa, dlqt, dlqa
orderedQuantity: orqt, orqa
receivedQuantity: rvqa, rvqt
unit: spun, unms, alun, puun
unitPrice: sapr, nepr, pupr
netValue: lnam, lnac, nlam
currency: cucd
unitCost: ucos, ucav
invoiceDate: ivdt
deliveryDate: dldt, dsdt
orderDate: ordt
postingDate: acdt
taxCode: vtcd
aside: whlo, faci, pyno, adid, itds, cofa, posx, ltyp, orst, smcd, cucl, ortp, rgdt, rgtm, lmdt, chid, chno, yea4, jrno, jsno, vtam, dwdt, codt, tedl, modl, tepy, arat, cuam, whsl, bano, grwe, newe, vol3, prrf, sact, cscd, sdep, vono, inyr, ivpx
`,
};

/** Infor LN and Baan: four-letter fields behind the number of the table. Source: its tables cisli240, cisli245, tdsls401, tdpur401. */
export const INFOR_LN: SystemNames = {
  knownBy:
    'orno, pono, dqua, oqua, cuqs, cups, invn, idoc, ofbp, itbp, sfbp, t_orno, t_pono, t_item, t_ofbp, t_dqua, t_amta, t_pric, t_cuqs, ddta, t_odat',
  names: `
orderNumber: orno, t_orno
line: pono, t_pono
document: idoc, t_idoc, invn, t_invn, ttyp_idoc
partner: ofbp, t_ofbp, otbp, t_otbp, cuno, t_cuno, suno, t_suno, itbp, t_itbp
product: item, t_item
quantity: dqua, t_dqua, qidl, t_qidl
orderedQuantity: oqua, t_oqua, qoor, t_qoor
unit: cuqs, t_cuqs, cuqp, t_cuqp
unitPrice: pric, t_pric
netValue: amta, t_amta, oamt, t_oamt, amti, t_amti, damt, t_damt
currency: ccur, t_ccur
invoiceDate: invd, t_invd, idat, t_idat
orderDate: odat, t_odat
deliveryDate: dldt, t_dldt, ddat, t_ddat
taxCode: cvat, t_cvat
company: sfcp, t_sfcp
aside: cups, t_cups, stbp, t_stbp, sfbp, t_sfbp, cwar, t_cwar, ddta, t_ddta, prdt, t_prdt, refa, t_refa, crep, t_crep, sqnb, t_sqnb, ttyp, t_ttyp, clyn, t_clyn, cdec, t_cdec, ratf, t_ratf
`,
};

/** Infor CloudSuite Industrial (SyteLine). Source: its tables inv_item, coitem, co. */
export const SYTELINE: SystemNames = {
  knownBy:
    'co_num, co_line, inv_num, cust_num, cust_seq, qty_invoiced, co_release, slsman, inv_line, qty_ordered_conv, b2name',
  names: `
document: inv_num
line: inv_line, co_line
partner: cust_num, cust, vend_num
orderNumber: co_num, po_num
product: item
quantity: qty_invoiced, invqty, qty_shipped
orderedQuantity: qty_ordered, ordqty
unit: u_m
invoiceDate: inv_date
deliveryDate: ship_date
unitPrice: price, unit_price
netValue: extprice, net_price_ext
unitCost: cost
aside: cust_seq, co_release, slsman, b2name, site, site_ref, whse, cust_po, description, due_date, tax_code1
`,
};

/** Infor LX (BPCS), lines of invoices and orders. Source: its file reference (SIL, SIH, ECL, HPO). */
export const BPCS: SystemNames = {
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
