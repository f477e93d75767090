/**
 * What a word in the name of a column is about. A name is read as a row of these; the rules for
 * fields are about them and not about words, so that a name nobody has listed can be understood.
 */
export type Notion =
  // Who and what
  | 'customer'
  | 'supplier'
  | 'partner'
  | 'account'
  | 'endCustomer'
  | 'otherParty'
  | 'company'
  | 'maker'
  | 'product'
  | 'item'
  | 'barcode'
  // Papers
  | 'document'
  | 'invoice'
  | 'order'
  | 'delivery'
  | 'receipt'
  | 'posting'
  | 'payment'
  | 'service'
  | 'submission'
  | 'line'
  | 'return'
  | 'original'
  | 'contract'
  // What is said of them
  | 'date'
  | 'number'
  | 'code'
  | 'name'
  | 'quantity'
  | 'unit'
  | 'price'
  | 'amount'
  | 'currency'
  | 'tax'
  | 'rate'
  | 'discount'
  | 'cost'
  | 'list'
  | 'net'
  | 'gross'
  | 'taxIncluded'
  | 'total'
  | 'rejected'
  | 'stocked'
  | 'stock'
  | 'ordered'
  | 'header'
  | 'per'
  | 'base'
  // What is known and is no field of a line
  | 'validity'
  | 'parent'
  | 'category'
  | 'brand'
  | 'weight'
  | 'country'
  | 'status'
  | 'aside';

/** Words and abbreviations, lower case, without accents (ä is ae); several notions where a word says several things. */
const ENGLISH = `
customer client cust buyer purchaser reseller dealer soldto sellto soldtoparty: customer
supplier vendor vend seller: supplier
manufacturer mfr mfg oem: maker
partner: partner
account acct acc: account
enduser endcustomer endconsumer ultimateconsumer ultimate consumer: endCustomer
shipto shiptoparty billto billtoparty deliverto payer consignee remitto contact recipient receiver attention: otherParty
company entity org organization organisation division salesorg subsidiary: company
product prod article art sku stockcode stockno stockitem itemcode material mat part merchandise goods asin: product
item lineitem: item
barcode ean gtin upc isbn: barcode
document doc sop pop voucher transaction trans txn trx record creditmemo creditnote debitnote: document
invoice inv bill billing: invoice
order ord so po purchaseorder salesorder: order
delivery deliver delivered dlv ship shipping shipment shipped despatch dispatch dispatched deliv packslip: delivery
receipt received recd recv receiving gr grn arrival: receipt
posting posted gl journal ledger booking: posting
payment paid pay pmt remittance cheque check settlement clearing: payment
service: service
submission submitted reported claim: submission
line row seq sequence lineno position pos: line
return returned rma credit: return
original orig applied appliesto: original
contract agreement deal special quote bid: contract
date dt dte day on time datetime timestamp dat: date
number no num nbr nr nmbr numbr numb numbe id identifier ident #: number
code cd key cde: number code
name nm description desc descr text title label: name
quantity qty quant units pieces pcs count volume qnty qtty: quantity
unit uom um measure uofm unitofmeasure unitmeasure: unit
price prc prce pr unitprice: price
amount amt value val worth revenue sales turnover ext extended extension subtotal charge proceeds spend resale sale: amount
currency curr ccy cur iso: currency
tax vat gst hst: tax
rate rt pct percent percentage prcnt perc %: rate
discount disc disct rebate markdown reduction allowance promo promotion: discount
cost landed purchasecost: cost
cogs: cost total
list catalog catalogue standard retail msrp rrp regular msp full before: list
net netto exclusive excl excluding untaxed ex pretax: net
gross: gross
inclusive incl including taxed: taxIncluded
total sum: total
stock onhand inventory: stock
rejected reject refused damaged scrapped: rejected
stocked putaway: stocked
ordered: ordered
header grand overall: header
per each ea a: per
base: base
valid validity effective from since until start end expiry expires: validity
parent hq headquarters: parent
category cat class family department dept group subcategory segment type: category
brand make: brand
weight wt kg volume: weight
country state region city zip postal postcode address street province county territory location: country
status state flag: status
due requested promised required created modified updated birth printed entry entered cancelled expected estimated last first shipby: aside
phone email fax mobile telephone mode way via limit detail details image link flag group groups team level version source target priority period salesperson salesman rep agent warehouse store shop channel notes note comment remark memo reason profit margin commission balance exchange fx freight terms term method carrier tracking week month year quarter period fiscal user project cost-center gender age segment rank color colour size serial lot batch vendorpart reference ref: aside
`;

