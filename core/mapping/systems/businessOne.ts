import type { SystemNames } from './systemNames.ts';

/** Of SAP Business One: tables OINV, INV1, ODLN, OPOR, POR1 and OCRD. Source: its database reference. */
export const BUSINESS_ONE: SystemNames = {
  names: `
document: docnum
line: linenum
partner: cardcode, bp code, gp-code
product: itemcode
invoiceDate: docdate
postingDate: refdate
deliveryDate: shipdate
quantity: delivrdqty
unit: unitmsr, uomcode
listPrice: pricebefdi
discountPercent: discprcnt
netValue: linetotal
currency: doccur
taxCode: vatgroup, taxcode
taxRate: vatprcnt
company: bplid
aside: gp-name, cardname, dscription, docentry, docduedate, numatcard, whscode, ocrcode, slpcode, openqty, baseentry, baseline, basetype, baseref, trgetentry, targettype, linestatus, docstatus, canceled, vatsum, doctotal, doctotalfc, grssprofit, grossbuypr, stockprice, acctcode, project, freetxt, codebars, totalfrgn, gtotal, paidtodate, objtype, doctype, printed, docrate, createdate, updatedate, usersign, comments, jrnlmemo, taxdate, groupnum, taxstatus, visorder, treetype, pricebefdisc, invqty, opencreqty, bp name, discsum, totalexpns, series, itemname
`,
};
