import type { Cause } from '../../core/booking/cause.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { AccountRule } from '../../core/ledger/accountRules.ts';
import type { BookAmount, BooksPolicy } from '../../core/ledger/booksPolicy.ts';
import type { LedgerRole } from '../../core/ledger/ledgerRole.ts';
import type { LedgerEvent, Origin, Transfer } from '../../core/ledger/transfer.ts';
import type { Json } from '../../core/text/canonicalJson.ts';

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
  /** What it is worth in the currency of the books; absent where they name none. */
  readonly book?: BookAmount;
};

/** A transfer with its worth, or `none` where the books of its company name no currency. */
export type TransferToPost = Transfer & {
  readonly book: BookAmount | 'none';
  /** Those of the amount that it is a correction of; absent: what the rules say. */
  readonly accounts?: { readonly debit: string; readonly credit: string };
};

/** A transfer in another currency than the books', with the worth that corrections have given it. Units: minor. */
export type ForeignTransfer = PostedTransfer & { readonly worth: bigint };

/** Which transfers; absent: all of them. Days are days in the books, `until` is not among them. */
export type LedgerFilter = {
  readonly company?: string;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  readonly partner?: string;
  readonly agreement?: string;
  readonly origin?: Origin;
  /** Of the open item of this settlement or claim. */
  readonly item?: string;
  readonly event?: LedgerEvent;
  /** Of transfers those that move this account, on either side. */
  readonly role?: LedgerRole;
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
  /** The same in the currency of the books; where they name none, the same. */
  readonly bookMinor: bigint;
  readonly bookCurrency: string;
};

/** The same of one beneficiary's account in the sub-ledger, where the transfer named one. */
export type SubledgerBalance = LedgerBalance & {
  readonly partner?: string;
  readonly agreement?: string;
  readonly term?: string;
  readonly windowFrom?: LocalDate;
  readonly windowUntil?: LocalDate;
};

/** The same item by item, and by the other company of ours. */
export type ItemBalance = SubledgerBalance & { readonly item?: string; readonly counterparty?: string };

/** What moved one account of an agreement by one event and cause. Units: minor, debit plus. */
export type LedgerMovement = LedgerBalance & {
  readonly agreement?: string;
  readonly partner?: string;
  readonly event: LedgerEvent;
  readonly cause?: Cause;
};

/** Each count is of things that are still to be done, or that do not tie. */
export type OpenWork = {
  /** Rows of imports that wait for a repair. */
  readonly quarantined: number;
  /** Amounts of windows that have begun and are incomplete, since lines of theirs are blocked. */
  readonly blocked: number;
  /** Accounts on which the books do not hold what is booked as recognised. */
  readonly untied: number;
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
   * fails on the unique key. Whoever posts does it by `postTransfers`, which knows what they are worth.
   */
  readonly post: (transfers: readonly TransferToPost[], day: LedgerDay) => Promise<void>;
  /** In which currency books are kept, by company; those that name none are not among them. */
  readonly policies: () => Promise<ReadonlyMap<string, BooksPolicy>>;
  /** Gives its version. */
  readonly setPolicy: (company: string, policy: BooksPolicy, actor: string, at: Date) => Promise<number>;
  /** Whether anything stands in the books of a company in another currency, without a worth. */
  readonly hasForeign: (company: string, currency: string) => Promise<boolean>;
  /** Amounts of a company in other currencies than this one, in the order of their numbers. */
  readonly foreign: (
    company: string,
    currency: string,
    page: { readonly limit: number; readonly after?: bigint; readonly until?: LocalDate },
  ) => Promise<readonly ForeignTransfer[]>;
  /** In order of company and number; at most `limit`, after a place. */
  readonly transfers: (
    filter: LedgerFilter,
    page: { readonly limit: number; readonly after?: { readonly company: string; readonly number: bigint } },
  ) => Promise<readonly PostedTransfer[]>;
  readonly balances: (filter: LedgerFilter) => Promise<readonly LedgerBalance[]>;
  readonly subledger: (filter: LedgerFilter) => Promise<readonly SubledgerBalance[]>;
  /** The sub-ledger item by item: what its accounts hold is the sum of these. */
  readonly items: (filter: LedgerFilter) => Promise<readonly ItemBalance[]>;
  readonly rules: () => Promise<readonly AccountRule[]>;
  /** Puts rules in the place of those before; gives their version. */
  readonly setRules: (rules: readonly AccountRule[], actor: string, at: Date) => Promise<number>;
  /** Locks the books of a company; the first open day, undefined where nothing was ever closed. */
  readonly lock: (company: string) => Promise<LocalDate | undefined>;
  /** The same day, for who only looks. */
  readonly openFrom: (company: string) => Promise<LocalDate | undefined>;
  readonly periods: (company: string) => Promise<readonly LedgerPeriod[]>;
  /** Writes a deed of a month; where it closes or reopens it, the books are open from that day on. */
  readonly turn: (period: Omit<LedgerPeriod, 'number'>, openFrom?: LocalDate) => Promise<void>;
  /** The first day that anything stands on in the books of a company. */
  readonly firstDay: (company: string) => Promise<LocalDate | undefined>;
  /** What stands in the way of closing the months of a company up to a day, counted. */
  readonly open: (company: string, until: LocalDate) => Promise<OpenWork>;
  /** What moved each account, by event and cause. */
  readonly movements: (filter: LedgerFilter) => Promise<readonly LedgerMovement[]>;
};

/** What was done to a month of a company, once or several times. */
export type LedgerPeriod = {
  readonly company: string;
  /** Its first day. */
  readonly month: LocalDate;
  readonly number: number;
  readonly deed: 'closed' | 'reopenProposed' | 'reopened';
  readonly hash?: string;
  readonly checklist?: Json;
  readonly reason: string;
  readonly actor: string;
  /** Of what is reopened: who has proposed it, and it is somebody else. */
  readonly proposedBy?: string;
  readonly at: Date;
};
