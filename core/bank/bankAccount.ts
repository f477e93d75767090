import { type Refusal, type Result, refuse, refused } from '../refusal/refusals.ts';
import { parseBic } from './bic.ts';
import { parseIban } from './iban.ts';

/**
 * Where a partner is paid. Countries with IBANs have one; the others a number that their banks know,
 * with the code of the bank or branch. Shape: `iban`, or `number` and perhaps `bankCode`.
 */
export type BankAccount = {
  readonly holder: string;
  readonly iban?: string;
  readonly number?: string;
  readonly bankCode?: string;
  readonly bic?: string;
};

/** The texts of an account as somebody has typed them; an empty one is absent. */
export type BankAccountTexts = { readonly [field in keyof BankAccount]?: string };

const NUMBER = /^[A-Z0-9-]{1,40}$/;
/** Of a holder, as in a payment order (ISO 20022, Max140Text). */
const HOLDER_MAX = 140;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

/**
 * An account from its texts, or all that is wrong with it. No refusal holds what was typed: it may be
 * nearly right, and ends in logs.
 * Refuses: bank-account-invalid (field, reason).
 */
export function parseBankAccount(texts: BankAccountTexts): Result<BankAccount> {
  const refusals: Refusal[] = [];
  const because = (field: keyof BankAccount, reason: string) =>
    refusals.push(refuse('bank-account-invalid', field, { field, reason }));
  const said = (field: keyof BankAccount) => (texts[field] ?? '').normalize('NFC').trim();
  const holder = said('holder');
  if (holder === '') because('holder', 'holder-missing');
  if (holder.length > HOLDER_MAX || CONTROL_CHARACTER.test(holder) || !holder.isWellFormed())
    because('holder', 'holder-form');
  const [number, bankCode] = [compact(said('number')), compact(said('bankCode'))];
  if ((said('iban') === '') === (number === '')) because('iban', 'account-one-of');
  if (said('iban') !== '' && bankCode !== '') because('bankCode', 'account-one-of');
  const iban = said('iban') === '' ? undefined : parseIban(said('iban'));
  if (iban && 'fault' in iban) because('iban', iban.fault);
  if (number !== '' && !NUMBER.test(number)) because('number', 'number-form');
  if (bankCode !== '' && !NUMBER.test(bankCode)) because('bankCode', 'number-form');
  const bic = said('bic') === '' ? undefined : parseBic(said('bic'));
  if (bic && 'fault' in bic) because('bic', bic.fault);
  if (refusals.length > 0) return refused(...refusals);
  return {
    ok: true,
    value: {
      holder,
      ...(iban && 'iban' in iban && { iban: iban.iban }),
      ...(number !== '' && { number }),
      ...(bankCode !== '' && { bankCode }),
      ...(bic && 'bic' in bic && { bic: bic.bic }),
    },
  };
}

function compact(text: string): string {
  return text.replaceAll(' ', '').toUpperCase();
}

/** What may be shown to recognise an account by: the last four signs, and the first one of its holder. */
export function masked({ holder, iban, number, bic }: BankAccount): BankAccount {
  return {
    holder: `${[...holder][0] ?? ''}…`,
    ...(iban !== undefined && { iban: `${iban.slice(0, 2)}…${iban.slice(-4)}` }),
    ...(number !== undefined && { number: number.length > 8 ? `…${number.slice(-4)}` : '…' }),
    ...(bic !== undefined && { bic }),
  };
}
