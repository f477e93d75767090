import { formatDate } from '../calendar/localDate.ts';
import type { LedgerRole } from '../ledger/ledgerRole.ts';
import { minorDigits } from '../money/currency.ts';
import { moneyText } from '../money/money.ts';
import { hex } from '../text/hex.ts';
import { utf8 } from '../text/utf8.ts';
import { type BookedTransfer, metadataOf, narrationOf, payeeOf } from './bookedTransfer.ts';
import { journalAccount } from './journalAccount.ts';

export const JOURNAL_FORMATS = ['hledger', 'beancount'] as const;
export type JournalFormat = (typeof JOURNAL_FORMATS)[number];

/** Which accounts and currencies a journal has declared so far; it grows while the journal is written. */
export type Declared = { readonly accounts: Set<string>; readonly currencies: Set<string> };

export function nothingDeclared(): Declared {
  return { accounts: new Set(), currencies: new Set() };
}

/**
 * Some transfers as the text of a plain-text journal, a transaction each, with what they need declared in
 * front of them. Amounts are exact decimals; debit is positive, credit negative, as both programs have it.
 */
export function journalText(
  format: JournalFormat,
  transfers: readonly BookedTransfer[],
  declared: Declared,
): string {
  return transfers.map((transfer) => entryText(FORMS[format], transfer, declared)).join('');
}

type Form = {
  readonly account: (name: string, account: string) => string;
  readonly currency: (currency: string) => string;
  readonly head: (transfer: BookedTransfer) => string;
  readonly metadata: (name: string, value: string) => string;
};

const FORMS: Readonly<Record<JournalFormat, Form>> = {
  hledger: {
    account: (name, account) => `account ${name}  ; account:${percent(account)}\n`,
    currency: (currency) => `commodity 1000.${'0'.repeat(minorDigits(currency) ?? 0)} ${currency}\n`,
    head: (transfer) => {
      const { company, number } = transfer;
      const payee = payeeOf(transfer);
      const told = [payee, narrationOf(transfer)].flatMap((text) =>
        text === undefined ? [] : [percent(text)],
      );
      return `${formatDate(transfer.bookedOn)} * (${percent(company)}/${number}) ${told.join(' | ')}`;
    },
    metadata: (name, value) => `    ; ${name}:${percent(value)}\n`,
  },
  beancount: {
    account: (name, account) => `1900-01-01 open ${name}\n  account: ${quoted(account)}\n`,
    currency: (currency) => `1900-01-01 commodity ${currency}\n`,
    head: (transfer) => {
      const payee = payeeOf(transfer);
      const told = [payee, narrationOf(transfer)].flatMap((text) =>
        text === undefined ? [] : [quoted(text)],
      );
      return `${formatDate(transfer.bookedOn)} * ${told.join(' ')}`;
    },
    metadata: (name, value) => `  ${name}: ${quoted(value)}\n`,
  },
};

function entryText(form: Form, transfer: BookedTransfer, declared: Declared): string {
  const { company, debit, credit, debitAccount, creditAccount } = transfer;
  const said: string[] = [];
  const declare = (account: string, role: LedgerRole): string => {
    const name = journalAccount(company, account, role);
    if (!declared.accounts.has(name)) said.push(form.account(name, account));
    declared.accounts.add(name);
    return name;
  };
  for (const currency of currenciesOf(transfer)) {
    if (!declared.currencies.has(currency)) said.push(form.currency(currency));
    declared.currencies.add(currency);
  }
  const sides = [
    [declare(debitAccount, debit), amountText(transfer, 1n)],
    [declare(creditAccount, credit), amountText(transfer, -1n)],
  ] as const;
  const facts: readonly (readonly [string, string])[] = [
    ['company', company],
    ['number', String(transfer.number)],
    ...metadataOf(transfer),
  ];
  return [
    ...said,
    `\n${form.head(transfer)}\n`,
    ...facts.map(([name, value]) => form.metadata(name, value)),
    ...sides.map(([name, amount]) => `    ${name}  ${amount}\n`),
    '\n',
  ].join('');
}

function currenciesOf({ currency, book }: BookedTransfer): readonly string[] {
  return book === undefined || book.currency === currency ? [currency] : [currency, book.currency];
}

/** An amount in another currency with all that it cost in that of the books; a difference is of the books alone. */
function amountText({ minor, currency, book }: BookedTransfer, sign: 1n | -1n): string {
  const own = `${moneyText({ minor: sign * minor, currency })} ${currency}`;
  if (book === undefined || book.currency === currency) return own;
  const cost = (signed: bigint) => `${moneyText({ ...book, minor: signed })} ${book.currency}`;
  return minor === 0n ? cost(sign * book.minor) : `${own} @@ ${cost(book.minor)}`;
}

/**
 * A text in hledger, which knows no quotes: what would end a description, a code or a tag, or begin a date,
 * is written as the bytes of its UTF-8 behind percent signs, as in addresses.
 */
function percent(text: string): string {
  return text.replaceAll(/[%;,:|()[\]\p{Cc}\u2028\u2029]/gu, (sign) =>
    hex(utf8(sign)).toUpperCase().replaceAll(/../g, '%$&'),
  );
}

/** A text in beancount. */
function quoted(text: string): string {
  const signs: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  const safe = text.replaceAll(/["\\]/g, '\\$&').replaceAll(/\p{Cc}/gu, (sign) => signs[sign] ?? ' ');
  return `"${safe}"`;
}
