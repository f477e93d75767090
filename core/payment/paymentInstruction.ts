import type { BankAccount } from '../bank/bankAccount.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { PayingAccount } from './payingAccount.ts';

/** An order to pay one partner one amount. Units: `minor` is above zero. */
export type PaymentInstruction = {
  readonly id: string;
  /** Goes with the money and comes back with it: letters and digits, at most 35. */
  readonly endToEndId: string;
  readonly partner: string;
  readonly beneficiary: BankAccount;
  readonly minor: bigint;
  readonly currency: string;
  /** What the beneficiary reads. */
  readonly remittance: string;
};

/** What one file orders: from one account, on one day, in one currency. Shape: at least one instruction. */
export type PaymentBatch = {
  /** Made of the content, so that the same batch has the same one, and another one another. */
  readonly messageId: string;
  /** When the file was made, as ISO 8601 in UTC: it stands in the file, and no clock is asked for it. */
  readonly createdAt: string;
  readonly executionDay: LocalDate;
  readonly payer: PayingAccount;
  readonly instructions: readonly PaymentInstruction[];
};

/** Units: minor. */
export function totalOf(instructions: readonly Pick<PaymentInstruction, 'minor'>[]): bigint {
  return instructions.reduce((sum, { minor }) => sum + minor, 0n);
}
