/**
 * Words and abbreviations of English names: lower case, without accents; several notions where a
 * word says several things. A word that stands in two lines means what the first one says.
 */
export const ENGLISH = `
customer client cli cust cus custmr cstmr clnt clt buyer purchaser acquirer reseller dealer soldto sellto soldtoparty debtor retailer rtlr rtl facility pharmacy member: customer
supplier vendor vend vndr vnd vdr seller supp suppl splr creditor boughtfrom purchasedfrom: supplier
distributor dist disti distrib wholesaler whslr disty jobber reporting: reporter
manufacturer manufacturers mfr mfg mfgr manuf oem maker: maker
partner merchants bpartner businesspartner tradingpartner bp counterparty party: partner
account acct acc acnt acount: account
enduser endcustomer endconsumer ultimateconsumer ultimate consumer eu endcust: endCustomer
shipto shiptoparty billto billtoparty deliverto payer payor consignee remitto contact recipient receiver attention addressee consignor: otherParty
company firm cmpny entity org organization organisation businessunit salesorg subsidiary salesorganization salesorganisation operatingunit legalentity legalentityid cmp co bu busunit comp: company
product prod prd article art stockcode stockno stockitem itemcode material mat matl mtrl part prt merchandise goods asin plu inventoryitem catalognumber catalogno catno catalogcode modelno modelnumber partno pn good: product
sku ndc proid procode stkcd sellersku: product number
proname: product name
mpn: maker product
item lineitem itm: item
barcode ean gtin upc isbn ean13 upccode: barcode
document doc docu sop pop voucher vouch vchr vch transaction trans tran txn trx tx credit creditmemo creditnote debitnote debitmemo ticket dn cn checknumber: document
invoice taxinvoice vatinvoice salesinvoice purchaseinvoice inv invc invce invoiced invoicing bill billing billed ivc invd: invoice
order ord ordr so po purchaseorder salesorder workorder orderentry ordercreate ordercreation originatingon pono ponum ponumber sono sonumber: order
postransaction postransactionid postransactionno postrans cmno dmno: document number
manufactureritem mfritem mfgitem manufacturercatalog mfrcatalog: product
productline productfamily productseries deano dea hin debitmemono slsm slspsn slsmn chan markup mkup fy mo qtr ph attn scac cmt pk sz conv conversion factor pallets gallons rel release released releases foc sample exrate xrate convrate trk remqty irn ack interco intercompany ic preparation cash commit committed commitment commodity inspection inspected confidence acknowledgement acknowledged receiptcount receiptscount ordercount orderscount invoicecount customercount linecount transactioncount transcount txncount ticketcount visitcount documentcount synced sync loaded extracted exported ingested etl refreshed uploaded processed snapshot inserted logged downloaded office offices program programme banner backlog close closed completion completed redemption redeemed voided void scan scanned extract run: aside
departuredate departure: delivery date
orderbooked orderbookeddate bookedorder: order date
eachessold resalequantity resaleqty rebatequantity rebateqty quantityeach qtyeach ctns itemssold itemsold: quantity
authorizedprice approvedprice quotedprice debitprice spaprice claimprice contprice cntrprice contrprice contractedprice: contract price
publishedprice: list price
taxexclusive beforetax withouttax exclusiveoftax afterdiscount afterdiscounts afterdisc beforevat beforegst exvat exgst: net
taxratecode: tax code
enduserpo endcustomerpo: order number
tradeno outtradeno tid purchaseid: order number
psno: delivery number
cstno: customer number
stkcode stkno catalognbr catalogid catalogcd: product number
compcd compno compcode: company number
marketprice: list price
senddate sendtime consigntime consigndate delvdate delvdt actualdelivery: delivery date
quantityrequested requestedquantity qtyrequested requestedqty reqqty qtyreq: ordered quantity
amtdsc: discount amount
pctdsc: discount rate
pstdate pstdt: posting date
dscpct: discount rate
dscamt couponamount coupondiscount offinv offinvoice: discount amount
notaxamount amountwithouttax amtwithouttax netrev: net amount
salesusd saleseur salesgbp salescny salesdollars dollar: amount
serno expressno expresscode gmamt gmpct gm: aside
salenum buynum goodsnum goodsnumber buycount goodscount itemscount: quantity
lineitemno lineitemnumber lineitemnum lineitemid detailno: line number
orderplaced ordercreated orderentered purchasedate dateofpurchase: order date
supplydate: service date
goodsissuedate gidate pgidate pgi: delivery date
saleid salesid saleno salesno salenumber: document number
unitsales unitssold soldunits unitsshipped numbersold nosold noofunits numberofunits: quantity
catalog# catalogue# cat# model# style# part# sku# item#: product number
netsalesvolume: net amount
styleno stylenumber stylecode styleid cataloguenumber cataloguno catnumber catnum: product number
grosssales grossrevenue: list amount
beforediscount beforediscounts beforedisc: list
delivery deliver delivered dlv dlvry deliv ship shp shpd shipping shipment shipmt shpmt shipped despatch dispatch dispatched despatched packslip packingslip packinglist fulfilled fulfillment fulfilment deliverynote despatchadvice despatchnote dispatchnote deliveryorder shippingorder shipnotice asn consignment docket loadno loadnumber goodsissue awb bol billoflading lading waybill packslipno packinglistno picking pickslip pick dlvd desp dono: delivery
delno: delivery number
deldate deldt: delivery date
delqty: delivery quantity
txcd txcode: tax code
accountref acctref: account number
extdocno extdoc: reference document number
plnt valuedate valdate: aside
receipt received recvd recd rcvd recv rcv rcpt receiving gr grn grpo arrival goodsreceipt goodreceipt goodreceive goodsreceive goodreceivenote goodsreceivenote goodsreceivednote goodsreceiptnote receive rcvr: receipt
materialdocument materialdoc matdoc: receipt document
purchasingdocument purchasingdoc purchdoc salesdocument salesdoc sddocument: order document
posting posted post accounting gl journal ledger booking booked pstg acctg: posting
payment paid pay pmt pymt remittance cheque check settlement settled clearing cleared payments chk: payment
service services performance rendered taxpoint: service
submission submitted submit reported claim claimed report: submission
srno slno sno line ln lnno lne row seq sequence lineno position pos posn linenum linenumber: line
return returned rma credited refund refunded ret: return
original orig applied appliesto correctedinvoice corrects cancels apply: original
creditedinvoice creditedinvoiceno refundedinvoice: original invoice
contract agreement deal special quote quotation bid spa spr negotiated contracted agreed auth authorization authorisation: contract
reference ref refno refnum: reference
date dt dte day on time datetime timestamp dat dated dtm dttm ts at: date
number no num nbr nr nmbr numbr numb numbe identifier ident identification idn urn #: number
code cd cde: number code
id ids key: number key
name nm nam nme description desc descr descrip dsc text txt title label descriptor: name
quantity qty qnty qtty quant qnt quan units pieces pcs count volume cases cartons bottles pkgs packs: quantity
unit uom um measure uofm unitofmeasure unitmeasure umo unt uoms ium uqc sellunit: unit
price prc prce pri pr unitprice pricing resale: price
amount amt amnt amts value val worth revenue sales turnover ext extd extn extended extension subtotal charge proceeds spend sale billings consideration money dollars: amount
currency curr crcy ccy cur iso crncy cury: currency
local lcy loccur loccurr localcurr functional domestic hc: local
tax vat gst hst pst sst cgst sgst igst iva btw: tax
taxes: tax amount
rate rt rte pct pctg percent percentage prcnt prct perc %: rate
discount disc disct dscnt dsct dscn markdown markdowns reduction allowance promo promotion promotional coupon coupons: discount
rebate rebates kickback chargeback incentive accrual clawback billback bonus bonuses rbt: rebate
cost costs cst landed purchasecost acquisition: cost
cogs: cost total
list lst catalog catalogue standard std retail msrp rrp srp mrp wac awp regular reg msp before nominal: list
net netto exclusive excl excluding exc untaxed ex pretax taxable assessable nett: net
gross grs: gross
inclusive incl including inc taxed aftertax withtax inclusiveoftax inctax: taxIncluded
total sum tot ttl: total
stock onhand inventory invty: stock
rejected reject refused damaged scrapped rej: rejected
stocked putaway: stocked
ordered: ordered
header hdr hed grand overall: header
per each ea a bottle case carton crate keg: per
base: base
until end expiry expires expiration expiring exp validto effectiveto: validity aside
valid validity effective from since start begin eff: validity
parent hq headquarters gpo corporate: parent
category division dropship cat class family department dept group subcategory segment type typ kind grp div cls seg hierarchy hier cot: category
brand make brnd: brand
weight wt kg lbs hl liter liters litre litres length width height volumetric tons tonnes tonne tonnage kgs kilos kilograms pounds ounces oz: weight
country state region city zip zipcode postal postcode address addr addr1 addr2 street province county territory town district area continent terr prov cty ctry cntry pincode pin: country
store shop outlet: place
status stat flag indicator ind sts: status
due requested promised required created create creation modified modify upd updated update birth printed print entry entered enter cancelled canceled expected estimated last first shipby changed approved approval deleted imported: aside
concatenated yyyymm yyyypp audt audit requisition requisitions requester requestor req hold phone email mail fax mobile telephone tel mode way via upload limit record records image link url website groups team level version revision source target priority period salesperson salesman slsrep salesrep slsperson rep sman agent warehouse whse wh whs wrhs channel notes note comment comments remark remarks memo message instruction instructions reason cause profit margin commission comm balance other misc miscellaneous exchange exchg exch fx freight frt terms term method carrier courier tracking track week month year quarter fiscal yr mth user username employee emp clerk cashier operator owner author manager mgr coordinator planner broker project proj job task center centre gender age rank rating score color colour size serial lot batch plant site location loc bin zone branch register till terminal token hash guid uuid rowid recid uid language lang incoterms incoterm vessel container signature attachment picture photo bank iban swift bic latitude longitude lat lng hsn hs sac hscode tariff origin packsize pack remaining open outstanding still backorder backordered bo reserved allocated minimum min max maximum forecast budget plan nationality block attribute custom udf mod fob free surcharge fee fees handling shippingcost insurance deposit tip round rounding adjustment variant option options condition conditions campaign medium referrer usage duration hours contactperson debit drcr cr dr payee cardholder dimension: aside
gstin uin tin: tax number
crtd: aside
qord: ordered quantity
qshp: delivery quantity
cbamt: rebate amount
resaleext priceext priceextended prcext: total amount
`;
