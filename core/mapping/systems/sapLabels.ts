import type { SystemNames } from './systemNames.ts';

/** Characteristics and key figures of SAP's cubes. Source: its business content. */
export const SAP_BW: SystemNames = {
  names: `
document: 0bill_num, 0ac_doc_no
line: 0bill_item, 0s_ord_item, 0oi_ebelp, 0doc_item, 0deliv_item, 0po_item, 0ac_doc_ln
partner: 0sold_to, 0customer, 0vendor, 0creditor, 0bpartner
product: 0material
company: 0comp_code, 0salesorg, 0purch_org
orderNumber: 0doc_number, 0oi_ebeln, 0s_ord_num, 0po_number
deliveryNumber: 0deliv_numb
invoiceDate: 0bill_date, 0calday, 0doc_date
postingDate: 0pstng_date
deliveryDate: 0act_gi_dte, 0dlv_date
orderDate: 0ord_date
quantity: 0bill_qty, 0inv_qty, 0quantity, 0qty_inv, 0act_dl_qty, 0act_inv_qt, 0dlv_qty, 0quant_b
orderedQuantity: 0cml_or_qty, 0order_qty, 0po_qty
unit: 0sales_unit, 0base_uom, 0unit, 0po_unit, 0uom
netValue: 0netval_inv, 0net_value, 0inv_value, 0netvalord, 0dc_amount
currency: 0doc_currcy, 0currency, 0loc_currcy
unitPrice: 0net_price
taxCode: 0tax_code
netValue?: 0lc_amount, 0deb_cre_lc
aside: 0calmonth, 0calweek, 0calyear, 0fiscper, 0fiscvarnt, 0ship_to, 0payer, 0bill_to_prty, 0matl_group, 0plant, 0distr_chan, 0division, 0sales_grp, 0sales_off, 0sales_dist, 0cust_group, 0bill_type, 0doc_type, 0doc_categ, 0item_categ, 0cost, 0gross_wgt, 0net_wgt_dl, 0unit_of_wt, 0subtotal_1, 0subtotal_2, 0subtotal_3, 0createdon, 0stor_loc, 0profit_ctr, 0costcenter, 0prod_hier, 0material__0matl_group, 0req_date, 0ch_on, 0deb_cre, 0fiscyear, 0co_area, 0bus_area, 0pmnttrms, 0netduedate, 0reason_rej, 0incoterms, 0batch, 0movetype, 0volume, 0exchg_rate, 0rate_type, 0version, 0vtype, 0recordmode, 0clear_date, 0post_key, 0acct_type, 0gl_account, 0item_num
`,
};

/** The same of what is loaded out of cubes, where the mark of the business content is lost. */
export const SAP_BW_LOADED: SystemNames = {
  knownBy:
    'bill_num, bill_item, bill_qty, netval_inv, doc_currcy, comp_code, doc_number, s_ord_item, sold_to, calday, pstng_date, deliv_numb, ac_doc_no, cust_group, matl_group, distr_chan',
  names: SAP_BW.names.replaceAll(/\b0(?=[a-z])/g, ''),
};

