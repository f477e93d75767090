import { formatDate } from '../calendar/localDate.ts';
import { minorDigits } from '../money/currency.ts';
import { moneyText } from '../money/money.ts';
import { formatDecimal, trimDecimal } from '../number/decimal.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../refusal/refusals.ts';
import { type XmlElement, xmlGroup, xmlLeaf, xmlText } from '../text/xmlText.ts';
import { exchangeNote } from './exchangeNote.ts';
import { payableOf, prepaidOf, withheldNote } from './payableOf.ts';
import {
  type BothTexts,
  type DocumentGoods,
  type DocumentKind,
  type DocumentLine,
  factsOfKind,
  type RebateDocument,
  type TaxCategory,
} from './rebateDocument.ts';
import { ublParty } from './ublParty.ts';

/** Why a document has no form as an electronic invoice; each has a text in both languages. */
export type UblFault = 'ubl-notice' | 'ubl-decimals' | 'ubl-outside-mixed' | 'ubl-tax-id';

/** UNTDID 1001, and the element of UBL that documents of this type are. */
const TYPES: Readonly<Partial<Record<DocumentKind, { code: string; root: 'Invoice' | 'CreditNote' }>>> = {
  creditNote: { code: '381', root: 'CreditNote' },
  debitNote: { code: '383', root: 'Invoice' },
  selfBilledInvoice: { code: '389', root: 'Invoice' },
  selfBilledCreditNote: { code: '261', root: 'CreditNote' },
};

/** UNTDID 5305. */
const CATEGORY_CODES: Readonly<Record<TaxCategory, string>> = {
  standard: 'S',
  zeroRated: 'Z',
  exempt: 'E',
  reverseCharge: 'AE',
  intraCommunity: 'K',
  export: 'G',
  outsideScope: 'O',
};

const OASIS = 'urn:oasis:names:specification:ubl:schema:xsd';

/**
 * A document as an electronic invoice or credit note: UBL 2.1 in the syntax of EN 16931, its texts in one
 * language. The same document gives the same text.
 * Refuses: document-format-unfit (format, reason): a notice, a currency with three places, categories that
 * the standard does not let stand together, a tax number that it asks for.
 */
export function ublXml(document: RebateDocument, language: keyof BothTexts): Result<string> {
  const type = TYPES[document.kind];
  const faults = faultsOf(document);
  if (type === undefined || faults.length > 0) return refused(...faults);
  const { root, code } = type;
  const isInvoice = root === 'Invoice';
  const element = xmlGroup(
    root,
    [
      xmlLeaf('cbc:CustomizationID', 'urn:cen.eu:en16931:2017'),
      xmlLeaf('cbc:ID', document.number),
      xmlLeaf('cbc:IssueDate', formatDate(document.issuedOn)),
      isInvoice ? xmlLeaf('cbc:DueDate', formatDate(document.dueOn)) : undefined,
      xmlLeaf(isInvoice ? 'cbc:InvoiceTypeCode' : 'cbc:CreditNoteTypeCode', code),
      ...notesOf(document).map((note) => xmlLeaf('cbc:Note', note[language])),
      xmlLeaf('cbc:DocumentCurrencyCode', document.currency),
      xmlLeaf('cbc:TaxCurrencyCode', document.taxOwed?.currency),
      xmlLeaf('cbc:BuyerReference', document.partner),
      wholePeriod(document.lines),
      precedingReference(document),
      contractReference(document.lines),
      ublParty('cac:AccountingSupplierParty', document.seller, isOutside(document)),
      ublParty('cac:AccountingCustomerParty', document.buyer, isOutside(document)),
      delivery(document),
      paymentMeans(document, isInvoice),
      taxTotal(document, language),
      taxOwed(document),
      monetaryTotal(document),
      ...document.lines.map((line, index) => lineElement(document, line, index, root, language)),
    ],
    {
      xmlns: `${OASIS}:${root}-2`,
      'xmlns:cac': `${OASIS}:CommonAggregateComponents-2`,
      'xmlns:cbc': `${OASIS}:CommonBasicComponents-2`,
    },
  );
  return accept(xmlText(element as XmlElement));
}

