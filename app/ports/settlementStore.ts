import type { Settlement as SettlementTerms } from '../../core/agreement/agreement.ts';
import type { TaxTerms } from '../../core/agreement/settlementTax.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { DocumentKind, DocumentParty, RebateDocument } from '../../core/document/rebateDocument.ts';
import type { ApprovalLevel } from '../../core/lifecycle/approvalRules.ts';
import type { Stage } from '../../core/settlement/accountParts.ts';
import type { Lapse, Part } from '../../core/settlement/part.ts';
import type { PayoutRate } from '../../core/settlement/payoutRate.ts';
import type { OpenDocument } from '../../core/settlement/setOff.ts';
import type { SettlementState } from '../../core/settlement/settlementState.ts';
import type { ByRate } from '../../core/settlement/splitByRate.ts';
import type { TaxedAmount } from '../../core/settlement/taxOfDocument.ts';
import type { Actor } from '../actor.ts';

/** An account as a settlement sees it. `participant` is whose lines it is made of. */
export type SettledAccount = {
  readonly agreement: string;
  readonly term: string;
  readonly participant: string;
  readonly window: Window;
  readonly currency: string;
};

/** What is on record of an account: proposed and issued, not what was rejected or is cancelled. Units: minor. */
export type SettlementRecord = {
  readonly account: SettledAccount;
  /** On documents, as the agreement states amounts, by rate of tax. */
  readonly documented: ByRate;
  readonly lapsed: Readonly<Partial<Record<Lapse, bigint>>>;
  /** What partners kept back of it when they paid us: it is settled without a document. */
  readonly keptBack: bigint;
  /** Of its last settlement, whatever became of that; 0 before the first. */
  readonly lastNumber: number;
  /** It was settled for good. */
  readonly isFinal: boolean;
};

/** Whose the amounts are: owed by us, or to us. */
export type SettlementSide = 'payable' | 'receivable';

export type Waiver = {
  readonly agreement: string;
  readonly term: string;
  /** Whose lines are missing; undefined: of all. */
  readonly partner?: string;
  readonly reason: string;
};

export type SettlementRun = {
  readonly id: string;
  readonly company: string;
  readonly day: LocalDate;
  readonly batch: number;
  readonly waivers: readonly Waiver[];
  readonly actor: Actor;
  readonly at: Date;
};

/** What became of an account in a run. Units: minor. */
export type SettlementOutcome = {
  readonly account: SettledAccount;
  readonly beneficiary: string;
  readonly asOf: LocalDate;
  readonly stage: Stage;
  readonly earned: bigint;
  /** Of it: approved beside the terms. */
  readonly adjusted: bigint;
  readonly documented: bigint;
  readonly lapsed: bigint;
  readonly parts: readonly Part[];
};

/** One amount of a settlement. Units: minor, in the direction of the agreement. */
export type SettlementLine = {
  readonly account: SettledAccount;
  readonly number: number;
  /** Empty for what lapses. */
  readonly rate: string;
  readonly lapse?: Lapse;
  readonly stage: Stage;
  /** In the currency of its account. */
  readonly statedMinor: bigint;
  /** The same in that of the settlement, where it is another one. */
  readonly paidMinor?: bigint;
  readonly netMinor: bigint;
};

/** A document to be, or what lapses for good together. Units: minor, in the direction of the agreement. */
export type NewSettlement = {
  readonly id: string;
  readonly run: string;
  readonly company: string;
  readonly beneficiary: string;
  readonly side: SettlementSide;
  readonly kind: DocumentKind | 'lapse';
  readonly reason: 'settlement' | 'clawBack' | 'lapse' | 'cancellation' | 'advance';
  /** Paid ahead of what is earned, or what takes that back: it does not count as settled. */
  readonly isAdvance: boolean;
  /** The advance of which this asks back what nobody earns any more. */
  readonly reclaims?: string;
  readonly method: SettlementTerms['method'];
  readonly treatment: TaxTerms['treatment'];
  readonly amountsStated: TaxTerms['amounts'];
  readonly currency: string;
  /** Where it is paid in another currency than it was earned in. */
  readonly payout?: PayoutRate;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
  readonly withheldMinor: bigint;
  readonly paymentDays: number;
  readonly cancels?: { readonly settlement: string; readonly reason: string };
  readonly levels: readonly ApprovalLevel[];
  readonly author: Actor;
  readonly at: Date;
  readonly lines: readonly SettlementLine[];
  readonly taxes: ReadonlyMap<string, TaxedAmount>;
};

