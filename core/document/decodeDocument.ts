import type { BankAccount } from '../bank/bankAccount.ts';
import { parseExact } from '../explanation/operands.ts';
import { minorDigits } from '../money/currency.ts';
import { rational } from '../number/rational.ts';
import { type Refusal, type Result, refused } from '../refusal/refusals.ts';
import type { Json } from '../text/canonicalJson.ts';
import { checkDocument } from './checkDocument.ts';
import { JsonFields } from './jsonFields.ts';
import {
  DOCUMENT_KINDS,
  DOCUMENT_REASONS,
  type DocumentExchange,
  type DocumentGoods,
  type DocumentLine,
  type DocumentParty,
  type DocumentTax,
  PAYMENT_MEANS,
  type RebateDocument,
  TAX_CATEGORIES,
  TAX_TREATMENTS,
  type TaxOwed,
  type Withheld,
} from './rebateDocument.ts';

/**
 * A document from JSON, as `documentJson` writes it, or all that is wrong with it.
 * Refuses: rebate-document-invalid (field, reason).
 */
export function decodeDocument(json: Json): Result<RebateDocument> {
  const refusals: Refusal[] = [];
  const fields = new JsonFields(json, '', refusals);
  const document = documentOf(fields);
  fields.end();
  return refusals.length > 0 ? refused(...refusals) : checkDocument(document);
}

function documentOf(fields: JsonFields): RebateDocument {
  const currency = fields.text('currency');
  const places = minorDigits(currency) ?? 2;
  const exchange = fields.has('exchange') ? exchangeOf(fields.within('exchange')) : undefined;
  return {
    kind: fields.word('kind', DOCUMENT_KINDS),
    series: fields.text('series'),
    number: fields.text('number'),
    issuedOn: fields.day('issuedOn'),
    dueOn: fields.day('dueOn'),
    company: fields.text('company'),
    partner: fields.text('partner'),
    currency,
    seller: partyOf(fields.within('seller')),
    buyer: partyOf(fields.within('buyer')),
    ...(fields.has('preceding') && { preceding: precedingOf(fields.within('preceding')) }),
    reason: fields.word('reason', DOCUMENT_REASONS),
    treatment: fields.word('treatment', TAX_TREATMENTS),
    amountsStated: fields.word('amountsStated', ['net', 'taxInclusive']),
    ...(exchange && { exchange }),
    lines: fields.objects('lines', (line) => lineOf(line, places, exchange)),
    taxes: fields.objects('taxes', (tax) => taxOf(tax, places)),
    netMinor: fields.minor('net', places),
    taxMinor: fields.minor('tax', places),
    grossMinor: fields.minor('gross', places),
    ...(fields.has('taxOwed') && { taxOwed: taxOwedOf(fields.within('taxOwed')) }),
    ...(fields.has('withheld') && { withheld: withheldFrom(fields.within('withheld'), places) }),
    ...(fields.has('setOff') && { setOff: fields.objects('setOff', (one) => setOffFrom(one, places)) }),
    payment: paymentOf(fields.within('payment')),
    notes: fields.objects('notes', (note) => note.bothTexts()),
  };
}

function partyOf(fields: JsonFields): DocumentParty {
  const party = {
    name: fields.text('name'),
    addressLines: fields.textList('addressLines'),
    country: fields.text('country'),
    ...fields.optional('city', 'postCode', 'taxId', 'registration'),
    ...(fields.has('electronicAddress') && {
      electronicAddress: addressOf(fields.within('electronicAddress')),
    }),
  };
  fields.end();
  return party;
}

function addressOf(fields: JsonFields): { readonly scheme: string; readonly address: string } {
  const address = { scheme: fields.text('scheme'), address: fields.text('address') };
  fields.end();
  return address;
}

function precedingOf(fields: JsonFields): NonNullable<RebateDocument['preceding']> {
  const preceding = { number: fields.text('number'), issuedOn: fields.day('issuedOn') };
  fields.end();
  return preceding;
}

function exchangeOf(fields: JsonFields): DocumentExchange {
  const currency = fields.text('currency');
  const rate = parseExact(fields.text('rate'));
  if (rate === undefined) fields.say('rate', 'decimal-form');
  const exchange = {
    currency,
    minor: fields.minor('earned', minorDigits(currency) ?? 2),
    rate: rate ?? rational(0n),
    ...(fields.has('source') && { source: sourceOf(fields.within('source')) }),
  };
  fields.end();
  return exchange;
}

function sourceOf(fields: JsonFields): NonNullable<DocumentExchange['source']> {
  const source = { rateType: fields.text('rateType'), day: fields.day('day') };
  fields.end();
  return source;
}

function lineOf(fields: JsonFields, places: number, exchange: DocumentExchange | undefined): DocumentLine {
  const window = fields.within('window');
  const line = {
    agreement: fields.text('agreement'),
    term: fields.text('term'),
    window: { firstDay: window.day('firstDay'), lastDay: window.day('lastDay') },
    text: fields.within('text').bothTexts(),
    netMinor: fields.minor('net', places),
    ...(exchange && { earnedMinor: fields.minor('earned', minorDigits(exchange.currency) ?? 2) }),
    category: fields.word('category', TAX_CATEGORIES),
    rate: fields.decimal('rate'),
    ...(fields.has('exemptReason') && { exemptReason: fields.within('exemptReason').bothTexts() }),
    ...(fields.has('goods') && { goods: goodsOf(fields.within('goods')) }),
  };
  window.end();
  fields.end();
  return line;
}

function goodsOf(fields: JsonFields): DocumentGoods {
  const goods = {
    ...fields.optional('product'),
    quantity: fields.decimal('quantity'),
    unit: fields.text('unit'),
    unitValue: fields.decimal('unitValue'),
  };
  fields.end();
  return goods;
}

function taxOf(fields: JsonFields, places: number): DocumentTax {
  const tax = {
    category: fields.word('category', TAX_CATEGORIES),
    rate: fields.decimal('rate'),
    netMinor: fields.minor('net', places),
    taxMinor: fields.minor('tax', places),
  };
  fields.end();
  return tax;
}

function taxOwedOf(fields: JsonFields): TaxOwed {
  const currency = fields.text('currency');
  const owed = { currency, minor: fields.minor('tax', minorDigits(currency) ?? 2) };
  fields.end();
  return owed;
}

function withheldFrom(fields: JsonFields, places: number): Withheld {
  const withheld = { percent: fields.decimal('percent'), minor: fields.minor('amount', places) };
  fields.end();
  return withheld;
}

function setOffFrom(fields: JsonFields, places: number): NonNullable<RebateDocument['setOff']>[number] {
  const setOff = { number: fields.text('number'), minor: fields.minor('amount', places) };
  fields.end();
  return setOff;
}

function paymentOf(fields: JsonFields): RebateDocument['payment'] {
  const means = fields.word('means', PAYMENT_MEANS);
  const account = fields.has('account') ? accountOf(fields.within('account')) : undefined;
  fields.end();
  return { means, ...(account && { account }) };
}

function accountOf(fields: JsonFields): BankAccount {
  const account = {
    holder: fields.text('holder'),
    ...fields.optional('iban', 'number', 'bankCode', 'bic'),
  };
  fields.end();
  return account;
}