function faultsOf(document: RebateDocument): Refusal[] {
  const faults: Refusal[] = [];
  const say = (at: string, reason: UblFault) =>
    faults.push(refuse('document-format-unfit', at, { format: 'ubl', reason }));
  if (!factsOfKind(document.kind).isTaxDocument) say('kind', 'ubl-notice');
  if ((minorDigits(document.currency) ?? 0) > 2) say('currency', 'ubl-decimals');
  const { lines, seller, buyer } = document;
  const isMixed = !isOutside(document) && lines.some(({ category }) => category === 'outsideScope');
  if (isMixed) say('lines', 'ubl-outside-mixed');
  if (!isOutside(document) && seller.taxId === undefined) say('seller.taxId', 'ubl-tax-id');
  const namesBuyer = lines.some(({ category }) => /^(reverseCharge|intraCommunity)$/.test(category));
  if (namesBuyer && buyer.taxId === undefined) say('buyer.taxId', 'ubl-tax-id');
  return faults;
}

/** Where nothing of a document is for the tax, the standard forbids the tax numbers (BR-O-02). */
function isOutside({ lines }: RebateDocument): boolean {
  return lines.every(({ category }) => category === 'outsideScope');
}

function wholePeriod(lines: readonly DocumentLine[]): XmlElement | undefined {
  const first = Math.min(...lines.map(({ window }) => window.firstDay));
  const last = Math.max(...lines.map(({ window }) => window.lastDay));
  return period({ firstDay: first, lastDay: last });
}

function period({ firstDay, lastDay }: DocumentLine['window']): XmlElement | undefined {
  return xmlGroup('cac:InvoicePeriod', [
    xmlLeaf('cbc:StartDate', formatDate(firstDay)),
    xmlLeaf('cbc:EndDate', formatDate(lastDay)),
  ]);
}

function precedingReference({ preceding }: RebateDocument): XmlElement | undefined {
  if (preceding === undefined) return undefined;
  const reference = xmlGroup('cac:InvoiceDocumentReference', [
    xmlLeaf('cbc:ID', preceding.number),
    xmlLeaf('cbc:IssueDate', formatDate(preceding.issuedOn)),
  ]);
  return xmlGroup('cac:BillingReference', [reference]);
}

/** The agreement, where it is one; else each line names its own. */
function contractReference(lines: readonly DocumentLine[]): XmlElement | undefined {
  const [agreement, ...others] = new Set(lines.map((line) => line.agreement));
  if (others.length > 0) return undefined;
  return xmlGroup('cac:ContractDocumentReference', [xmlLeaf('cbc:ID', agreement)]);
}

/** Goods that crossed a border inside the Union went to the buyer's country (BR-IC-12). */
function delivery({ lines, buyer }: RebateDocument): XmlElement | undefined {
  if (!lines.some(({ category }) => category === 'intraCommunity')) return undefined;
  const country = xmlGroup('cac:Country', [xmlLeaf('cbc:IdentificationCode', buyer.country)]);
  const address = xmlGroup('cac:Address', [country]);
  return xmlGroup('cac:Delivery', [xmlGroup('cac:DeliveryLocation', [address])]);
}

/** UNCL 4461. An account that is masked is none to pay to. */
function paymentMeans({ kind, payment, dueOn, number }: RebateDocument, isInvoice: boolean) {
  const { means, account } = payment;
  const isOurs = factsOfKind(kind).paidParty === 'us';
  const payTo = isOurs && means === 'transfer' ? (account?.iban ?? account?.number) : undefined;
  const codes = { transfer: payTo === undefined ? '1' : '30', offset: '97', goods: 'ZZZ', other: '1' };
  return xmlGroup('cac:PaymentMeans', [
    xmlLeaf('cbc:PaymentMeansCode', codes[means]),
    isInvoice ? undefined : xmlLeaf('cbc:PaymentDueDate', formatDate(dueOn)),
    xmlLeaf('cbc:PaymentID', number),
    payTo === undefined
      ? undefined
      : xmlGroup('cac:PayeeFinancialAccount', [
          xmlLeaf('cbc:ID', payTo),
          xmlLeaf('cbc:Name', account?.holder),
          xmlGroup('cac:FinancialInstitutionBranch', [xmlLeaf('cbc:ID', account?.bic ?? account?.bankCode)]),
        ]),
  ]);
}

function taxTotal(document: RebateDocument, language: keyof BothTexts): XmlElement | undefined {
  const money = amountsIn(document);
  return xmlGroup('cac:TaxTotal', [
    money('cbc:TaxAmount', document.taxMinor),
    ...document.taxes.map((tax) => {
      const line = document.lines.find(({ category }) => category === tax.category);
      return xmlGroup('cac:TaxSubtotal', [
        money('cbc:TaxableAmount', tax.netMinor),
        money('cbc:TaxAmount', tax.taxMinor),
        category('cac:TaxCategory', tax, line?.exemptReason?.[language]),
      ]);
    }),
  ]);
}