/** What its issue adds to a settlement. */
export type SettlementIssue = {
  readonly issuedOn: LocalDate;
  readonly at: Date;
  readonly batch: number;
  /** Of a document; what lapses has none. */
  readonly document?: RebateDocument;
  readonly year?: number;
};

export type StoredSettlement = Omit<NewSettlement, 'lines' | 'taxes'> & {
  readonly state: SettlementState;
  readonly issue?: SettlementIssue & { readonly dueOn: LocalDate };
};

export type SettlementPart = { readonly person: string; readonly level?: string; readonly at: Date };

export type SettlementFilter = {
  readonly company?: string;
  readonly partner?: string;
  readonly state?: SettlementState;
  readonly limit: number;
  /** The last one of the page before. */
  readonly before?: { readonly at: Date; readonly id: string };
};

/** The document of a settlement as it was issued. */
export type IssuedDocument = {
  readonly settlement: string;
  readonly document: RebateDocument;
  /** The one with which it was issued; undefined where nobody had said anything, and of what was issued before brands stood on papers. */
  readonly brand?: number;
  /** A mirrored document has taken it back. */
  readonly isCancelled: boolean;
};

export type DocumentFilter = {
  readonly company?: string;
  readonly partner?: string;
  readonly limit: number;
  /** The last one of the page before. */
  readonly before?: { readonly issuedOn: LocalDate; readonly id: string };
};

/** What we owe by a document that stands. Units: minor, above zero. */
export type OpenPayable = {
  readonly settlement: string;
  readonly company: string;
  readonly partner: string;
  readonly currency: string;
  readonly minor: bigint;
  readonly kind: DocumentKind;
  readonly method: SettlementTerms['method'];
  readonly isAdvance: boolean;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
};

/** What was set off: of what we owe, against a document the other way or an advance; below zero it is taken back. Units: minor. */
export type SettlementOffset = {
  readonly id: string;
  readonly settlement: string;
  readonly against: string;
  readonly minor: bigint;
  readonly day: LocalDate;
  readonly at: Date;
};

export type DocumentSeries = {
  readonly company: string;
  readonly kind: DocumentKind;
  readonly series: string;
  /** `elsewhere`: another system gives the numbers. */
  readonly numberedBy: 'here' | 'elsewhere';
};

/** Who said something, and who approved it where it took the place of something else. */
export type SettingAuthors = { readonly author: string; readonly approver?: string; readonly at: Date };

/** How one kind of documents is numbered, or how a company stands on them. */
export type SettingValue =
  | { readonly about: 'series'; readonly series: Omit<DocumentSeries, 'company'> }
  | { readonly about: 'party'; readonly party: DocumentParty };

/** Another word about it, which counts once a second person has approved it. */
export type SettingChange = SettingValue & {
  readonly id: string;
  readonly company: string;
  readonly author: string;
  readonly at: Date;
  readonly decision?: {
    readonly is: 'approved' | 'rejected';
    readonly by: string;
    readonly at: Date;
    /** Why not; empty where it was approved. */
    readonly reason: string;
  };
};