/** The same fields as SAP's lists and exports name them, in English, German and Chinese. Source: its data elements' texts. */
export const SAP_LABELS: SystemNames = {
  knownBy:
    'billing document, billing date, billed quantity, actual invoiced quantity, sold-to party, sales document, sales unit, net value, material, material document, plant, document currency, sd document currency, sales organization, distribution channel, purchasing document, order quantity, net order price, company code, accounting document, clearing document, posting key, fakturadatum, faktura, fakturierte menge, fakturaart, auftraggeber, nettowert, belegwährung, verkaufsbeleg, verkaufsmengeneinheit, einkaufsbeleg, buchungskreis, materialbeleg, betrag in hauswährung, ausgleichsbeleg, werk, bestellmengeneinheit, 开票凭证, 开票凭证编号, 售达方, 净值, 凭证货币, 出具发票日期, 销售凭证, 采购凭证, 物料凭证, 公司代码, 过账日期, 工厂, 会计凭证, cocd, crcy, itm, pstng date, clrng doc, amount in dc, amount in doc curr, amt in loc cur, sold to pt, billt, dchl, sorg, plnt, sloc, mvt, bill doc, fakt datum, fkdatum, belegwähr, verkbeleg, vertriebsbeleg, einkbeleg, vme, bme, buchungskr, betrag in hw, betrag in bw, auftr geb, ausgleichsdatum, kurztext, materialkurztext, bewegungsart, preiseinheit, 短文本, 采购凭证编号, 凭证日期, 物料描述, 库存地点, 移动类型, 条目单位, 价格单位, 货币码, 分销渠道, 凭证货币金额, 清帐凭证, 物料组, 装运点',
  names: `
document: billing document, billing doc, bill doc, faktura, fakturanummer, rechnungsbeleg, 开票凭证, 出具发票凭证, 系统发票, 发票凭证编号, billing doc no, billing document number, fakt, fakt nr, rechnungsnr, 发票凭证, 出具发票的凭证, 开票凭证号
orderNumber: sales document, sales doc, sd document, sales order number, purchasing document, purch doc, purchasing doc, verkaufsbeleg, vertriebsbeleg, einkaufsbeleg, 销售凭证, 采购凭证, 销售和分销凭证, customer kundenreferenz, customer purchase order, 客户参考, purchase order no, sales doc no, so number, purch doc no, po number, verkbeleg, vkbeleg, verkaufsbelegnummer, einkbeleg, ekbeleg, customer reference, cust reference, cust ref, purchase order number, bestellnummer kunde, kundenreferenz, 销售订单, 采购订单, 采购凭证号, 销售凭证编号
deliveryNumber: delivery, outbound delivery, lieferung, auslieferung, 交货, 外向交货, delivery number, deliv, outbound deliv, lieferg, lieferbeleg, 交货单, 交货单号, 外向交货单
receiptNumber: material document, mat doc, material doc, materialbeleg, 物料凭证, mat document, material doc no, matbeleg, materialbelegnr, 物料凭证编号
postingNumber: accounting document, accounting doc, journal entry, buchhaltungsbeleg, 会计凭证, 会计凭证号, buchungsbeleg, acctg document, accounting document number, docno, fi document, fi beleg, buchhbeleg, 会计凭证编号
paymentNumber: clearing document, clrng doc, ausgleichsbeleg, 清账凭证, clrng doc no, clearing doc, ausglbeleg, 清帐文件
line: item, billing document item, billing item, sales document item, item number, purchasing document item, fakturaposition, belegposition, 项目, 行项目, 开票项目, line item, 采购凭证的项目编号, 凭证项目, itm, item no, billing doc item, sd item, sales doc item, s item, purch item, po item, material doc item, mat doc item, fakturapos, verkaufsbelegposition, bestellposition, einkaufsbelegposition, 行项目号, 项目编号, 销售凭证项目, 采购凭证项目, 物料凭证项目
partner: vendor supplying plant, supplier supplying plant, lieferant lieferwerk, invoicing party, rechnungssteller, sold to party, sold to, customer number, auftraggeber, vendor account number, 售达方, account number of vendor or creditor, customer account, kundenkonto, business partner, geschaeftspartner, sold to pt, sold to no, auftrgeb, auftraggebernummer, debitorennummer, kreditorennummer, supplier account number, vendor number, 售达方编号, 供应商帐户号, 客户帐号, 供应商/供货工厂
product: material, material number, materialnummer, 物料, 物料编号, 物料号, matl, matl number, material no, mat no, materialnr, 物料编码, 物料代码
company: company code, sales organization, sales org, purchasing organization, purch organization, buchungskreis, verkaufsorganisation, vkorg, einkaufsorganisation, 公司代码, 销售组织, 采购组织, cocd, company cd, sorg, sales org code, porg, buchungskr, buchkreis, verkorg, ekorg, 销售机构, 采购机构
orderDate: order date, purchase order date, sales document date, bestelldatum, auftragsdatum, 采购订单日期, 客户采购订单日期
deliveryDate: actual goods movement date, act gds mvmnt date, actual gi date, goods issue date, gi date, warenausgangsdatum, warenausgang ist, istwarenausgangsdatum, 实际货物移动日期, 交货日期, delivery date, act gi dt, ac gi date, act gds mvt date, delivdate, first date, statistical delivery date, istwadatum, wa datum, warenausg ist, lieferdat, liefertermin, 实际发货日期, 发货过账日期, 实际货物移动的日期
invoiceDate: billing date, document date, doc date, fakturadatum, rechnungsdatum, belegdatum, 出具发票日期, 开票日期, 凭证日期, 单据日期, bill date, billg date, bill dt, fkdatum, fkdat, belegdat, 发票日期, 开具发票日期, 出具发票日期/打印日期
postingDate: posting date, pstng date, buchungsdatum, 过账日期, 记账日期, pstng dt, postg date, pstdate, buchdatum, buchdat, 过帐日
serviceDate: services rendered, service rendered date, leistungsdatum, leistungserstellungsdatum, service rendered on, 提供服务日期, serv rend date, date on which services are rendered, leistdatum
paymentDate: clearing date, clearing, ausgleichsdatum, 清账日期, clrng date, clearing dt, ausgldatum
quantity: billed quantity, billing quantity, actual billed quantity, actual invoiced quantity, invoiced quantity, invoice quantity, bill qty, billed qty, fakturierte menge, fakturamenge, 开票数量, 实际已开票数量, 实际开票数量, delivery quantity, liefermenge, actual delivery qty, actual quantity delivered, 交货数量, inv quantity, invd qty, bld qty, act inv qty, actual bill qty, fktmenge, fakturierte mng, fakmenge, dlv qty, delivqty, gelieferte menge in vme, qty in unit of entry, qty in une, quantity in une, menge in erfassungsme, 出具发票数量, 已出发票数量, 实际已交货数量, 交货量, 以录入项单位表示的数量, rechnungseingangsmenge
orderedQuantity: order quantity, purchase order quantity, po quantity, bestellmenge, auftragsmenge, kumulierte auftragsmenge, cumulative order quantity, 采购订单数量, 订单数量, scheduled quantity, target quantity, zielmenge, order qty, po qty, ord qty, bestellmng, auftrmenge, cum order qty, kumauftrmenge, 累计订单数量, 订购数量, 目标数量
receivedQuantity: goods receipt quantity, gr quantity, wareneingangsmenge, we menge, quantity delivered, delivered quantity, 收货数量, gr qty, qty received, delivered qty, still received, 已收货数量
unit: sales unit, base unit of measure, base unit, order unit, sales unit of measure, verkaufsmengeneinheit, basismengeneinheit, bestellmengeneinheit, mengeneinheit, 销售单位, 基本计量单位, 订单单位, unit of measure, unit of entry, bun, oun, sun, sales uom, 计量单位, su, bum, une, vme, bme, lme, eme, oun sales, verkme, basisme, bestme, bpme, order price unit, sales uom code, 基本单位, 输入单位, 条目单位, erfassungsmengeneinh, erfassungsmengeneinheit
unitPrice: net price, net order price, nettopreis, net price amount, 净价, 净订单价格, netpr, net prc, nettopr, 净定价
listPrice: gross price, list price, bruttopreis, listenpreis, 总价格
unitCost: moving price, moving average price, standard price, gleitender preis, standardpreis, gld preis, 移动平均价, 标准价格, mov avg price, mvgavgprice, std price, moving avg price, glpreis, stdpreis, 移动均价
netValue: net value, net value of the billing item in document currency, net value in document currency, net value of billing item, net order value, net value item, nettowert, nettobetrag, nettowert der position, nettobestellwert, 净值, 凭证货币中的净值, 净额, 净订单值, amount in document currency, betrag in belegwaehrung, net val, net value doc curr, net order val, netw, nettowrt, amount in doc curr, amt in doc curr, amount in dc, betrag in bw, betrag in belegwaehrg, betrag belegw, amount, 凭证货币金额, 净价值, 凭证货币的净值
grossValue: gross value, bruttowert, gross order value, 总值, gross val, gross order val, bruttow
currency: document currency, sd document currency, doc currency, currency key, belegwaehrung, waehrungsschluessel, waehrung, 凭证货币, 货币, 货币码, crcy, curr, crcy key, doc crcy, doc currency key, waehrg, whrg, belegwaehrg, belegwaehr, belwrg, 凭证货币码, 货币代码
taxCode: tax code, tax on sales purchases code, steuerkennzeichen, mehrwertsteuerkennzeichen, 税码, 销售税代码, tx, tax cd, mwst kz, stkz, steuerkz, 税代码
partner?: payer, bill to party, ship to party, regulierer, rechnungsempfaenger, warenempfaenger, 付款方, 收票方, 送达方, pyr, payer no, bill to pt, bill to, ship to pt, ship to, regul, rechempf, warenempf, 收货方, 开票方
document?: reference, referenz, 参照, ref doc no, referenzbeleg
netValue?: amount in local currency, amount in lc, betrag in hauswaehrung, hauswaehrungsbetrag, 本币金额, 本位币金额, amt in loc cur, amount in loc curr, amount lc, betrag in hw, betr hauswaehr, betrag hw, 以本币计的金额, 用本位币计的金额
product?: ean upc
line?: reference item
aside: name of sold to party, created on, created by, changed on, changed by, time, entry date, entry time, angelegt am, angelegt von, geaendert am, geaendert von, erfasst am, erfasst von, erfassungsdatum, erfassungsuhrzeit, 创建日期, 创建者, 创建人, 更改日期, 更改者, 输入日期, item category, positionstyp, plant, werk, 工厂, storage location, lagerort, 库存地点, material group, materialgruppe, warengruppe, 物料组, material description, materialkurztext, short text, item description, 物料描述, 短文本, distribution channel, vertriebsweg, 分销渠道, division, sparte, 产品组, customer group, kundengruppe, 客户组, sales office, verkaufsbuero, 销售办事处, sales group, verkaeufergruppe, sales district, sales document type, verkaufsbelegart, order type, billing type, fakturaart, 开票类型, 销售凭证类型, document type, belegart, 凭证类型, document category, purchasing group, einkaeufergruppe, 采购组, price unit, preiseinheit, per, 价格单位, pricing date, preisdatum, cost in document currency, verrechnungswert, tax amount, steuerbetrag, 税额, exchange rate, umrechnungskurs, 汇率, fiscal year, geschaeftsjahr, 会计年度, posting period, buchungsperiode, posting key, buchungsschluessel, 记帐码, debit credit indicator, debit credit ind, soll haben kennzeichen, soll haben kennz, dc indicator, assignment, zuordnung, 分配, reference document, vorgaengerbeleg, vorlagebeleg, 参考凭证, higher level item, originating document, g l account, sachkonto, hauptbuchkonto, profit center, 利润中心, cost center, kostenstelle, 成本中心, business area, geschaeftsbereich, terms of payment, payment terms, zahlungsbedingungen, 付款条件, baseline payment date, baseline date, basisdatum, net due date, nettofaelligkeit, due date, faelligkeitsdatum, cash discount amount, skontobetrag, incoterms, movement type, bewegungsart, 移动类型, batch, charge, 批次, valuation type, special stock, delivery completed, endlieferung, deletion indicator, loeschkennzeichen, cancelled, storniert, billing status, rebate basis, bonusbasis, statistical value, subtotal 1, subtotal 2, subtotal 3, subtotal 4, subtotal 5, subtotal 6, product hierarchy, produkthierarchie, 产品层次, net weight, gross weight, weight unit, gewichtseinheit, purchasing info record, special g l indicator, text, positionstext, header text, user name, transaction code, quantity in opun, condition type, konditionsart, condition value, konditionswert, volume, volume unit, requirement tracking number, shipping point, versandstelle, route, clearing fiscal year, reason code, dunning level, mahnstufe, country key, client, mandant, bill type, billt, billg type, dchl, distr chl, dv, dvsn, vweg, vertrweg, sp, plnt, plant name, sloc, stor loc, stge loc, lort, mtyp, mvt, mvt type, bwa, itca, item cat, ptyp, postyp, matl group, matl grp, mat group, warengrp, wgr, cust grp, kdgrp, kundengrp, sales off, soff, sgrp, vkbuero, vkgrp, sdst, sales dist, bezirk, sd doc categ, sales doc type, sdty, doc categ, dcat, order reason, auftragsgrund, rejection reason, reason for rejection, absagegrund, pric date, prcg date, prsdt, per unit, cost, costs, verrechn wert, verrwert, tax amt, steuerbetr, steuer, ex rate, exchg rate, umrechkurs, kurs, fyr, year, gj, gjahr, pe, prd, per period, pk, bs, d c, s h, assgt, doc header text, doc header, kopftext, belegkopftext, ref doc, ref item, ref doc item, vorgbeleg, vorgpos, vorlbeleg, hl itm, hlitem, uebgpos, uepos, orig doc, g l, g l acct, hauptbuch, sako, prctr, profit ctr, cctr, cost ctr, busa, gsber, payt, paytterms, zbed, zlbed, bline date, bline dte, net due dt, due on, disc base, skontobasis, incot, batch no, chrg, val type, bewertart, s, ss, sp stock, dci, d compl, lief abgeschl, del ind, lkz, canc, cancld, can, reversed, storn, bill status, rebate basis 1, bonusbas, stat val, prodhierarchy, prod hier, net wt, gr wt, wun, gewe, vun, vol, infosatz, info rec, sgind, header txt, user, benutzer, tcode, ctyp, cond type, kond art, cond value, trackingno, bedarfsnr, shpt, ship point, vstl, rte, created, created by name, erf am, ang am, ang von, crtd on, chngd on, chngd by, time of entry, erftime, 创建时间, 文本, 项目类别, 项目类别组, 定价日期, 参考项目, 参考凭证项目, 利润中心组, 装运点, 库位, 批号, 冲销, 已冲销, 过账期间, 借贷标识, 借方贷方标识, 总账科目, 分配编号, 到期日期, 起息日, 特殊总账标识, 成本, 销售地区, 订单原因, 拒绝原因, 已完成, 净重, 毛重, 重量单位
`,
};
