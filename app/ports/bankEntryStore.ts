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
  /** What somebody has proposed and nobody has decided on. */
  readonly proposal?: Omit<EntryTarget, 'parts'> &
    Pick<EntryDeed, 'reason' | 'actor'> & {
      readonly isTakeBack: boolean;
      /** The claims and documents that it is to pay, each with its number and its part. */
      readonly pays: readonly (EntryPart & { readonly number: string })[];
    };
  /** The numbers of the documents and claims that it is laid against. */
  readonly laidOn?: string;
};

/** What money that came in is laid against. */
export type LayTarget = { readonly claim: string } | { readonly document: string };

/** How much of an entry is laid against something. Units: minor. */
export type EntryPart = LayTarget & { readonly minor: bigint };

/** What an entry is said to be of: payments of ours, a claim of ours, a document on which a partner owes us, or several of these two. */
export type EntryTarget = {
  readonly payments: readonly string[];
  readonly parts?: readonly EntryPart[];
  readonly claim?: string;
  readonly document?: string;
};

/** Money that an entry has laid against a document or an event of a claim. Units: minor; below zero it is taken back. */
export type EntryReceipt = {
  readonly id: string;
  /** What was laid before entries were named has none. */
  readonly entry?: string;
  /** Counts what an entry has laid and taken back. */
  readonly number: number;
  readonly on: { readonly document: string } | { readonly claim: string; readonly event: number };
  readonly minor: bigint;
  readonly day: LocalDate;
  readonly at: Date;
};

/** What a person has decided of an entry that waits, or is to wait again. */
export type EntryDeed = EntryTarget & {
  readonly kind: 'proposed' | 'takeBackProposed' | 'approved' | 'rejected' | 'dismissed';
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
  /** Those that wait for a person, or those that are laid against a claim or document; the latest first. */
  readonly page: (page: {
    readonly is: 'waiting' | 'laid';
    readonly limit: number;
    readonly before?: string;
  }) => Promise<readonly ShownEntry[]>;
  readonly lay: (receipt: EntryReceipt) => Promise<void>;
  /** What an entry has laid and taken back, in order. */
  readonly receiptsOf: (entry: string) => Promise<readonly EntryReceipt[]>;
  /** What entries have laid on a claim and taken back. */
  readonly receiptsOn: (claim: string) => Promise<readonly EntryReceipt[]>;
};
