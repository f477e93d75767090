import { ASIDE, ATTRIBUTE, type Subject } from './draft.ts';

/** The fields that a column of each kind of file can be, those that are looked for most first. */
export const FIELDS: Readonly<Record<Subject, readonly string[]>> = {
  lines: [
    ...[ASIDE, ATTRIBUTE],
    ...['document', 'line', 'partner', 'partnerName', 'product', 'productName', 'invoiceDate', 'orderDate'],
    ...['deliveryDate', 'receiptDate', 'postingDate', 'serviceDate', 'paymentDate', 'submissionDate'],
    ...['quantity', 'unit', 'netValue', 'currency', 'unitPrice', 'grossValue', 'side', 'company'],
    ...['listPrice', 'contractPrice', 'unitCost', 'discountAmount', 'discountPercent', 'discountFraction'],
    ...['orderedQuantity', 'receivedQuantity', 'rejectedQuantity', 'stockedQuantity'],
    ...['invoiceNumber', 'orderNumber', 'deliveryNumber', 'receiptNumber', 'postingNumber', 'paymentNumber'],
    ...['lineKind', 'endCustomer', 'taxCode', 'taxRate'],
    ...['returnOfDocument', 'returnOfLine', 'correctionOfDocument', 'correctionOfLine'],
  ],
  partner: [
    ...[ASIDE, ATTRIBUTE],
    ...['code', 'name', 'validFrom', 'parent', 'country', 'status', 'category', 'currency', 'taxId'],
  ],
  product: [
    ...[ASIDE, ATTRIBUTE],
    ...['code', 'name', 'validFrom', 'category', 'brand', 'parent', 'country', 'status', 'currency'],
    ...['gtin', 'weight', 'palletQuantity', 'listPrice', 'cost', 'unit', 'supplier'],
  ],
  payments: [
    ...[ASIDE, 'source', 'payment', 'paidOn', 'documentSource', 'document', 'amount', 'discount'],
    ...['documentTotal', 'currency'],
  ],
  stock: [ASIDE, 'source', 'company', 'partner', 'location', 'product', 'day', 'quantity', 'unit'],
  category: [ASIDE, ATTRIBUTE, 'code', 'name', 'validFrom', 'parent'],
  price: [ASIDE, ATTRIBUTE, 'code', 'name', 'validFrom', 'price'],
  rate: [ASIDE, ATTRIBUTE, 'code', 'name', 'validFrom'],
  ownDocument: [ASIDE, ATTRIBUTE, 'code', 'name', 'validFrom', 'partner', 'ours'],
};

/** What the values of a field are, as far as it matters how they are written. */
export function holdsOf(field: string): 'numbers' | 'days' | 'texts' {
  if (/Date$|^validFrom$|^paidOn$|^day$/.test(field)) return 'days';
  if (
    /[qQ]uantity$|Price$|Cost$|Value$|^taxRate$|^discount(?:[A-Z]|$)|^amount$|^documentTotal$|^weight$|^cost$/.test(
      field,
    )
  ) {
    return 'numbers';
  }
  return 'texts';
}