/** The tax in the currency that it is owed in (BT-6, BT-111): a total of its own, without the rates. */
function taxOwed({ taxOwed: owed }: RebateDocument): XmlElement | undefined {
  return owed && xmlGroup('cac:TaxTotal', [amountsIn(owed)('cbc:TaxAmount', owed.minor)]);
}

function category(name: string, taxed: Pick<DocumentLine, 'category' | 'rate'>, reason?: string) {
  const isOutsideScope = taxed.category === 'outsideScope';
  return xmlGroup(name, [
    xmlLeaf('cbc:ID', CATEGORY_CODES[taxed.category]),
    isOutsideScope ? undefined : xmlLeaf('cbc:Percent', formatDecimal(trimDecimal(taxed.rate))),
    xmlLeaf('cbc:TaxExemptionReason', reason),
    xmlGroup('cac:TaxScheme', [xmlLeaf('cbc:ID', 'VAT')]),
  ]);
}

function notesOf(document: RebateDocument): readonly BothTexts[] {
  const { notes, withheld, exchange, currency } = document;
  const amount = (minor: bigint) => `${moneyText({ minor, currency })} ${currency}`;
  return [
    ...notes,
    ...(exchange ? [exchangeNote(exchange, document)] : []),
    ...(withheld ? [withheldNote(withheld, amount(withheld.minor))] : []),
  ];
}

/** What is withheld or set off counts as paid already: EN 16931 has no totals of their own for it (BT-113, BR-CO-16). */
function monetaryTotal(document: RebateDocument): XmlElement | undefined {
  const money = amountsIn(document);
  const prepaid = prepaidOf(document);
  return xmlGroup('cac:LegalMonetaryTotal', [
    money('cbc:LineExtensionAmount', document.netMinor),
    money('cbc:TaxExclusiveAmount', document.netMinor),
    money('cbc:TaxInclusiveAmount', document.grossMinor),
    prepaid === 0n ? undefined : money('cbc:PrepaidAmount', prepaid),
    money('cbc:PayableAmount', payableOf(document)),
  ]);
}

/** A price is never below zero (BR-27): what is taken off is counted minus one. */
function lineElement(
  document: RebateDocument,
  line: DocumentLine,
  index: number,
  root: 'Invoice' | 'CreditNote',
  language: keyof BothTexts,
): XmlElement | undefined {
  const money = amountsIn(document);
  const isBelow = line.netMinor < 0n;
  const earned = earnedText(line, document);
  const quantity = root === 'Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity';
  return xmlGroup(`cac:${root}Line`, [
    xmlLeaf('cbc:ID', String(index + 1)),
    xmlLeaf(quantity, isBelow ? '-1' : '1', { unitCode: 'C62' }),
    money('cbc:LineExtensionAmount', line.netMinor),
    period(line.window),
    xmlGroup('cac:Item', [
      xmlLeaf('cbc:Name', line.text[language]),
      category('cac:ClassifiedTaxCategory', line),
      property('agreement', line.agreement),
      property('term', line.term),
      line.goods && property('goods', goodsText(line.goods)),
      earned === undefined ? undefined : property('earned', earned),
    ]),
    xmlGroup('cac:Price', [money('cbc:PriceAmount', isBelow ? -line.netMinor : line.netMinor)]),
  ]);
}

function earnedText({ earnedMinor: minor }: DocumentLine, { exchange }: RebateDocument): string | undefined {
  if (minor === undefined || exchange === undefined) return undefined;
  return `${moneyText({ minor, currency: exchange.currency })} ${exchange.currency}`;
}

function goodsText({ product, quantity, unit }: DocumentGoods): string {
  return [product, formatDecimal(trimDecimal(quantity)), unit].filter((part) => part !== undefined).join(' ');
}

function property(name: string, value: string): XmlElement | undefined {
  return xmlGroup('cac:AdditionalItemProperty', [xmlLeaf('cbc:Name', name), xmlLeaf('cbc:Value', value)]);
}

function amountsIn({ currency }: Pick<RebateDocument, 'currency'>) {
  return (name: string, minor: bigint) =>
    xmlLeaf(name, moneyText({ minor, currency }), { currencyID: currency });
}
