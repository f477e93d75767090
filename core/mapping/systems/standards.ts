import type { SystemNames } from './systemNames.ts';

/** Business terms of EN 16931 (Factur-X, ZUGFeRD, XRechnung) and of EDI messages. Source: the standard's list of terms; GS1 EANCOM. */
export const ELECTRONIC_INVOICES: SystemNames = {
  names: `
document: invoice number, rechnungsnummer, bt-1, bgm document number
invoiceDate: invoice issue date, bt-2, issue date, date of issue, rechnungsdatum
currency: invoice currency code, bt-5, documentcurrencycode
orderNumber: purchase order reference, bt-13, orderreference, orderreference id, buyerorderreferenceddocument, bestellnummer des käufers
deliveryNumber: despatch advice reference, bt-16, despatchdocumentreference, despatch advice number
returnOfDocument: preceding invoice reference, bt-25, billingreference
partner: buyer identifier, bt-46, accountingcustomerparty id, gln buyer, buyer gln
deliveryDate: actual delivery date, bt-72
line: assigned identification, invoice line identifier, bt-126, lineid
quantity: invoiced quantity, bt-129, billedquantity
unit: invoiced quantity unit of measure code, bt-130, unitcode, quantity unit code
netValue: invoice line net amount, bt-131, linetotalamount, lineextensionamount, line net amount, moa 203
unitPrice: item net price, bt-146, priceamount, net price amount, chargeamount, pri aaa
listPrice: item gross price, bt-148, pri aab
discountAmount: invoice line allowance amount, bt-136
taxCode: invoiced item vat category code, bt-151, vat category code
taxRate: invoiced item vat rate, bt-152, vat rate, rateapplicablepercent, vat category rate
product: item seller's identifier, bt-155, sellersitemidentification, sellersitemidentification id, sellerassignedid
aside: item name, bt-153, item description, bt-154, item buyer's identifier, bt-156, buyersitemidentification, buyerassignedid, item standard identifier, bt-157, standarditemidentification, payment due date, bt-9, duedate, invoice type code, bt-3, buyer reference, bt-10, contract reference, bt-12, project reference, bt-11, item price base quantity, bt-149, item price discount, bt-147, seller vat identifier, bt-31, buyer vat identifier, bt-48, seller name, bt-27, buyer name, bt-44, invoice total amount with vat, bt-112, amount due for payment, bt-115, item country of origin, bt-159, invoice note, bt-22, tax point date, sum of invoice line net amount, bt-106, invoice total vat amount, bt-110, supplier gln, message function, payableamount, taxinclusiveamount, taxexclusiveamount, customizationid, profileid, invoicing period start date, invoicing period end date
`,
};

/** X12 810, 844, 849 and 867 as they are flattened, chargebacks of the pharmaceutical trade and reports of sales. Source: HDMA guidelines, GS1 US. */
export const CHARGEBACKS: SystemNames = {
  knownBy:
    'debit memo number, debit memo date, ndc, ndc number, ndc11, wac, wac price, dea number, customer dea number, class of trade, chargeback amount, extended chargeback, hin, customer hin, wholesaler id, wholesaler dea, unit chargeback, ship to dea',
  names: `
document: debit memo number, debit memo no, distributor invoice number, claim number, chargeback number, invoice number, credit memo number
invoiceDate: debit memo date, invoice date, distributor invoice date
partner: wholesaler id, wholesaler dea, wholesaler dea number, distributor id, wholesaler hin
product: ndc, ndc number, ndc11, manufacturer part number
endCustomer: customer dea number, dea number, ship to dea, customer hin, hin, member id, end user id, customer id, indirect customer id, contracted customer id
contractPrice: contract price, contract cost
listPrice: wac, wac price, list price, into stock price
quantity: units sold, quantity sold, qty shipped, quantity
aside: contract id, contract number, class of trade, chargeback amount, extended chargeback, unit chargeback, chargeback per unit, wholesaler invoice number, wholesaler invoice date, package size, customer name, contract name, claim amount, rebate amount, total chargeback, lot number, 340b indicator, submission type, gpo, gpo name, product description
`,
};

/** DATANORM and BMEcat, as they are flattened. Source: their specifications. */
export const CATALOGUES: SystemNames = {
  names: `
product: supplier_aid, supplier_pid
listPrice: price_amount_list, net_list, nrp
unitPrice: price_amount, net_customer
currency: price_currency
unit: order_unit
aside: description_short, description_long, manufacturer_aid, manufacturer_pid, manufacturer_name, delivery_time, price_quantity, no_cu_per_ou, content_unit, lower_bound, quantity_min, quantity_interval, international_pid, buyer_aid
`,
};
