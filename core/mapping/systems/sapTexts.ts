import type { SystemNames } from './systemNames.ts';

/** The long texts of SAP's fields, as tools show them that read its tables. Source: the texts of its data elements in English, German and Chinese. */
export const SAP_TEXTS: SystemNames = {
  names: `
document: document number of the billing document, belegnummer der faktura
line: item number of the sd document, sales and distribution document item, positionsnummer des vertriebsbelegs, positionsnummer des einkaufsbelegs, item number of purchasing document, item in material document, position im materialbeleg, number of line item within accounting document, nummer der buchungszeile innerhalb des buchhaltungsbelegs, line item in the invoice document, 物料凭证中的项目, 采购凭证的项目编号, 销售和分销凭证的项目号, 销售凭证的项目编号, 会计凭证中的行项目数
orderNumber: purchasing document number, sales and distribution document number, belegnummer des einkaufsbelegs, belegnummer des vertriebsbelegs, 采购凭证编号, 销售和分销凭证号
deliveryNumber: document number of the delivery, lieferbelegnummer
receiptNumber: number of material document, nummer des materialbelegs, 物料凭证编号, 物料凭证的编号
postingNumber: accounting document number, belegnummer eines buchhaltungsbelegs, 会计凭证号码, 会计凭证编号
paymentNumber: document number of the clearing document, belegnummer des ausgleichsbelegs, 清帐凭证的凭证号码
partner: account number of vendor or creditor, account number of supplier, kontonummer des lieferanten, kontonummer des lieferanten oder kreditors, 供应商或债权人的帐号, 供应商或债权人帐号, customer number 1, debitorennummer 1, 客户编号 1
invoiceDate: billing date for billing index and printout, fakturadatum für rechnungsindex und ausdruck, document date in document, belegdatum im beleg, 出具发票索引和打印的开票日期, 凭证中的凭证日期
postingDate: posting date in the document, buchungsdatum im beleg, 凭证中的过帐日期
orderDate: purchasing document date, document date (date received/sent), belegdatum (eingangs-/ausgangsdatum), datum des einkaufsbelegs, 采购凭证日期
deliveryDate: actual goods movement date, datum der tatsächlichen warenbewegung, item delivery date, positionslieferdatum, planned goods movement date, 项目交货日期, 实际货物移动日期
serviceDate: date on which services rendered, datum der leistungserstellung, 提供服务的日期
quantity: actual invoiced quantity, actual billed quantity, tatsächlich fakturierte menge, actual quantity delivered (in sales units), tatsächlich gelieferte menge (in vme), quantity in unit of entry, menge in erfassungsmengeneinheit, 实际已开票数量, 实际已交货量(按销售单位), 以录入项单位表示的数量
orderedQuantity: cumulative order quantity in sales units, kumulierte auftragsmenge in verkaufsmengeneinheit, kumulierte auftragsmenge in vme, purchase order quantity, target quantity in sales units, 以销售单位表示的累计订单数量, 累计订单数量(按销售单位)
receivedQuantity: quantity of goods received, wareneingangsmenge, menge des wareneingangs, 收到的货物数量
unit: purchase order unit of measure, bestellmengeneinheit, unit of entry, erfassungsmengeneinheit, 采购订单的计量单位, 条目单位
unitPrice: net price in purchasing document (in document currency), net price in document currency, nettopreis im einkaufsbeleg in belegwährung, 采购凭证中的净价(以凭证货币计)
netValue: net value of the billing item in document currency, net value of the order item in document currency, net order value in po currency, net value in document currency, nettowert der fakturaposition in belegwährung, nettowert der auftragsposition in belegwährung, nettobestellwert in bestellwährung, amount in document currency, betrag in belegwährung, 凭证货币中出具发票项目的净价值, 以凭证货币计的开票项目净值, 采购订单货币的订单净值, 采购订单货币的净订单价值, 以凭证货币计的净值, 凭证货币计量的净价值
grossValue: gross order value in po currency, bruttobestellwert in bestellwährung, 采购订单货币的总订单值
netValue?: amount in local currency, betrag in hauswährung, 按本位币计的金额, 以本币计的金额
taxCode: tax on sales/purchases code, umsatzsteuerkennzeichen, 销售/购置税代码, 销售税/采购税代码
document?: reference document number, referenzbelegnummer, 参考凭证编号
aside: document number of the reference document, item number of the reference item, belegnummer des vorlagebelegs, positionsnummer der vorlageposition, short text for sales order item, kurztext der kundenauftragsposition, date on which record was created, date on which the record was created, datum an dem der satz hinzugefügt wurde, date for pricing and exchange rate, datum für preisfindung und umrechnungskurs, cost in document currency, verrechnungspreis in belegwährung, tax amount in document currency, steuerbetrag in belegwährung, vat registration number, umsatzsteuer-identifikationsnummer, exchange rate for price determination, requested delivery date, wunschlieferdatum des belegs, number of the document condition, 参考单据的单据编号, 参考项目的项目号, 参考项目的项目编号, 销售订单项目短文本, 记录建立日期, 记录的创建日期, 以凭证货币计的成本, 以凭证货币计的税额, 定价和汇率的日期, 移动类型(库存管理)
`,
};