export type SettlementStore = {
  /** Of the accounts of an agreement, by its code. */
  readonly recordsOf: (agreement: string) => Promise<readonly SettlementRecord[]>;
  /** What is documented with one partner, by rate; of one side and one way of stating amounts. */
  readonly taxOf: (place: {
    readonly company: string;
    readonly beneficiary: string;
    readonly currency: string;
    readonly side: SettlementSide;
    readonly amounts: TaxTerms['amounts'];
  }) => Promise<ReadonlyMap<string, TaxedAmount>>;
  /** Writes a run and all that it proposes; a second one that proposes the same fails on the unique key and is repeated. */
  readonly propose: (
    run: SettlementRun,
    outcomes: readonly SettlementOutcome[],
    settlements: readonly NewSettlement[],
  ) => Promise<void>;
  readonly runOf: (id: string) => Promise<SettlementRun | undefined>;
  readonly outcomesOf: (run: string) => Promise<readonly SettlementOutcome[]>;
  readonly get: (id: string) => Promise<StoredSettlement | undefined>;
  /** The same, locked until the end of the transaction. */
  readonly lock: (id: string) => Promise<StoredSettlement | undefined>;
  readonly linesOf: (id: string) => Promise<readonly SettlementLine[]>;
  readonly taxesOf: (id: string) => Promise<ReadonlyMap<string, TaxedAmount>>;
  /** Latest first. */
  readonly list: (filter: SettlementFilter) => Promise<readonly StoredSettlement[]>;
  readonly parts: (id: string) => Promise<readonly SettlementPart[]>;
  readonly approve: (id: string, part: SettlementPart) => Promise<void>;
  readonly move: (id: string, state: SettlementState) => Promise<void>;
  /** With the brand of now. */
  readonly issue: (id: string, issue: SettlementIssue) => Promise<void>;
  /** Adds a settlement to a run that stands: what takes another one back. */
  readonly add: (settlement: NewSettlement) => Promise<void>;
  /** The next number of a series and year; the counter is locked until commit. */
  readonly nextNumber: (company: string, series: string, year: number) => Promise<bigint>;
  readonly isNumberTaken: (company: string, number: string) => Promise<boolean>;
  /** Whether a settlement that takes this one back, or asks back what was paid ahead by it, is proposed or issued. */
  readonly isBeingCancelled: (id: string) => Promise<boolean>;
  readonly seriesOf: (company: string) => Promise<readonly DocumentSeries[]>;
  readonly setSeries: (series: DocumentSeries, by: SettingAuthors) => Promise<void>;
  readonly partyOf: (company: string) => Promise<DocumentParty | undefined>;
  readonly setParty: (company: string, party: DocumentParty, by: SettingAuthors) => Promise<void>;
  readonly proposeSetting: (change: SettingChange) => Promise<void>;
  readonly settingChange: (id: string) => Promise<SettingChange | undefined>;
  /** Of one company or of all, the latest first. */
  readonly settingChanges: (filter: {
    readonly company?: string;
    readonly waiting?: boolean;
  }) => Promise<readonly SettingChange[]>;
  readonly decideSetting: (id: string, decision: NonNullable<SettingChange['decision']>) => Promise<void>;
  /** Issued ones that have a document, the latest first; of what partners read nothing else is asked. */
  readonly documents: (filter: DocumentFilter) => Promise<readonly IssuedDocument[]>;
  readonly documentOf: (id: string) => Promise<IssuedDocument | undefined>;
  /** The legal numbers of those that have one, by id. */
  readonly numbersOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /**
   * What a partner owes us by documents that stand, those that take something back among them, and what it was paid
   * ahead, less what was set off or asked back; by due day.
   */
  readonly openAgainst: (place: {
    readonly company: string;
    readonly partner: string;
    readonly currency: string;
  }) => Promise<readonly (Omit<OpenDocument, 'agreements'> & { readonly isClawBack: boolean })[]>;
  /** What we are about to owe a partner by documents that are not issued yet, and the agreements on each. Units: minor. */
  readonly waitingOf: (place: {
    readonly company: string;
    readonly partner: string;
    readonly currency: string;
  }) => Promise<readonly { readonly agreements: readonly string[]; readonly minor: bigint }[]>;
  /** What was or is to be paid ahead of an account, less what is asked back; what was rejected or taken back is left out. */
  readonly aheadOf: (account: SettledAccount) => Promise<bigint>;
  readonly offset: (offset: SettlementOffset) => Promise<void>;
  /** What a settlement is set off against and what is set off against it, summed; what was taken back is left out. */
  readonly offsetsOf: (
    settlement: string,
  ) => Promise<readonly Pick<SettlementOffset, 'settlement' | 'against' | 'minor'>[]>;
  /** By due day, less what was set off. Payments take off what they have paid of each. */
  readonly openPayables: (filter: {
    readonly company?: string;
    readonly partner?: string;
    readonly currency?: string;
    readonly dueUntil?: LocalDate;
  }) => Promise<readonly OpenPayable[]>;
  /** What came of a document on which a partner owes us, less what was taken back. Units: minor. */
  readonly receivedOf: (settlement: string) => Promise<bigint>;
  /** Documents that stand and on which partners owe us, whose number occurs in a text. */
  readonly owedToUsIn: (
    text: string,
    of: { readonly company: string; readonly currency: string },
  ) => Promise<readonly { readonly id: string; readonly number: string }[]>;
  /** Documents in goods that no account is booked as paid by, the oldest first. */
  readonly givenUnbooked: (company: string) => Promise<readonly string[]>;
};
