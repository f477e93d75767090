import type { SystemNames } from './systemNames.ts';

/** What a delivery refers to is an order. */
export const SAP_DELIVERIES: SystemNames = {
  knownBy: 'lfimg, lfart, lfdat, wadat_ist, wadat, kodat, lgmng',
  names: `
document: vbeln
orderNumber: vgbel
aside: vgpos
`,
};

/** What an order refers to is an offer or a contract. */
export const SAP_ORDERS: SystemNames = {
  knownBy: 'kwmeng, auart, abgru, audat, vdatu, edatu, bstnk, netpr',
  names: `
document: vbeln
orderDate: erdat, audat
aside: vgbel, vgpos
`,
};

/** In the checking of invoices the paper is the invoice. */
export const SAP_INVOICE_CHECKING: SystemNames = {
  knownBy: 'lfbnr, rmwww, wmwst1, bstme, rbstat, zlspr, xrech, ivtyp, bsart_re',
  names: `
document: belnr
receiptNumber: lfbnr
orderNumber: ebeln
`,
};

/**
 * Fields of SAP's tables of billing (VBRK, VBRP), sales (VBAK, VBAP, VBKD, VBEP), delivery (LIKP, LIPS), purchasing
 * (EKKO, EKPO, EKBE, EKET), invoice checking (RBKP, RSEG), accounting (BKPF, BSEG, BSID, BSAD, BSIK), material
 * documents (MKPF, MSEG), conditions (KONV), customers (KNA1, KNVV), suppliers (LFA1) and materials (MARA, MAKT).
 * Source: the data dictionary of SAP ECC 6.0, by the names of its fields.
 */
export const SAP: SystemNames = {
  names: `
document: vbeln_vf, vbeln, fkbel, belnr_vf, rbeln
orderNumber: aubel, vbeln_va, vgbel_va, ebeln, bstkd, bstnk, bstkd_e, vbelv
deliveryNumber: vbeln_vl, lgbel, vgbel, lbeln, lfbnr, vlbel
receiptNumber: mblnr, belnr_we
postingNumber: belnr, belnr_d, awkey
paymentNumber: augbl
line: posnr, posnr_vf, ebelp, buzei, zeile, posnr_va, posnr_vl, rblgp, vbelp
partner: kunnr, kunag, lifnr
product: matnr, material_number, matwa
company: bukrs, vkorg, ekorg
orderDate: audat, bstdk, bedat, erdat_va, bstdt
deliveryDate: lfdat, wadat, wadat_ist, vdatu, eindt, edatu, podat
receiptDate: budat_we
invoiceDate: fkdat, bldat, redat, rfdat, fkdat_rl
postingDate: budat, budat_mkpf
serviceDate: fbuda, vsdat
paymentDate: augdt
quantity: menge, menge_d, fkimg, fklmg, lfimg, bamng, lgmng
orderedQuantity: kwmeng, bstmg, wmeng, ormng
receivedQuantity: wemng, bpmng
unit: vrkme, meins, bstme, erfme
unitPrice: netpr, kbetr, cmpre
unitCost: verpr, stprs
netValue: netwr, kzwi1, wrbtr, kwert, netwr_ap, netwr_fp
grossValue: kzwi2, brtwr, bonba
currency: waerk, waers, hwaer
taxCode: mwskz, mwsk1
taxRate: msatz
document?: xblnr
partner?: kunrg, kunre, kunwe
product?: ean11, kdmat, idnlf
netValue?: dmbtr, hsl, wsl
aside: mandt, erdat, ernam, erzet, aedat, aenam, arktx, maktx, name1, name2, land1, ort01, pstlz, spart, vtweg, kdgrp, matkl, prodh, werks, lgort, ntgew, brgew, gewei, volum, voleh, mwsbp, mwsbk, wavwr, kursk, kurrf, wkurs, zterm, inco1, inco2, knumv, fkart, fkara, fksto, pstyv, bzirk, vkbur, vkgrp, bukrs_txt, stras, regio, telf1, stceg, vgpos, aupos, vgtyp, autyp, vbtyp, fkrel, uepos, posar, gsber, prctr, kostl, kokrs, gjahr, monat, poper, blart, bsart, bstyp, shkzg, bschl, koart, saknr, hkont, zuonr, sgtxt, bktxt, ltext, umskz, zfbdt, zbd1t, zbd2t, zbd3t, zbd1p, rebzg, rebzj, rebzz, bwart, vgabe, bewtp, charg, sobkz, insmk, umvkz, umvkn, umren, umrez, bpumn, bpumz, peinh, kpein, kmein, kschl, krech, kawrt, stunr, zaehk, kposn, prsdt, prsfd, pmatn, ean, idnkd, auart, augru, abgru, lifsk, faksk, lfart, vstel, route, ablad, lprio, ktgrd, ktgrm, provg, mvgr1, mvgr2, mvgr3, mvgr4, mvgr5, kvgr1, kvgr2, kvgr3, kvgr4, kvgr5, konda, pltyp, ktokd, brsch, sortl, adrnr, spras, txjcd, elikz, erekz, loekz, retpo, repos, knttp, pstyp, afnam, bednr, infnr, banfn, bnfpo, konnr, ktpnr, frgke, frgzu, ekgrp, txz01, mtart, mbrsh, meinh, smeng, lmeng, skfbt, kzwi3, kzwi4, kzwi5, kzwi6, zlsch, mansp, manst, dmbe2, dmbe3, wmwst, hwste, mwsts, txbhw, txbfw, netdt, vbeln_von, posnv, cmeth, rplnr, vsbed, kalsm, xegld, bstzd, ktext, ihrez, parvw, pernr, ablfz, gueen, guebg, angdt, bnddt, lfgja, lfpos, lfbja, shkzg_va, cpudt, cputm, usnam, tcode, bvorg, stblg, stjah, xreversal, kkber, logsys, vbund, dispo, lvorm, bismt, wrkst, normt, volum_15
`,
};
