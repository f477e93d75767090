import { key, named, object, oneOf, optional, says, variants } from '../agreement/decoder.ts';
import { type BankAccount, parseBankAccount } from '../bank/bankAccount.ts';
import { isRoutingNumber } from '../bank/routingNumber.ts';
import { minorDigits } from '../money/currency.ts';
import { accept, type Refusal, type Result, refuse } from '../refusal/refusals.ts';
import { STATEMENT_DAYS, type StatementTable } from './statementTable.ts';

export const PAYING_ACCOUNT_FORMAT = 'openrebate/paying-account/v1';

/** Which file the bank takes, and what it wants to read in it. */
export type PaymentFormat =
  | {
      readonly is: 'pain.001.001.03' | 'pain.001.001.09';
      /** SEPA: euros to an IBAN, charges shared. Other: whatever the bank agrees to, charges as named. */
      readonly scheme: 'sepa' | 'other';
      readonly charges: 'SLEV' | 'SHAR' | 'DEBT' | 'CRED';
      /** Latin: marks come off and other signs are refused. */
      readonly characters: 'latin' | 'any';
      /** Whether the bank books the file as one amount. */
      readonly booking: 'one' | 'each';
    }
  | {
      readonly is: 'nacha';
      /** CCD pays companies, PPD persons. */
      readonly entryClass: 'CCD' | 'PPD';
      /** Nine digits that the bank gave us as immediate destination, and its name. */
      readonly destination: string;
      readonly destinationName: string;
      /** Ten signs that the bank gave us as immediate origin, and our name. */
      readonly origin: string;
      readonly originName: string;
      /** Ten signs: who we are in the batch. */
      readonly companyId: string;
      /** What the beneficiary reads, at most ten signs. */
      readonly description: string;
    }
  | { readonly is: 'csv' };

/** An account of ours that is paid from. */
export type PayingAccount = {
  readonly code: string;
  readonly company: string;
  readonly currency: string;
  readonly account: BankAccount;
  readonly file: PaymentFormat;
  /** How the bank writes the table of the account; without it only its files in ISO 20022 are read. */
  readonly statement?: StatementTable;
};

const pain = (is: 'pain.001.001.03' | 'pain.001.001.09') =>
  object({
    is: says('Which file the bank takes.', oneOf(is)),
    scheme: says('SEPA, or as agreed with the bank.', oneOf('sepa', 'other')),
    charges: says('Who bears the charges; SEPA knows SLEV alone.', oneOf('SLEV', 'SHAR', 'DEBT', 'CRED')),
    characters: says('The signs that the bank takes.', oneOf('latin', 'any')),
    booking: says('Whether the bank books the file as one amount or each payment.', oneOf('one', 'each')),
  });

const format = named(
  'Paying account',
  object({
    format: says('Which format this is.', oneOf(PAYING_ACCOUNT_FORMAT)),
    code: says('What it is called here.', key),
    company: says('The company of ours whose account it is.', key),
    currency: says('What is paid from it: ISO 4217.', key),
    account: says(
      'The account, as that of a partner.',
      object({
        holder: says('Whose account it is.', key),
        iban: says('The IBAN.', optional(key)),
        number: says('The number, where there are no IBANs.', optional(key)),
        bankCode: says('The code of the bank.', optional(key)),
        bic: says('The BIC.', optional(key)),
      }),
    ),
    file: says(
      'Which file the bank takes.',
      variants<PaymentFormat>('is', {
        'pain.001.001.03': pain('pain.001.001.03'),
        'pain.001.001.09': pain('pain.001.001.09'),
        nacha: object({
          is: says('Which file the bank takes.', oneOf('nacha')),
          entryClass: says('CCD pays companies, PPD persons.', oneOf('CCD', 'PPD')),
          destination: says('The routing number of the bank, nine digits.', key),
          destinationName: says('The name of the bank.', key),
          origin: says('What the bank calls us, ten signs.', key),
          originName: says('Our name.', key),
          companyId: says('Who we are in the batch, ten signs.', key),
          description: says('What the beneficiary reads, at most ten signs.', key),
        }),
        csv: object({ is: says('Which file the bank takes.', oneOf('csv')) }),
      }),
    ),
    statement: says(
      'How the bank writes the table of the account.',
      optional(
        object({
          columns: says(
            'What its columns are called.',
            object({
              bookedOn: says('The day of booking.', key),
              amount: says('The amount with its sign.', optional(key)),
              debit: says('What left, where it has a column of its own.', optional(key)),
              credit: says('What came, where it has a column of its own.', optional(key)),
              reference: says('The name that the bank gives an entry.', optional(key)),
              endToEndId: says('What we called the payment.', optional(key)),
              batchId: says('What we called the file that is booked as one amount.', optional(key)),
              returnReason: says('Why it came back.', optional(key)),
              remittance: says('What whoever paid has written.', optional(key)),
            }),
          ),
          days: says('How days are written.', oneOf(...STATEMENT_DAYS)),
          decimals: says('The sign before the cents.', oneOf(',', '.')),
        }),
      ),
    ),
  }),
);

