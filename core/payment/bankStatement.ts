import type { LocalDate } from '../calendar/localDate.ts';
import { type Refusal, refuse } from '../refusal/refusals.ts';

/** A part of an entry: one transfer. Units: minor, above zero for what came in. */
export type BankTransaction = {
  readonly minor: bigint;
  /** What we gave it, if it was ours. */
  readonly endToEndId?: string;
  readonly returnReason?: string;
  readonly remittance: string;
};

/** What the bank has booked. Units: minor, above zero for what came in. */
export type BankEntry = {
  /** The bank's own name for it; not every bank has one. */
  readonly reference?: string;
  readonly bookedOn: LocalDate;
  readonly minor: bigint;
  /** What we called the file that it is the sum of. */
  readonly batchId?: string;
  readonly transactions: readonly BankTransaction[];
};

/** Units: minor. Balances are there where the bank gives them. */
export type BankStatement = {
  readonly id: string;
  /** An IBAN or a number. */
  readonly account: string;
  readonly currency: string;
  readonly opening?: bigint;
  readonly closing?: bigint;
  readonly entries: readonly BankEntry[];
  /** Entries that the bank has not booked: they are not taken. */
  readonly pending: number;
};

/**
 * What does not add up: the entries from one balance to the other, and the transactions of an entry.
 * Gives: statement-does-not-add-up (statement).
 */
export function checkStatement({ id, opening, closing, entries }: BankStatement): Refusal[] {
  const sum = entries.reduce((total, { minor }) => total + minor, 0n);
  const isWhole = opening === undefined || closing === undefined || opening + sum === closing;
  const split = entries.every(
    ({ minor, transactions }) =>
      transactions.length === 0 || transactions.reduce((total, one) => total + one.minor, 0n) === minor,
  );
  return isWhole && split ? [] : [refuse('statement-does-not-add-up', 'statement', { statement: id })];
}

/** An entry or a part of one, and what makes it the one that it is. */
export type NamedTransaction = BankTransaction & {
  readonly identity: readonly (string | number)[];
  readonly bookedOn: LocalDate;
  /** Only where the entry is one amount. */
  readonly batchId?: string;
};

/**
 * The transactions of a statement, each with a name that it also has in another statement that tells of it:
 * the bank's reference, else what it says and how many before it in the statement say the same on that day.
 * Shape: a statement without references tells of whole days.
 */
export function namedTransactions({ entries, currency }: BankStatement): NamedTransaction[] {
  const seen = new Map<string, number>();
  return entries.flatMap(({ reference, bookedOn, minor, transactions, batchId }) => {
    const parts = transactions.length > 0 ? transactions : [{ minor, remittance: '' }];
    const said = parts.map((part) => [part.endToEndId ?? '', String(part.minor), part.remittance].join('\n'));
    const content = [bookedOn, currency, String(minor), ...(reference === undefined ? said : [])];
    const key = JSON.stringify([reference ?? '', ...content]);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return parts.map((part, position) => ({
      ...part,
      ...(batchId !== undefined && parts.length === 1 && { batchId }),
      bookedOn,
      identity: [reference ?? '', ...content, occurrence, position],
    }));
  });
}
