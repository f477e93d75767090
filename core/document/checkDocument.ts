import { masked } from '../bank/bankAccount.ts';
import { isCountry } from '../bank/isCountry.ts';
import { minorDigits } from '../money/currency.ts';
import { inMinorUnits, moneyToRational, roundToMoney } from '../money/money.ts';
import { percentOf } from '../money/percentOf.ts';
import { decimalToRational } from '../number/decimal.ts';
import { compare, multiply, negate, rational, subtract } from '../number/rational.ts';
import { accept, type Result, refuse, refused } from '../refusal/refusals.ts';
import { payableOf } from './payableOf.ts';
import { type DocumentParty, factsOfKind, type RebateDocument } from './rebateDocument.ts';
import { exactTax, groupsOf, totalsOf } from './taxOf.ts';

/** What can be wrong with a document; each has a text in both languages. */
export type DocumentFault =
  | 'field-empty'
  | 'country-form'
  | 'identity-missing'
  | 'currency-unknown'
  | 'due-before-issue'
  | 'window-empty'
  | 'lines-missing'
  | 'amount-negative'
  | 'sum-differs'
  | 'tax-too-far'
  | 'tax-rate-missing'
  | 'rate-without-tax'
  | 'reason-of-no-tax-missing'
  | 'treatment-without-tax'
  | 'notice-of-tax'
  | 'account-not-masked'
  | 'preceding-missing'
  | 'address-lines-many'
  | 'text-long';

type Say = (field: string, reason: DocumentFault) => void;

/**
 * Whether everything in a document fits together, or all that does not.
 * Refuses: rebate-document-invalid (field, reason).
 */
export function checkDocument(document: RebateDocument): Result<RebateDocument> {
  const faults: (readonly [string, DocumentFault])[] = [];
  const say: Say = (field, reason) => faults.push([field, reason]);
  checkHead(document, say);
  checkParty('seller', document.seller, say);
  checkParty('buyer', document.buyer, say);
  checkLines(document, say);
  checkGoods(document, say);
  checkTotals(document, say);
  checkWithheld(document, say);
  checkSetOff(document, say);
  checkExchange(document, say);
  checkTaxOwed(document, say);
  checkTreatment(document, say);
  if (faults.length === 0) return accept(document);
  return refused(
    ...faults.map(([field, reason]) => refuse('rebate-document-invalid', field, { field, reason })),
  );
}

/** Signs of any text of a document: no law asks for more, and no page has room for it. */
const TEXT_MAX = 1000;

function checkHead(document: RebateDocument, say: Say): void {
  document.notes.forEach((note, index) => {
    if (Object.values(note).some((text) => text.length > TEXT_MAX)) say(`notes[${index}]`, 'text-long');
  });
  for (const field of ['series', 'number', 'company', 'partner'] as const) {
    if (document[field].trim() === '') say(field, 'field-empty');
    if (document[field].length > TEXT_MAX) say(field, 'text-long');
  }
  if (minorDigits(document.currency) === undefined) say('currency', 'currency-unknown');
  if (document.dueOn < document.issuedOn) say('dueOn', 'due-before-issue');
  if (document.reason === 'cancellation' && document.preceding === undefined)
    say('preceding', 'preceding-missing');
  const { account } = document.payment;
  const isPartners = factsOfKind(document.kind).paidParty === 'partner';
  const isMasked = account === undefined || isSameAccount(account, masked(account));
  if (isPartners && !isMasked) say('payment.account', 'account-not-masked');
}

/** What is masked already is its own mask. */
function isSameAccount(a: object, b: object): boolean {
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...left].every(([name, value]) => name === 'bankCode' || right.get(name) === value);
}

function checkParty(side: string, party: DocumentParty, say: Say): void {
  if (party.name.trim() === '') say(`${side}.name`, 'field-empty');
  if (Object.values(party).flat().join('').length > TEXT_MAX) say(side, 'text-long');
  if (party.addressLines.length > 3) say(`${side}.addressLines`, 'address-lines-many');
  if (!isCountry(party.country)) say(`${side}.country`, 'country-form');
  const isKnown = party.taxId !== undefined || party.registration !== undefined;
  if (side === 'seller' && !isKnown) say(`${side}.taxId`, 'identity-missing');
}

/** Amounts that are stated with tax have lost it: there the value of the goods is more than the line. */
function checkGoods({ lines, amountsStated, currency }: RebateDocument, say: Say): void {
  for (const [index, { goods, netMinor }] of lines.entries()) {
    if (goods === undefined) continue;
    const at = `lines[${index}].goods`;
    if (goods.unit.trim() === '' || goods.product?.trim() === '') say(at, 'field-empty');
    if (`${goods.unit}${goods.product ?? ''}`.length > TEXT_MAX) say(at, 'text-long');
    if (goods.quantity.digits <= 0n) say(`${at}.quantity`, 'amount-negative');
    const worth = multiply(decimalToRational(goods.quantity), decimalToRational(goods.unitValue));
    const isWorth = compare(inMinorUnits(worth, currency), rational(netMinor)) === 0;
    if (amountsStated === 'net' && !isWorth) say(at, 'sum-differs');
  }
}

