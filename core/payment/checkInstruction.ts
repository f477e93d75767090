import { isRoutingNumber } from '../bank/routingNumber.ts';
import { type Refusal, refuse } from '../refusal/refusals.ts';
import { latinText } from '../text/latinText.ts';
import type { PayingAccount, PaymentFormat } from './payingAccount.ts';
import type { PaymentInstruction } from './paymentInstruction.ts';

/** Source: pain.001.001.03 (Max140Text; SEPA 70 and amounts up to 999,999,999.99), NACHA operating rules. */
const SEPA_MOST = 99_999_999_999n;
const PAIN_MOST = 999_999_999_999_999_999n;
const NACHA_MOST = 9_999_999_999n;
const [SEPA_NAME, PAIN_NAME, NACHA_ADDENDA, REMITTANCE] = [70, 140, 80, 140];
const ASCII = /^[ -~]*$/;

/**
 * What the file of an account cannot say of an instruction; none of it holds the account.
 * Gives: payment-not-in-format (partner, field, reason).
 */
export function checkInstruction(payer: PayingAccount, instruction: PaymentInstruction): Refusal[] {
  const { partner } = instruction;
  return faults(payer, instruction).map(([field, reason]) =>
    refuse('payment-not-in-format', field, { partner, field, reason }),
  );
}

type Fault = readonly [field: string, reason: string];

function faults(payer: PayingAccount, instruction: PaymentInstruction): Fault[] {
  const { file } = payer;
  const other: Fault[] = instruction.currency === payer.currency ? [] : [['currency', 'other-currency']];
  if (file.is === 'csv') return other;
  return [...other, ...(file.is === 'nacha' ? nachaFaults(instruction) : painFaults(file, instruction))];
}

function painFaults(
  { scheme, characters }: Extract<PaymentFormat, { readonly scheme: string }>,
  { beneficiary, minor, remittance }: PaymentInstruction,
): Fault[] {
  const isSepa = scheme === 'sepa';
  const { holder, iban, bic, bankCode } = beneficiary;
  return [
    ...textFaults('holder', written(holder, characters), isSepa ? SEPA_NAME : PAIN_NAME),
    ...textFaults('remittance', written(remittance, characters), REMITTANCE),
    ...check(minor <= (isSepa ? SEPA_MOST : PAIN_MOST), 'amount', 'too-large'),
    ...check(!isSepa || iban !== undefined, 'iban', 'iban-needed'),
    ...check(iban !== undefined || bic !== undefined || bankCode !== undefined, 'bic', 'bank-needed'),
  ];
}

function nachaFaults({ beneficiary, minor, remittance }: PaymentInstruction): Fault[] {
  const { number, bankCode = '' } = beneficiary;
  return [
    // A name of more than 22 signs is cut: banks match the number, and NACHA has no more room.
    ...textFaults('holder', written(beneficiary.holder, 'latin'), Number.POSITIVE_INFINITY),
    ...textFaults('remittance', written(remittance, 'latin'), NACHA_ADDENDA),
    ...check(minor <= NACHA_MOST, 'amount', 'too-large'),
    ...check(number !== undefined && number.length <= 17 && ASCII.test(number), 'number', 'number-needed'),
    ...check(isRoutingNumber(bankCode), 'bankCode', 'routing-number'),
  ];
}

/** A text as the file has it; undefined where it cannot. */
export function written(text: string, characters: 'latin' | 'any'): string | undefined {
  return characters === 'latin' ? latinText(text) : text;
}

function textFaults(field: string, text: string | undefined, length: number): Fault[] {
  if (text === undefined) return [[field, 'characters']];
  return check([...text].length <= length, field, 'too-long');
}

function check(holds: boolean, field: string, reason: string): Fault[] {
  return holds ? [] : [[field, reason]];
}
