import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { AccountRule } from '../../core/ledger/accountRules.ts';
import type { LedgerRole } from '../../core/ledger/ledgerRole.ts';
import type { Origin, Transfer } from '../../core/ledger/transfer.ts';

/** A transfer as it stands in the books of its company. */
export type PostedTransfer = Transfer & {
  readonly id: string;
  /** Without a gap in the books of a company. */
  readonly number: bigint;
  readonly debitAccount: string;
  readonly creditAccount: string;
  readonly bookedOn: LocalDate;
  readonly bookedAt: Date;
  /** The last batch that was known when it was posted. */
  readonly batch: number;
};

/** Which transfers; absent: all of them. Days are days in the books, `until` is not among them. */
export type LedgerFilter = {
  readonly company?: string;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  readonly partner?: string;
  readonly agreement?: string;
  readonly origin?: Origin;
  /** As it was known at this batch. */
  readonly batch?: number;
};

/** What an account holds: debit less credit. Units: minor. */
export type LedgerBalance = {
  readonly company: string;
  readonly account: string;
  readonly role: LedgerRole;
  readonly currency: string;
  readonly minor: bigint;
};

/** The same of one beneficiary's account in the sub-ledger, where the transfer named one. */
export type SubledgerBalance = LedgerBalance & {
  readonly partner?: string;
  readonly agreement?: string;
  readonly term?: string;
  readonly windowFrom?: LocalDate;
  readonly windowUntil?: LocalDate;
};

export type LedgerDay = {
  /** The business day; where it lies in a closed month, the first open day is taken. */
  readonly day: LocalDate;
  readonly at: Date;
  readonly batch: number;
};

export type LedgerStore = {
  /**
   * Writes transfers and gives the numbers of the first and the last of each company. Locks the books
   * of their companies, in order, until the transaction ends: post last. The same deed a second time
   * fails on the unique key.
   */
  readonly post: (transfers: readonly Transfer[], day: LedgerDay) => Promise<void>;
  /** In order of company and number; at most `limit`, after a place. */
  readonly transfers: (
    filter: LedgerFilter,
    page: { readonly limit: number; readonly after?: { readonly company: string; readonly number: bigint } },
  ) => Promise<readonly PostedTransfer[]>;
  readonly balances: (filter: LedgerFilter) => Promise<readonly LedgerBalance[]>;
  readonly subledger: (filter: LedgerFilter) => Promise<readonly SubledgerBalance[]>;
  readonly rules: () => Promise<readonly AccountRule[]>;
  /** Puts rules in the place of those before; gives their version. */
  readonly setRules: (rules: readonly AccountRule[], actor: string, at: Date) => Promise<number>;
  /** Locks the books of a company; the first open day, undefined where nothing was ever closed. */
  readonly lock: (company: string) => Promise<LocalDate | undefined>;
  readonly periods: (company: string) => Promise<readonly LedgerPeriod[]>;
  /** Writes a deed of the last month, and opens or closes the books up to it. */
  readonly turn: (period: Omit<LedgerPeriod, 'number'>, openFrom: LocalDate) => Promise<void>;
};

/** What was done to a month of a company, once or several times. */
export type LedgerPeriod = {
  readonly company: string;
  /** Its first day. */
  readonly month: LocalDate;
  readonly number: number;
  readonly deed: 'closed' | 'reopened';
  readonly hash?: string;
  readonly checklist?: unknown;
  readonly reason?: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly at: Date;
};