const GERMAN = `
kunde kunden kd debitor deb abnehmer haendler kaeufer auftraggeber regulierer: customer
lieferant lieferanten lief kreditor kred hersteller: supplier
geschaeftspartner partner: partner
konto: account
endkunde endkunden endabnehmer verbraucher: endCustomer
warenempfaenger rechnungsempfaenger empfaenger: otherParty
firma buchungskreis mandant gesellschaft verkaufsorganisation vkorg: company
artikel art produkt ware waren material mat teil sachnummer: product
beleg belege vorgang dokument: document
rechnung rechnungs rg rgn re faktura fakt fakturen fkt: invoice
auftrag auftrags bestellung bestell best bestellungs: order
lieferung lieferschein liefer ls versand auslieferung: delivery
wareneingang eingang we zugang: receipt
buchung buchungs buch: posting
zahlung zahlungs bezahlt zahl: payment
leistung leistungs: service
meldung melde: submission
position pos positions zeile zeilen lfd lfdnr: line
gutschrift gutschrifts: document
retoure retouren rueckgabe storno: return
ursprung ursprungs original bezug bezugs: original
vertrag vertrags aktions sonder vereinbarung: contract
datum dat tag am termin zeitpunkt: date
nummer nr num kennung: number
schluessel kennzeichen kz: number code
name bezeichnung bez beschreibung text kurztext langtext benennung: name
absatz abgesetzte menge mengen mng anzahl anz stueck stk stueckzahl: quantity
einheit einheiten me mengeneinheit meh vpe: unit
preis preise ep einzelpreis vk vkpreis: price
betrag wert summe umsatz erloes positionswert warenwert gesamt: amount
waehrung waehrungs wkz waehr whrg: currency
steuer steuern mwst ust vst mehrwertsteuer umsatzsteuer vorsteuer: tax
satz prozent proz v.h: rate
rabatt rabatte nachlass skonto abschlag bonus: discount
kosten einstand einstands ek einkaufs selbstkosten: cost
listen liste katalog uvp: list
netto exkl ohne zzgl: net
brutto: gross
inkl einschl einschliesslich: taxIncluded
gesamt: total
abgelehnt abgelehnte ausschuss reklamiert reklamierte: rejected
eingelagert eingelagerte: stocked
bestellt bestellte georderte: ordered
kopf gesamtbetrag endbetrag rechnungsbetrag: header
pro je: per
gueltig gueltigkeit ab bis von: validity
konzern mutter zentrale uebergeordnet: parent
kategorie warengruppe gruppe klasse produktgruppe hauptgruppe: category
marke: brand
gewicht: weight
land ort plz strasse stadt region bundesland gebiet anschrift adresse: country
stand: status
faellig faelligkeit faelligkeits wunsch angelegt erstellt geaendert druck erfassung erfassungs: aside
valuta ziel zahlungsziel vertriebsweg gebinde fax ansprechpartner zahlart status art telefon mail vertreter lager filiale bemerkung notiz grund kanal marge deckungsbeitrag provision fracht zahlungsbedingung versandart charge farbe groesse kostenstelle sachbearbeiter werk referenz: aside
`;

