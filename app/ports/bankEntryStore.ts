import type { LocalDate } from '../../core/calendar/localDate.ts';

/** A statement as it came in. Units: minor. */
export type StoredStatement = {
  readonly id: string;
  /** The code of the account of ours. */
  readonly account: string;
  readonly statement: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly opening: bigint | undefined;
  readonly closing: bigint | undefined;
  readonly entries: number;
  readonly duplicates: number;
  readonly pending: number;
};

/** What a bank has booked. Units: minor, above zero for what came in. */
export type StoredEntry = {
  readonly id: string;
  readonly statement: string;
  readonly account: string;
  /** The same for an entry in whatever statement it comes. */
  readonly identity: string;
  readonly bookedOn: LocalDate;
  readonly minor: bigint;
  readonly currency: string;
  /** Empty where the bank says none, as the two after it. */
  readonly endToEndId: string;
  readonly returnReason: string;
  readonly remittance: string;
  /** Of a file of ours that the bank has booked as one amount: what it was called. */
  readonly batchId: string;
};

export type ShownEntry = StoredEntry & {
  readonly state: 'waits' | 'matched' | 'dismissed';
  /** The code of why it waits. */
  readonly reason: string;
  /** The payments that somebody has proposed and nobody has decided on. */
  readonly proposal?: Pick<EntryDeed, 'payments' | 'reason' | 'actor'>;
};

/** What a person has decided of an entry that waits. */
export type EntryDeed = {
  readonly kind: 'proposed' | 'approved' | 'rejected' | 'dismissed';
  readonly payments: readonly string[];
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
};

export type BankEntryStore = {
  readonly addStatement: (statement: StoredStatement, by: string, at: Date) => Promise<void>;
  /** Which of these identities an account has already. */
  readonly known: (account: string, identities: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Adds entries, which wait. */
  readonly add: (entries: readonly StoredEntry[]) => Promise<void>;
  /** One entry, locked until the end of the transaction. */
  readonly lock: (id: string) => Promise<ShownEntry | undefined>;
  readonly write: (id: string, deed: EntryDeed) => Promise<void>;
  readonly dismiss: (id: string) => Promise<void>;
  /** An empty reason: it is matched. */
  readonly settle: (id: string, reason: string) => Promise<void>;
  /** Those that wait, the latest first. */
  readonly waiting: (page: {
    readonly limit: number;
    readonly before?: string;
  }) => Promise<readonly ShownEntry[]>;
};