/**
 * The parsed text of a paying account, or every reason against it.
 * Refuses: the codes of shape of agreements, agreement-currency-unknown, bank-account-invalid,
 * paying-account-invalid (field, reason).
 */
export function decodePayingAccount(json: unknown): Result<PayingAccount> {
  const refusals: Refusal[] = [];
  const decoded = format.decode(json, '', refusals);
  if (decoded === undefined) return { ok: false, refusals };
  const { code, company, currency, file, statement } = decoded;
  if (minorDigits(currency) === undefined) {
    refusals.push(refuse('agreement-currency-unknown', 'currency', { value: currency }));
  }
  const account = parseBankAccount(decoded.account);
  if (!account.ok) return { ok: false, refusals: [...refusals, ...account.refusals] };
  refusals.push(...misfits(account.value, currency, file));
  if (statement !== undefined && !saysAmount(statement))
    refusals.push(
      refuse('paying-account-invalid', 'statement.columns', { field: 'amount', reason: 'amount-or-two' }),
    );
  if (refusals.length > 0) return { ok: false, refusals };
  return accept({ code, company, currency, account: account.value, file, ...(statement && { statement }) });
}

/** In one column with its sign, or in two. */
function saysAmount({ columns: { amount, debit, credit } }: StatementTable): boolean {
  const isInTwo = debit !== undefined && credit !== undefined;
  return amount === undefined ? isInTwo : debit === undefined && credit === undefined;
}

const NACHA_TEXT = /^[ -~]+$/;

/** What the file cannot say of this account. */
function misfits(account: BankAccount, currency: string, file: PaymentFormat): Refusal[] {
  const wrong = (field: string, reason: string) => refuse('paying-account-invalid', field, { field, reason });
  if (file.is === 'csv') return [];
  if (file.is === 'nacha') {
    const lengths = [
      ['destinationName', 23],
      ['origin', 10],
      ['originName', 23],
      ['companyId', 10],
      ['description', 10],
    ] as const;
    return [
      ...(currency === 'USD' ? [] : [wrong('currency', 'usd-needed')]),
      ...(isRoutingNumber(file.destination) ? [] : [wrong('file.destination', 'routing-number')]),
      ...(isRoutingNumber(account.bankCode ?? '') ? [] : [wrong('account.bankCode', 'routing-number')]),
      ...lengths.flatMap(([field, length]) =>
        NACHA_TEXT.test(file[field]) && file[field].length <= length
          ? []
          : [wrong(`file.${field}`, 'too-long-or-not-ascii')],
      ),
    ];
  }
  const isSepa = file.scheme === 'sepa';
  return [
    ...(isSepa && currency !== 'EUR' ? [wrong('currency', 'eur-needed')] : []),
    ...(isSepa && account.iban === undefined ? [wrong('account.iban', 'iban-needed')] : []),
    ...(isSepa && file.charges !== 'SLEV' ? [wrong('file.charges', 'slev-needed')] : []),
    ...(!isSepa && account.bic === undefined ? [wrong('account.bic', 'bic-needed')] : []),
  ];
}