function checkLines({ lines }: RebateDocument, say: Say): void {
  if (lines.length === 0) say('lines', 'lines-missing');
  lines.forEach((line, index) => {
    const at = `lines[${index}]`;
    if (line.text.en.trim() === '' || line.text['zh-CN'].trim() === '') say(`${at}.text`, 'field-empty');
    const texts = [line.agreement, line.term, ...Object.values(line.text)];
    if (texts.some((text) => text.length > TEXT_MAX)) say(`${at}.text`, 'text-long');
    if (line.window.lastDay < line.window.firstDay) say(`${at}.window`, 'window-empty');
    const isTaxed = line.category === 'standard';
    if (line.rate.digits < 0n || (!isTaxed && line.rate.digits !== 0n)) say(`${at}.rate`, 'rate-without-tax');
    const needsReason = !isTaxed && line.category !== 'zeroRated';
    if (needsReason && line.exemptReason === undefined) say(`${at}.exemptReason`, 'reason-of-no-tax-missing');
  });
}

/**
 * The sums are those of the lines and rates. A tax may differ from the rounded one by the rounding of
 * amounts that hold it already, or of several documents together, so by less than a cent from the
 * exact one and a cent more.
 */
function checkTotals(document: RebateDocument, say: Say): void {
  const { lines, taxes } = document;
  const sums = totalsOf(lines, taxes);
  for (const field of ['netMinor', 'taxMinor', 'grossMinor'] as const) {
    if (document[field] !== sums[field]) say(field, 'sum-differs');
  }
  if (document.grossMinor < 0n) say('grossMinor', 'amount-negative');
  const groups = groupsOf(lines);
  if (groups.length !== taxes.length) say('taxes', 'sum-differs');
  groups.forEach((group, index) => {
    const tax = taxes[index];
    if (tax === undefined) return;
    const isSame =
      tax.category === group.category &&
      tax.netMinor === group.netMinor &&
      compare(decimalToRational(tax.rate), decimalToRational(group.rate)) === 0;
    if (!isSame) say(`taxes[${index}]`, 'sum-differs');
    const off = subtract(rational(tax.taxMinor), exactTax(group));
    const isNear = compare(off, TAX_OFF_MAX) < 0 && compare(off, negate(TAX_OFF_MAX)) > 0;
    if (!isNear) say(`taxes[${index}].taxMinor`, 'tax-too-far');
  });
}

function checkWithheld(document: RebateDocument, say: Say): void {
  const { withheld, netMinor } = document;
  if (withheld === undefined) return;
  if (withheld.minor < 0n || payableOf(document) < 0n) say('withheld.amount', 'amount-negative');
  if (withheld.minor !== percentOf(withheld.percent, netMinor)) say('withheld.amount', 'sum-differs');
}

function checkSetOff(document: RebateDocument, say: Say): void {
  for (const [index, { number, minor }] of (document.setOff ?? []).entries()) {
    if (number.trim() === '') say(`setOff[${index}].number`, 'field-empty');
    if (number.length > TEXT_MAX) say(`setOff[${index}].number`, 'text-long');
    if (minor <= 0n) say(`setOff[${index}].amount`, 'amount-negative');
  }
  const isBeyond = document.setOff !== undefined && payableOf(document) < 0n;
  if (isBeyond) say('setOff', 'amount-negative');
}

/** All lines say what they were earned as, and the document is that at the rate, rounded once. */
function checkExchange(document: RebateDocument, say: Say): void {
  const { exchange, currency, lines, amountsStated, netMinor, grossMinor } = document;
  if (exchange === undefined) return;
  if (minorDigits(exchange.currency) === undefined) {
    say('exchange.currency', 'currency-unknown');
    return;
  }
  if (exchange.rate.n <= 0n) say('exchange.rate', 'amount-negative');
  const earned = lines.reduce((sum, { earnedMinor = 0n }) => sum + earnedMinor, 0n);
  if (earned !== exchange.minor) say('exchange.earned', 'sum-differs');
  if (minorDigits(currency) === undefined) return;
  const exact = multiply(moneyToRational(exchange), exchange.rate);
  const paid = roundToMoney(exact, currency, 'halfAwayFromZero').minor;
  if (paid !== (amountsStated === 'net' ? netMinor : grossMinor)) say('exchange.rate', 'sum-differs');
}

/** Said where the tax is owed in another currency, and goes the way of that of the document. */
function checkTaxOwed({ taxOwed, currency, taxMinor }: RebateDocument, say: Say): void {
  if (taxOwed === undefined) return;
  if (minorDigits(taxOwed.currency) === undefined) say('taxOwed.currency', 'currency-unknown');
  const isTurned = taxOwed.minor < 0n !== taxMinor < 0n && taxOwed.minor !== 0n;
  if (taxOwed.currency === currency || isTurned) say('taxOwed.tax', 'sum-differs');
}

/** In minor units. EN 16931 itself allows a whole unit of the currency (BR-S-09). */
const TAX_OFF_MAX = rational(2n);

function checkTreatment({ kind, treatment, lines }: RebateDocument, say: Say): void {
  const isOutside = treatment === 'outsideScope' || treatment === 'nonAdjacentPayer';
  const isUntaxed = lines.every(({ category }) => category === 'outsideScope');
  if (isOutside && !isUntaxed) say('lines', 'treatment-without-tax');
  // Who did not buy from us gets no credit note: seller and buyer of it never met (semantics 5.24).
  const isTaxDocument = factsOfKind(kind).isTaxDocument;
  if (isTaxDocument && treatment === 'nonAdjacentPayer') say('kind', 'treatment-without-tax');
  if (!isTaxDocument && !isUntaxed) say('kind', 'notice-of-tax');
}
