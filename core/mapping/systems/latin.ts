import type { SystemNames } from './systemNames.ts';

/** TOTVS Protheus, items of invoices in (SD1) and out (SD2) and of orders (SC6, SC7). Source: its dictionary SX3. */
export const PROTHEUS: SystemNames = {
  system: 'TOTVS Protheus',
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

/** Sage 100 in French, lines and heads of documents (F_DOCLIGNE, F_DOCENTETE). Source: its table reference. */
export const SAGE_100: SystemNames = {
  system: 'Sage 100 in French',
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
  system: 'Sage X3',
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

/** Logo Tiger and Netsis of Turkey, movements of stock. Source: their table references (STLINE, INVOICE, TBLSTHAR). */
export const LOGO_AND_NETSIS: SystemNames = {
  system: 'Logo and Netsis',
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
