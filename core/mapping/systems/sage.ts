import type { SystemNames } from './systemNames.ts';

/** Sage 300 (Accpac), lines of orders, invoices and purchases. Source: its application object model (OEINVD, OESHDT, POPORL). */
export const SAGE_300: SystemNames = {
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

/** Sage 100 in French, lines and heads of documents (F_DOCLIGNE, F_DOCENTETE). Source: its table reference. */
export const SAGE_100: SystemNames = {
  knownBy:
    'do_piece, do_date, do_tiers, dl_qte, dl_prixunitaire, dl_montantht, dl_ligne, ar_ref, ct_num, dl_design, dl_puttc, dl_prixru, do_type',
  names: `
document: do_piece
line: dl_ligne
partner: do_tiers, ct_num
product: ar_ref
invoiceDate: do_date
deliveryDate: dl_datebl, do_datelivr
orderDate: dl_datebc
orderNumber: dl_piecebc
deliveryNumber: dl_piecebl
quantity: dl_qte
unit: eu_enumere, dl_unite
unitPrice: dl_prixunitaire
unitCost: dl_prixru, dl_cmup
netValue: dl_montantht
discountPercent: dl_remise01rem_valeur
taxRate: dl_taxe1
currency: do_devise
aside: do_type, do_domaine, do_ref, dl_design, dl_puttc, dl_montantttc, dl_qtebc, dl_qtebl, dl_poidsnet, de_no, cbmarq, co_no, ca_num, af_reffourniss, ac_refclient, dl_valorise, dl_tremise
`,
};

/** Sage X3, lines of invoices, deliveries and orders. Source: its data dictionary (SINVOICED, SDELIVERYD, SORDERP, PINVOICED). */
export const SAGE_X3: SystemNames = {
  knownBy:
    'num_0, itmref_0, qty_0, netpri_0, amtnotlin_0, bpcord_0, bpcinv_0, sohnum_0, sdhnum_0, sidlin_0, invdat_0, bprnum_0, grospri_0, pohnum_0',
  names: `
document: num_0
line: sidlin_0, sddlin_0, soplin_0, pidlin_0, poplin_0
partner: bpcord_0, bpcinv_0, bpr_0, bprnum_0, bpsnum_0, bps_0
product: itmref_0
orderNumber: sohnum_0, pohnum_0
deliveryNumber: sdhnum_0
receiptNumber: pthnum_0
invoiceDate: invdat_0, accdat_0
orderDate: orddat_0
deliveryDate: shidat_0, dlvdat_0
quantity: qty_0, qtystu_0
unit: sau_0, stu_0, puu_0
unitPrice: netpri_0
listPrice: gropri_0, grospri_0
unitCost: cprpri_0
netValue: amtnotlin_0
currency: cur_0
company: cpy_0
discountPercent: discrgval1_0
aside: salfcy_0, stofcy_0, itmdes_0, itmdes1_0, amtatilin_0, amttaxlin_0, vat_0, rep_0, rep1_0, pjt_0, tsicod_0, sivtyp_0, invtyp_0, credat_0, creusr_0, upddat_0, updusr_0
`,
};
