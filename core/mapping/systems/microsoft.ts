import type { SystemNames } from './systemNames.ts';

/** Dynamics NAV and Business Central, tables of posted documents and ledger entries. Source: their base application. */
export const BUSINESS_CENTRAL: SystemNames = {
  names: `
partner: sell-to customer no, buy-from vendor no, verk an deb-nr, eink von kred nr, source no, herkunftsnr
unitPrice: direct unit cost, unit price excl vat, vk-preis, direct unit cost excl. vat
unitCost: unit cost (lcy), unit cost, einstandspreis (mw), einstandspreis
netValue: line amount, line amount excl. vat, zeilenbetrag, zeilenbetrag ohne mwst, sales amount (actual), verkaufsbetrag (tatsächl.), vat base amount
orderNumber: order no, auftragsnr
deliveryNumber: shipment no, lieferungsnr
receiptNumber: receipt no
document: document no, belegnr, vendor invoice no
line: line no, zeilennr, document line no
discountPercent: line discount %, zeilenrabatt %
discountAmount: line discount amount, zeilenrabattbetrag, inv. discount amount, discount amount
quantity: invoiced quantity, qty. invoiced, fakturierte menge, menge fakturiert
returnOfDocument: appl.-from item entry doc, applies-to doc. no., corrected document no, ausgleich mit belegnr.
partner?: bill-to customer no, pay-to vendor no, rech an deb-nr
document?: external document no, externe belegnummer
orderNumber?: your reference, ihre referenz
aside: ship-to code, lief. an code, item category code, artikelkategoriencode, location code, lagerortcode, variant code, variantencode, shortcut dimension 1 code, shortcut dimension 2 code, global dimension 1 code, global dimension 2 code, gen. bus. posting group, gen. prod. posting group, vat bus. posting group, vat prod. posting group, vat identifier, amount including vat, betrag inkl. mwst., outstanding quantity, restauftragsmenge, qty. to ship, qty. to invoice, qty per unit of measure, quantity (base), menge (basis), entry no, lfd. nr, entry type, postenart, cost amount (actual), einstandsbetrag (tatsächl.), remaining quantity, restmenge, item ledger entry no, applies-to entry, dimension set id, salesperson code, verkäufercode, reason code, ursachencode, source code, user id, benutzer-id, customer posting group, inventory posting group, allow invoice disc., no. series, posting group, due date, document type, belegart, currency factor, währungsfaktor, description 2, beschreibung 2
`,
};

/** The lines of Dynamics NAV and Business Central, in which "No." is the item's. */
export const BUSINESS_CENTRAL_LINES: SystemNames = {
  knownBy:
    'sell-to customer no, buy-from vendor no, location code, unit of measure code, line discount %, gen. prod. posting group, verk. an deb.-nr, eink. von kred.-nr, lagerortcode, einheitencode, zeilenrabatt %, zeilennr, belegnr, vat prod. posting group, mwst. %, vk-preis, unit price excl. vat, item category code, artikelkategoriencode',
  names: `
document: document no, belegnr, rechnungsnr
line: line no, zeilennr
product: no, nr, item no, artikelnr
quantity: quantity, menge
netValue: line amount, zeilenbetrag, amount, betrag
aside: type, art, description, beschreibung
`,
};

/** Dynamics 365 Finance and AX. Source: CustInvoiceJour, CustInvoiceTrans, SalesLine, VendInvoiceTrans. */
export const DYNAMICS_365: SystemNames = {
  knownBy:
    'dataareaid, invoiceaccount, orderaccount, custaccount, vendaccount, inventtransid, salesid, inventdimid, salesunit, purchid, recid, linepercent, dlvdate, linedisc, invoicingname, salesqty, purchqty',
  names: `
document: invoiceid
orderNumber: salesid, purchid, origsalesid, origpurchid
deliveryNumber: packingslipid
postingNumber: ledgervoucher, voucher
line: linenum, linenumber, purchaselinelinenumber
partner: custaccount, vendaccount, orderaccount
partner?: invoiceaccount, invoicecustomeraccountnumber
product: itemid, itemnumber, productnumber
company: dataareaid
invoiceDate: invoicedate, documentdate
deliveryDate: dlvdate, shippingdateconfirmed, deliverydate
quantity: qty, inventqty, invoicedquantity
orderedQuantity: salesqty, qtyordered, purchqty, orderedsalesquantity
unit: salesunit, purchunit, unitid, salesunitsymbol
unitPrice: salesprice, purchprice, salesunitprice
netValue: lineamount
discountPercent: linepercent
discountAmount: discamount
currency: currencycode
taxCode: taxitemgroup, taxgroup
aside: recid, recversion, partition, inventtransid, inventdimid, name, modifieddatetime, createddatetime, modifiedby, createdby, lineamountmst, taxamount, invoicingname, salestype, numbersequencegroup, remainsalesphysical, defaultdimension, linedisc, priceunit, multilndisc, custgroup, deliveryname, custinvoicelineidref, stockedproduct, duedate
`,
};

/** Dynamics GP, tables of sales (SOP30200, SOP30300), purchases (POP30300, POP30310) and receivables (RM20101). Source: its table reference. */
export const GREAT_PLAINS: SystemNames = {
  names: `
document: sopnumbe, vnddocnm, docnumbr
orderNumber: orignumb, cstponbr
receiptNumber: poprctnm
line: lnitmseq, seqnumbr, ord_line, rcptlnnm
partner: custnmbr, vendorid
product: itemnmbr
orderDate: ordrdate
invoiceDate: invodate, docdate
postingDate: glpostdt
deliveryDate: actlship, fufildat
receiptDate: receiptdate
quantity: qtytoinv, qtyfulfi, quantity, qtyinvcd
orderedQuantity: qtyorder
receivedQuantity: qtyshppd
unit: uofm
unitPrice: unitprce
unitCost: unitcost
netValue: xtndprce, extdcost
currency: curncyid
discountAmount: mrkdnamt, trdisamt
aside: soptype, custname, itemdesc, docid, docamnt, taxamnt, slprsnid, salsterr, locncode, oxtndprc, ounitprc, bachnumb, pymtrmid, duedate, voidstts, dex_row_id, dex_row_ts, cmpntseq, prstadcd, shipmthd, refrence, usertoent, noteindx, ortrxamt, curtrxam, rmdtypal, debitamt, crdtamnt, taxschid, prclevel, qtytbaor, qtyprinv, qtybsuom, creatddt, modifdt, reqshipdate, docncorr, vendname, trxsorce
`,
};
