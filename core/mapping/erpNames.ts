/**
 * Names of columns that say nothing to who does not know the system: field, and what is in it. From
 * SAP's tables of billing (VBRK, VBRP), sales (VBAK, VBAP), purchasing (EKKO, EKPO, EKBE), delivery (LIPS),
 * accounting (BKPF, BSEG), customers (KNA1), suppliers (LFA1) and materials (MARA, MAKT, MVKE).
 * Source: the data dictionary of SAP ECC 6.0, by the names of its fields.
 */
const SAP = `
document: vbeln_vf vbeln fkbel belnr_vf rbeln
orderNumber: aubel vbeln_va vgbel_va ebeln bstkd bstnk
deliveryNumber: vbeln_vl lgbel vgbel
receiptNumber: mblnr belnr_we
postingNumber: belnr belnr_d awkey
paymentNumber: augbl
line: posnr posnr_vf ebelp buzei zeile
partner: kunnr kunag kunrg lifnr kunnr_ag kndnr
product: matnr material_number matwa
company: bukrs vkorg ekorg
endCustomer: kunwe kunnr_ec
orderDate: audat bstdk bedat erdat_va
deliveryDate: lfdat wadat wadat_ist vdatu eindt
receiptDate: budat_we
invoiceDate: fkdat bldat redat rfdat
postingDate: budat
serviceDate: fbuda
paymentDate: augdt
quantity: fkimg fklmg lfimg menge_f
orderedQuantity: kwmeng bstmg
receivedQuantity: wemng bpmng
unit: vrkme meins bstme erfme vrkme_uom
unitPrice: netpr kbetr cmpre stprs_n
listPrice: kbetr_pr00
unitCost: verpr stprs
netValue: netwr netwr_f kzwi1 dmbtr_n
grossValue: kzwi2 brtwr bonba
currency: waerk waers hwaer
taxCode: mwskz mwsk1
taxRate: msatz
discountAmount: skfbt rabatt_betrag
aside: mandt erdat ernam erzet aedat aenam arktx maktx name1 name2 land1 ort01 pstlz spart vtweg kdgrp matkl prodh werks lgort ntgew brgew gewei mwsbp wavwr kursk zterm inco1 kunre knumv fkart fksto pstyv bzirk vkbur vkgrp bukrs_txt stras regio telf1 stceg
`;

/** Of SAP Business One: tables OINV, INV1, ODLN, OPOR, POR1 and OCRD. Source: its database reference. */
const BUSINESS_ONE = `
document: docnum
line: linenum
partner: cardcode
product: itemcode
invoiceDate: docdate
deliveryDate: shipdate
unit: unitmsr uomcode
listPrice: pricebefdi
discountPercent: discprcnt
netValue: linetotal
currency: doccur
taxCode: vatgroup taxcode
taxRate: vatprcnt
aside: cardname dscription docentry docduedate numatcard whscode ocrcode slpcode openqty baseentry baseline vatsum doctotal grssprofit acctcode project
`;

/** By a name in lower case, the field that the system has in it; `aside` for what is no field of a line. */
export const ERP_NAMES: ReadonlyMap<string, string> = new Map(
  [SAP, BUSINESS_ONE]
    .flatMap((table) => table.trim().split('\n'))
    .flatMap((line) => {
      const [field = '', names = ''] = line.split(': ');
      return names.split(' ').map((name) => [name, field] as const);
    }),
);