const CHINESE = `
联系方式 联系 方式 物流 人 人员 员 图片 来源 结果: aside
客户 顾客 购买方 购方 买方 经销商 购货单位 往来单位 客商 购货方 代理商: customer
供应商 供货商 供方 厂商 销售方 销方 供货单位: supplier
合作伙伴 伙伴: partner
账户 科目: account
最终客户 终端客户 终端 消费者: endCustomer
收货方 收货单位 付款方: otherParty
公司 法人 销售组织 组织 账套 业务实体: company
产品 商品 物料 货品 存货 货物 品目 材料 货: product
条码 条形码: barcode
单据 凭证 单: document
发票 开票 票据 账单: invoice
订单 采购订单 销售订单 采购单 销售单 订货: order
发货 交货 送货 出库 出货 配送 发运: delivery
收货 入库 到货 验收: receipt
过账 记账 入账: posting
付款 支付 回款 收款 结算: payment
服务: service
上报 申报 提报: submission
行 行号 分录 序号 项次 明细行: line
退货 退回 红字: return
原 原单 蓝字 对应 被冲: original
合同 协议 特价: contract
日期 日 时间: date
编号 号码 号: number
单号 票号: document number
编码 代码 码: number code
名称 名 描述 品名 摘要 规格 型号 说明 简称: name
数量 件数 个数 数目: quantity
单位 计量单位 主计量: unit
价格 价 单价 均价: price
金额 额 总额 货款 销售额 价款 货值: amount
币种 货币 币别 币: currency
税 增值税: tax
率 比例 百分比: rate
折扣 优惠 折让 返利: discount
成本 进价 进货价: cost
标准 目录 零售 原价 定价 牌价 吊牌: list
净 不含税 未税 无税: net
毛: gross
含税 价税 税价: taxIncluded
合计 总 小计 总计: total
拒收 不合格 退: rejected
上架: stocked
订购 订货 下单: ordered
每: per
生效 失效 有效期 起 止 开始 结束: validity
上级 总部 母: parent
类别 分类 品类 种类 类: category
品牌: brand
重量 毛重 净重: weight
国家 省 城市 地区 区域 地址 市 邮编: country
状态: status
到期 应付 要求 创建 修改 制单 打印 计划 预计 审核: aside
发票代码 税收分类 部门 类型 简码 外币 汇 会计 期间 序列 电话 邮箱 联系人 业务员 销售员 仓库 门店 部门 备注 原因 毛利 佣金 余额 汇率 运费 渠道 颜色 尺寸 批次 年 月 周 季度 大区 经办人: aside
`;

/** Words that say nothing alone; before another word `sales` and `purchase` only say whose paper it is. */
export const EMPTY_WORDS = new Set([
  ...'销售 采购 所需 实际 实发 应收 实收 本 的 所 方 次 项'.split(' '),
  'the',
  'party',
  'accounting',
  'identification',
  'sd',
  'field',
  'feld',
  'actual',
  'ist',
  'of',
  'for',
  'in',
  'to',
  'by',
  'my',
  'our',
  'der',
  'des',
  'die',
  'das',
  'von',
  'lcy',
  'lc',
  'dc',
  'fc',
]);
export const SIDE_WORDS = new Set([
  'sales',
  'sale',
  'resale',
  'sell',
  'selling',
  'sold',
  'posted',
  'buy',
  'buying',
  'purchase',
  'purchasing',
  'verkaufs',
  'einkaufs',
  'procurement',
]);

/** Notions by word: English, German, Chinese together; the words of one never mean something else in another. */
export const LEXICON: ReadonlyMap<string, readonly Notion[]> = lexicon(ENGLISH, GERMAN, CHINESE);

function lexicon(...tables: readonly string[]): ReadonlyMap<string, readonly Notion[]> {
  const words = new Map<string, readonly Notion[]>();
  for (const line of tables.flatMap((table) => table.trim().split('\n'))) {
    const [list = '', notions = ''] = line.split(': ');
    for (const word of list.split(' ')) {
      if (!words.has(word)) words.set(word, notions.split(' ') as Notion[]);
    }
  }
  return words;
}
