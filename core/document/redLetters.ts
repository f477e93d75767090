import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import { allocate } from '../money/allocate.ts';
import { moneyText } from '../money/money.ts';
import { type Decimal, decimalToRational, formatDecimal, trimDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../refusal/refusals.ts';
import type { Json } from '../text/canonicalJson.ts';
import { JsonFields } from './jsonFields.ts';
import type { DocumentTax, RebateDocument } from './rebateDocument.ts';

/** A blue-letter invoice that goods were sold by, at one rate of tax. Units: minor, what can still be taken back. */
export type OriginalInvoice = {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly rate: Decimal;
  readonly netMinor: bigint;
};

/** Why a document has no red-letter invoices; each has a text in both languages. */
export type RedLetterFault =
  | 'red-letter-currency'
  | 'red-letter-kind'
  | 'red-letter-original-missing'
  | 'red-letter-beyond-original';

export const RED_LETTER_FIELDS = [
  'document',
  'issuedDate',
  'applicant',
  'reason',
  'originalNumber',
  'originalDate',
  'sellerName',
  'sellerTaxId',
  'buyerName',
  'buyerTaxId',
  'item',
  'taxRate',
  'netAmount',
  'taxAmount',
  'grossAmount',
] as const;
export type RedLetter = Readonly<Record<(typeof RED_LETTER_FIELDS)[number], string>>;

/**
 * What the Chinese tax system asks of red-letter invoices: for each blue-letter invoice that a document
 * reaches back to, its part of net and tax, below zero. Net and tax of each rate are dealt out over the
 * invoices of that rate by largest remainder, so that all of them sum to the document; none is taken back
 * by more than it has.
 * Refuses: red-letter-unfit (reason, rate).
 */
export function redLetters(
  document: RebateDocument,
  originals: readonly OriginalInvoice[],
): Result<readonly RedLetter[]> {
  const refusals: Refusal[] = [];
  const say = (at: string, reason: RedLetterFault, rate = '') =>
    refusals.push(refuse('red-letter-unfit', at, { reason, rate }));
  if (document.currency !== 'CNY') say('currency', 'red-letter-currency');
  const applicant = APPLICANTS[document.kind];
  if (applicant === undefined) say('kind', 'red-letter-kind');
  const letters = document.taxes.flatMap((tax) => {
    const own = originals.filter(({ rate }) => isSame(rate, tax.rate));
    const rate = formatDecimal(trimDecimal(tax.rate));
    const left = own.reduce((sum, { netMinor }) => sum + netMinor, 0n);
    if (own.length === 0) say('originals', 'red-letter-original-missing', rate);
    else if (tax.netMinor > left || tax.netMinor < 0n) say('originals', 'red-letter-beyond-original', rate);
    else return lettersOf(document, tax, own, applicant ?? '');
    return [];
  });
  return refusals.length > 0 ? refused(...refusals) : accept(letters);
}

/** Who asks for the red letter: the seller for its own credit note, the buyer for one that it writes. */
const APPLICANTS: Readonly<Partial<Record<RebateDocument['kind'], string>>> = {
  creditNote: 'seller',
  selfBilledCreditNote: 'buyer',
};

/** What the tax system calls a price that was lowered after the sale: 销售折让. */
const REASON = '销售折让';

function lettersOf(
  document: RebateDocument,
  tax: DocumentTax,
  originals: readonly OriginalInvoice[],
  applicant: string,
): RedLetter[] {
  const weights = originals.map(({ number, netMinor }) => ({ key: number, weight: netMinor }));
  const nets = allocate(tax.netMinor, weights) ?? originals.map(() => 0n);
  const taxes = allocate(tax.taxMinor, weights) ?? originals.map(() => 0n);
  const below = (minor: bigint) => moneyText({ minor: -minor, currency: document.currency });
  return originals.flatMap(({ number, issuedOn }, index) => {
    const [net, own] = [nets[index] as bigint, taxes[index] as bigint];
    if (net === 0n && own === 0n) return [];
    return [
      {
        ...{
          document: document.number,
          issuedDate: formatDate(document.issuedOn),
          applicant,
          reason: REASON,
        },
        ...{ originalNumber: number, originalDate: formatDate(issuedOn) },
        ...{ sellerName: document.seller.name, sellerTaxId: document.seller.taxId ?? '' },
        ...{ buyerName: document.buyer.name, buyerTaxId: document.buyer.taxId ?? '' },
        item: textOf(document, tax),
        taxRate: formatDecimal(trimDecimal(tax.rate)),
        ...{ netAmount: below(net), taxAmount: below(own), grossAmount: below(net + own) },
      },
    ];
  });
}

function textOf({ lines }: RebateDocument, { rate }: DocumentTax): string {
  return lines.find((line) => isSame(line.rate, rate))?.text['zh-CN'] ?? '';
}

function isSame(a: Decimal, b: Decimal): boolean {
  return compare(decimalToRational(a), decimalToRational(b)) === 0;
}

/** The invoices from JSON, `{ "originals": [{ number, issuedOn, rate, net }] }`. Refuses: rebate-document-invalid. */
export function decodeOriginals(json: Json): Result<readonly OriginalInvoice[]> {
  const refusals: Refusal[] = [];
  const fields = new JsonFields(json, '', refusals);
  const originals = fields.objects('originals', (entry) => {
    const original = {
      number: entry.text('number'),
      issuedOn: entry.day('issuedOn'),
      rate: entry.decimal('rate'),
      netMinor: entry.minor('net', 2),
    };
    if (original.netMinor < 0n) entry.say('net', 'amount-negative');
    entry.end();
    return original;
  });
  fields.end();
  return refusals.length > 0 ? refused(...refusals) : accept(originals);
}
