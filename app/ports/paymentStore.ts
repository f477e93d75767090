import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { BothTexts, DocumentKind } from '../../core/document/rebateDocument.ts';
import type { PaymentState, RunState } from '../../core/payment/paymentState.ts';
import type { Sealed } from './keyRing.ts';

/** An account of ours as it stands sealed. */
export type StoredPayingAccount = {
  readonly code: string;
  readonly version: number;
  readonly company: string;
  readonly currency: string;
  readonly sealed: Sealed;
};

export type NewPaymentRun = {
  readonly id: string;
  readonly company: string;
  readonly account: string;
  readonly accountVersion: number;
  readonly currency: string;
  readonly executionDay: LocalDate;
  /** Units: minor. */
  readonly total: bigint;
  /** So many persons approve it. */
  readonly approvals: number;
  readonly author: string;
  readonly at: Date;
};

/** What sending adds: once, and never another file. */
export type SentFile = {
  readonly sender: string;
  readonly at: Date;
  readonly messageId: string;
  readonly sha256: string;
  readonly sealed: Sealed;
};

export type PaymentRun = NewPaymentRun & {
  readonly state: RunState;
  readonly approvers: readonly { readonly person: string; readonly at: Date }[];
  readonly sent?: SentFile;
};

/** Units: minor. */
export type StoredInstruction = {
  readonly id: string;
  readonly run: string;
  readonly partner: string;
  readonly endToEndId: string;
  /** The version of the partner's account: from a day on, said in a batch. */
  readonly validFrom: LocalDate;
  readonly accountBatch: number;
  readonly minor: bigint;
  readonly returned: bigint;
  readonly currency: string;
  readonly remittance: string;
  readonly state: PaymentState;
};

/** What of a settlement a payment pays; below zero it takes that back. Units: minor. */
export type PaymentItem = {
  readonly settlement: string;
  readonly instruction: string;
  readonly number: number;
  readonly minor: bigint;
};

/** What was heard of a payment. Units: minor. */
export type PaymentEvent = {
  readonly number: number;
  readonly state: PaymentState;
  readonly minor: bigint;
  /** Where it comes from: "bankEntry <id>", "person". */
  readonly source: string;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
};

export type PaymentRunFilter = {
  readonly state?: RunState;
  readonly limit: number;
  readonly before?: string;
};

/** A payment that has left, and what of documents it pays, for its partner. Units: minor. */
export type OwnPayment = Pick<
  StoredInstruction,
  'id' | 'partner' | 'endToEndId' | 'minor' | 'returned' | 'currency' | 'state'
> & {
  readonly company: string;
  readonly executionDay: LocalDate;
  readonly documents: readonly {
    readonly settlement: string;
    readonly kind: DocumentKind;
    readonly number: string;
    readonly paid: bigint;
    /** Of what was paid, what came back. */
    readonly returned: bigint;
  }[];
};

export type OwnPaymentFilter = {
  readonly partner?: string;
  readonly id?: string;
  readonly limit: number;
  /** The last one of the page before. */
  readonly before?: { readonly executionDay: LocalDate; readonly id: string };
};

/** What of a document is of one agreement, term and window, without tax. Units: minor. */
export type PaidPart = {
  readonly settlement: string;
  readonly agreement: string;
  readonly term: string;
  readonly window: Window;
  readonly minor: bigint;
  readonly currency: string;
  /** Of whoever may see it: how it was earned, and what its agreement is called. */
  readonly earning?: { readonly id: string; readonly agreementName: BothTexts };
};

export type PaymentStore = {
  /** The last version of an account. */
  readonly account: (code: string) => Promise<StoredPayingAccount | undefined>;
  readonly accountVersion: (code: string, version: number) => Promise<StoredPayingAccount | undefined>;
  /** The last version of each, by code. */
  readonly accounts: () => Promise<readonly StoredPayingAccount[]>;
  readonly setAccount: (account: StoredPayingAccount, by: string, at: Date) => Promise<void>;
  /** What was paid of each settlement and not taken back; who writes the next item takes the number after the last. */
  readonly paidOf: (
    settlements: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly minor: bigint; readonly lastNumber: number }>>;
  /** The payments that pay something of a settlement, proposed ones among them; `minor` is what each pays of it. */
  readonly payingOf: (
    settlement: string,
  ) => Promise<readonly Pick<StoredInstruction, 'id' | 'currency' | 'state' | 'minor'>[]>;
  /** What of a settlement is confirmed and has not come back, was received, or is set off. Units: minor. */
  readonly confirmedOf: (settlement: string) => Promise<bigint>;
  /** Writes a run; one that pays what another one pays meanwhile fails on the unique key and is repeated. */
  readonly propose: (
    run: NewPaymentRun,
    instructions: readonly Omit<StoredInstruction, 'returned' | 'state'>[],
    items: readonly PaymentItem[],
  ) => Promise<void>;
  readonly run: (id: string) => Promise<PaymentRun | undefined>;
  /** The same, locked until the end of the transaction. */
  readonly lockRun: (id: string) => Promise<PaymentRun | undefined>;
  /** The latest first. */
  readonly runs: (filter: PaymentRunFilter) => Promise<readonly PaymentRun[]>;
  readonly approve: (run: string, person: string, at: Date) => Promise<void>;
  /** Moves a run with all its payments. */
  readonly moveRun: (run: string, state: 'approved' | 'withdrawn') => Promise<void>;
  readonly send: (run: string, file: SentFile) => Promise<void>;
  /** By partner. */
  readonly instructionsOf: (run: string) => Promise<readonly StoredInstruction[]>;
  readonly instruction: (id: string) => Promise<StoredInstruction | undefined>;
  /** Those whose end-to-end id ends so. */
  readonly findByEnd: (end: string) => Promise<readonly StoredInstruction[]>;
  /** The id of the run whose file has this message id. */
  readonly runOfFile: (messageId: string) => Promise<string | undefined>;
  readonly findByEndToEnd: (endToEndId: string) => Promise<StoredInstruction | undefined>;
  /** Of runs that were sent more than so many days ago, the payments that nothing was heard of. */
  readonly silent: (since: {
    readonly now: Date;
    readonly days: number;
  }) => Promise<readonly StoredInstruction[]>;
  /** Those that have left, of the partners that the transaction names or of all; the latest first. */
  readonly own: (filter: OwnPaymentFilter) => Promise<readonly OwnPayment[]>;
  /** What the documents are of, in their order. */
  readonly paidParts: (settlements: readonly string[]) => Promise<readonly PaidPart[]>;
  readonly itemsOf: (instruction: string) => Promise<readonly PaymentItem[]>;
  readonly addItems: (items: readonly PaymentItem[]) => Promise<void>;
  readonly events: (instruction: string) => Promise<readonly PaymentEvent[]>;
  /** Moves a payment and says why; `returned` is what came back in all. */
  readonly hear: (
    instruction: string,
    event: Omit<PaymentEvent, 'number'>,
    returned: bigint,
  ) => Promise<void>;
};

/** A sealed text of payments and what it is bound to. */
export type SealedPayment = {
  readonly of: 'payingAccount' | 'paymentFile';
  /** The code and version of an account, or the id of a run. */
  readonly id: string;
  readonly sealed: Sealed;
};
