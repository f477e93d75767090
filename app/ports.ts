import type { Agreement, Direction } from '../core/agreement/agreement.ts';
import type { Cause } from '../core/booking/cause.ts';
import type { LocalDate } from '../core/calendar/localDate.ts';
import type { Window } from '../core/calendar/window.ts';
import type { UnitUse } from '../core/conversion/strangeUnits.ts';
import type { AdjustmentKind } from '../core/earning/adjustment.ts';
import type { Disposition } from '../core/fact/knownLines.ts';
import type { Line, Side } from '../core/fact/line.ts';
import type { LineTexts } from '../core/fact/parseLine.ts';
import type { Origin } from '../core/ledger/transfer.ts';
import type { ApprovalRules } from '../core/lifecycle/approvalRules.ts';
import type { Master } from '../core/master/master.ts';
import type { PaymentRules } from '../core/payment/paymentRules.ts';
import type { Reach } from '../core/plan/reachOf.ts';
import type { Refusal, Result } from '../core/refusal/refusals.ts';
import type { Json } from '../core/text/canonicalJson.ts';
import type { LineColumnsBuilder } from '../engine/columnar/lineColumns.ts';
import type { Actor } from './actor.ts';
import type { AccessStore } from './ports/accessStore.ts';
import type { AdjustmentStore } from './ports/adjustmentStore.ts';
import type { AliasStore, AppliedAlias } from './ports/aliasStore.ts';
import type { AuditStore } from './ports/auditStore.ts';
import type { BankAccountStore } from './ports/bankAccountStore.ts';
import type { BankEntryStore } from './ports/bankEntryStore.ts';
import type { BrandStore } from './ports/brandStore.ts';
import type { BulkStore } from './ports/bulkStore.ts';
import type { CalendarStore } from './ports/calendarStore.ts';
import type { ClaimMessageStore } from './ports/claimMessageStore.ts';
import type { ClaimStore } from './ports/claimStore.ts';
import type { ConfirmationStore } from './ports/confirmationStore.ts';
import type { CutOverStore } from './ports/cutOverStore.ts';
import type { DeductionStore } from './ports/deductionStore.ts';
import type { DocumentStore } from './ports/documentStore.ts';
import type { DossierStore } from './ports/dossierStore.ts';
import type { ExportStore } from './ports/exportStore.ts';
import { FACT_KINDS, type FactStore } from './ports/factStore.ts';
import type { FundStore } from './ports/fundStore.ts';
import type { HierarchyStore } from './ports/hierarchyStore.ts';
import type { ImportStore } from './ports/importStore.ts';
import type { InvitationStore } from './ports/invitationStore.ts';
import type { JobStore } from './ports/jobStore.ts';
import type { LedgerStore } from './ports/ledgerStore.ts';
import type { LinePlace, LineSearch, ListedLine } from './ports/linePage.ts';
import type { MailingStore } from './ports/mailingStore.ts';
import type { MappingStore } from './ports/mappingStore.ts';
import type {
  MasterChangeKind,
  MasterTakenBack,
  MasterVersionPair,
  NamedOrphan,
} from './ports/masterChange.ts';
import type { KnownMaster, MasterPage, MasterSaid } from './ports/masterPage.ts';
import type { NoticeStore } from './ports/noticeStore.ts';
import type { PaymentStore } from './ports/paymentStore.ts';
import type { PreviewStore } from './ports/previewStore.ts';
import type { PrivacyStore } from './ports/privacyStore.ts';
import type { ProposalStore } from './ports/proposalStore.ts';
import type { PushedStore } from './ports/pushedStore.ts';
import type { ReceivedStore } from './ports/receivedStore.ts';
import type { ReportStore } from './ports/reportStore.ts';
import type { RetentionStore } from './ports/retentionStore.ts';
import type { RevisionStore } from './ports/revisionStore.ts';
import type { RulesStore } from './ports/rulesStore.ts';
import type { SealedStore } from './ports/sealedStore.ts';
import type { SearchStore } from './ports/searchStore.ts';
import type { SettlementStore } from './ports/settlementStore.ts';
import type { SsoStore } from './ports/signOn.ts';
import type { SubscriptionStore } from './ports/subscriptionStore.ts';
import type { TrustStore } from './ports/trustStore.ts';
import type { Undone, UndoStore } from './ports/undoStore.ts';
import type { ViewStore } from './ports/viewStore.ts';
import type { WebhookStore } from './ports/webhookStore.ts';

/** What time it is. A sandbox shows a movable business day instead of today. */
export type Clock = { readonly now: () => Date };

/** Identifiers for entities: UUIDv7, so that keys grow with time. */
export type Ids = { readonly next: () => string };

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The few things of the outside that use cases need. */
export type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
  /** Absent: every calculation reads its lines. */
  readonly keeper?: LineKeeper;
};

/** Keeps lines from one calculation to the next. Shape: the batch is committed. */
export type LineKeeper = {
  readonly knownAt: (tx: Tx, tenant: TenantId, batch: number, filter: LineFilter) => Promise<readonly Line[]>;
};

/** The only way to a tenant's rows: one transaction, repeated when the database asks for it. */
export type Store = {
  readonly inTenant: <T>(tenant: TenantId, work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly findTenant: (code: string) => Promise<TenantId | undefined>;
  /** For a worker: whose jobs are due, longest first, or all there are. */
  readonly tenants: (which: 'withJobs' | 'withDeeds' | 'all') => Promise<readonly TenantId[]>;
};

export type TenantId = string;

/** A tenant's tables inside one transaction, an aggregate each. */
export type Tx = {
  readonly company: CompanyStore;
  readonly batches: BatchStore;
  readonly imports: ImportStore;
  readonly received: ReceivedStore;
  readonly undo: UndoStore;
  readonly aliases: AliasStore;
  readonly mappings: MappingStore;
  readonly retention: RetentionStore;
  readonly revisions: RevisionStore;
  readonly exports: ExportStore;
  readonly lines: LineStore;
  readonly pushed: PushedStore;
  readonly master: MasterStore;
  readonly agreements: AgreementStore;
  readonly dossiers: DossierStore;
  readonly documents: DocumentStore;
  readonly proposals: ProposalStore;
  readonly approvalRules: RulesStore<ApprovalRules>;
  readonly paymentRules: RulesStore<PaymentRules>;
  readonly runs: RunStore;
  readonly bookings: BookingStore;
  readonly earnings: EarningStore;
  readonly adjustments: AdjustmentStore;
  readonly idempotency: IdempotencyStore;
  readonly audit: AuditStore;
  readonly bankAccounts: BankAccountStore;
  readonly ledger: LedgerStore;
  readonly settlements: SettlementStore;
  readonly facts: FactStore;
  readonly payments: PaymentStore;
  readonly bankEntries: BankEntryStore;
  readonly jobs: JobStore;
  readonly previews: PreviewStore;
  readonly privacy: PrivacyStore;
  readonly access: AccessStore;
  readonly invitations: InvitationStore;
  readonly sso: SsoStore;
  readonly brand: BrandStore;
  readonly calendars: CalendarStore;
  readonly cutOvers: CutOverStore;
  readonly bulks: BulkStore;
  readonly claims: ClaimStore;
  readonly messages: ClaimMessageStore;
  readonly confirmations: ConfirmationStore;
  readonly deductions: DeductionStore;
  readonly funds: FundStore;
  readonly search: SearchStore;
  readonly hierarchies: HierarchyStore;
  readonly reports: ReportStore;
  readonly mailing: MailingStore;
  readonly notices: NoticeStore;
  readonly views: ViewStore;
  readonly subscriptions: SubscriptionStore;
  readonly webhooks: WebhookStore;
  readonly sealed: SealedStore;
  readonly trust: TrustStore;
};

export type Company = {
  readonly code: string;
  readonly name: string;
  /** IANA name; "known on D" is the end of D there. */
  readonly timeZone: string;
  /** A sandbox stands on this day; undefined means the real one. */
  readonly businessDay?: LocalDate;
};

export type CompanyStore = {
  readonly all: () => Promise<readonly Company[]>;
  /** Those that have documents or claims with the partners that the transaction names, or with this one. */
  readonly own: (partner?: string) => Promise<readonly Pick<Company, 'code' | 'name'>[]>;
  /** One company, its row locked until the end of the transaction. */
  readonly lock: (company: string) => Promise<Company | undefined>;
  readonly moveBusinessDay: (company: string, day: LocalDate) => Promise<void>;
  readonly add: (company: Company) => Promise<void>;
  readonly rename: (company: string, name: string) => Promise<void>;
};

/** What a batch made known. It has one kind of facts, since what is due by it hangs on that. */
export type BatchKind =
  | 'lines'
  | 'master'
  | 'agreement'
  | 'bankAccounts'
  | 'paymentRules'
  | 'payments'
  | 'adjustments'
  | 'acceptance'
  | 'stock'
  | 'cutOver';

/** The known axis, a step for everything that one transaction made known. */
export type BatchStore = {
  /** The last committed batch number; 0 before anything is known. */
  readonly last: () => Promise<number>;
  /** Waits for whoever is taking a number, and holds the counter until commit: what is read after it, none changes. */
  readonly lock: () => Promise<void>;
  /**
   * The next number, from a counter row that stays locked until commit: number order is commit
   * order. Take it last, just before the facts are written.
   * Refuses: known-day-backwards (day, last), and then takes nothing: the known day of a tenant
   * never goes back, or a day that was read before would show something else the next time.
   */
  readonly take: (kind: BatchKind, knownOn: LocalDate, recordedAt: Date) => Promise<Result<number>>;
  /** The last number known on a day (its end); 0 where nothing was. */
  readonly knownOn: (day: LocalDate) => Promise<number>;
};

/** One row as it was received, and what our parser made of it. */
export type ReceivedRow = {
  /** Position in the file, the header not counted, from 1. */
  readonly row: number;
  readonly texts: readonly string[];
  /**
   * Where lines are told apart by occurrence: the document of the row, also of one that is no line;
   * empty where the row does not say it. A document can then be compared as a whole.
   */
  readonly document?: string;
  /** Of a row that is no line: the text of each of our fields, as far as the reader could tell. */
  readonly fields?: LineTexts;
  /** The quarantined row that this one is once more. */
  readonly repairs?: { readonly import: string; readonly row: number };
  /** What its partner and product are called, where the file says it. */
  readonly names?: Readonly<Partial<Record<'partner' | 'product', string>>>;
  /** Names of the sender that were taken for names of ours. */
  readonly aliases?: readonly AppliedAlias[];
  /** The typed line, or why there is none. */
  readonly parsed: { readonly line: Line } | { readonly refusals: readonly Refusal[] };
};

/** What tells the lines of a file apart: numbers of their own, or what they say and how often. */
export type IdentityKind = 'lineNumber' | 'occurrence';

/** What the rows of a file are. */
export const IMPORT_KINDS = ['lines', ...FACT_KINDS, 'master'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type SourceDocument = {
  readonly id: string;
  /** Lines where it is left out. */
  readonly kind?: ImportKind;
  readonly source: string;
  readonly name: string;
  /** Hex of the bytes as received. */
  readonly sha256: string;
  readonly bytes: number;
  readonly columns: readonly string[];
  readonly identity: IdentityKind;
  /** The import whose quarantined rows these are once more; it is undone with that one. */
  readonly parent?: string;
  /** The saved description that it was read by. */
  readonly mapping?: { readonly name: string; readonly version: number };
  readonly actor: string;
};

/**
 * Control totals. `quantity` adds the first quantity that each line carries, in the order of
 * QUANTITY_KINDS, whatever its unit; a row that is no line counts with zero.
 */
export type Tally = { readonly rows: number; readonly quantity: string; readonly netValue: string };

/** The reconciliation of one import: `received` equals the sum of the four dispositions. */
export type ImportSummary = {
  readonly document: SourceDocument;
  readonly batch: number;
  readonly received: Tally;
  readonly dispositions: Readonly<Record<Disposition, Tally>>;
  /** Quarantined rows by refusal code. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Partners and products that nobody knew and that came in with the file, where that was asked for. */
  readonly created?: { readonly partners: number; readonly products: number };
};

/** Which lines a calculation wants. Absent: no restriction. */
export type LineFilter = {
  readonly sides?: readonly Side[];
  readonly companies?: readonly string[];
  readonly partners?: readonly string[];
  readonly document?: string;
  /** Those with a day of their own among these, and all that take something back. */
  readonly days?: Window;
};

/** What takes in lines one by one, or column by column. */
export type LineSink = Pick<
  LineColumnsBuilder,
  'codes' | 'days' | 'amounts' | 'decimals' | 'rare' | 'push' | 'endRow' | 'count'
>;

export type LineChange = {
  readonly documents: readonly { readonly source: string; readonly document: string }[];
  readonly lines: readonly Line[];
};

export type LineStore = {
  /**
   * The lines as known at a batch: of every identity the last revision up to it, each return
   * with its original as known at the same batch, `batch` and `knownOn` filled. A line that says no
   * day of payment has the one on which its document was paid in full, as known then.
   */
  readonly knownAt: (batch: number, filter: LineFilter) => Promise<readonly Line[]>;
  /** The same lines, in no order, into columns: most of them by COPY and column by column, a line is never made of those. */
  readonly feed: (batch: number, filter: LineFilter, sink: LineSink) => Promise<void>;
  /**
   * The documents of which anything became known after one batch, up to another, and their lines as
   * known at one of the two; undefined where these are more documents than `documentsMax`, or totals without one.
   */
  readonly changedBetween: (
    span: { readonly after: number; readonly until: number; readonly knownAt: number },
    filter: LineFilter,
    documentsMax: number,
  ) => Promise<LineChange | undefined>;
  /** Lines as a partner reads them, the latest first: of the partners that the transaction names. */
  readonly own: (filter: OwnLineFilter) => Promise<readonly OwnLine[]>;
  /** Last words, those of the last batch first; `effective` is the day whose names are shown. */
  readonly page: (
    search: LineSearch,
    page: { readonly limit: number; readonly effective: LocalDate; readonly after?: LinePlace },
  ) => Promise<readonly ListedLine[]>;
  /** Of which year the newest lines of a side up to a day are. */
  readonly newestYear: (side: Side, until: LocalDate) => Promise<number | undefined>;
  /** In which units a batch has lines of which products. */
  readonly unitsOf: (batch: number) => Promise<readonly UnitUse[]>;
  /** Which of these units lines of earlier batches have; undefined where there are no such lines. */
  readonly unitsBefore: (batch: number, units: readonly string[]) => Promise<ReadonlySet<string> | undefined>;
};

export type OwnLineFilter = {
  readonly partner?: string;
  readonly product?: string;
  readonly document?: string;
  /** Both days belong to it. */
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  readonly limit: number;
  /** The last line of the page before. */
  readonly after?: Pick<Line, 'source' | 'document' | 'line'> & { readonly day: LocalDate };
};

/** What stands on the partner's own document. Numbers are decimal texts. */
export type OwnLine = Pick<
  Line,
  'source' | 'document' | 'line' | 'side' | 'partner' | 'product' | 'unit' | 'currency'
> & {
  readonly day: LocalDate;
  readonly productName: string;
  readonly kind: NonNullable<Line['kind']>;
  readonly quantity: string | null;
  readonly value: string | null;
  /** The document that it takes back of. */
  readonly returnOf?: string;
};

/** What there is master data of. */
export const MASTER_KINDS = [
  'partner',
  'product',
  'category',
  'rate',
  'price',
  'ownDocument',
  'budget',
  'plan',
  'baseline',
] as const;
export type MasterKind = (typeof MASTER_KINDS)[number];

export type MasterRow = {
  readonly kind: MasterKind;
  readonly code: string;
  readonly name: string;
  readonly validFrom?: LocalDate;
  readonly attributes: Readonly<Record<string, string>>;
};

export type MasterStore = {
  /** Adds versions that differ from what is known; gives how many. A repeated load adds none. */
  readonly changes: (rows: readonly MasterRow[]) => Promise<readonly MasterRow[]>;
  readonly append: (rows: readonly MasterRow[], batch: number) => Promise<void>;
  /** What an import of master data made known: how much of what, and the first rows of it. */
  readonly changesBy: (
    document: string,
    limit: number,
  ) => Promise<{
    readonly counts: Readonly<Record<MasterChangeKind, number>>;
    readonly rows: readonly MasterVersionPair[];
  }>;
  /** Takes an import and the repairs of its rows back, as that of lines does. */
  readonly undo: (entry: Parameters<UndoStore['undo']>[0]) => Promise<Undone>;
  /** What an undo changed, the first of it. */
  readonly takenBackBy: (batch: number, limit: number) => Promise<readonly MasterTakenBack[]>;
  /** What nobody says any more since a batch and lines that stand still name; so many of it. */
  readonly namedOrphans: (batch: number, limit: number) => Promise<readonly NamedOrphan[]>;
  readonly knownAt: (batch: number) => Promise<Master>;
  /** Of each thing the version in force, in order of kind and code. */
  readonly page: (page: MasterPage) => Promise<readonly KnownMaster[]>;
  /** Everything that was ever said of one thing, the first word first. */
  readonly versions: (kind: MasterKind, code: string) => Promise<readonly MasterSaid[]>;
};

/** An agreement as it stands in the database: its immutable text and when it became known. */
export type StoredAgreement = {
  readonly id: string;
  /** The id inside the text, unique per tenant. */
  readonly code: string;
  readonly version: number;
  readonly batch: number;
  readonly sha256: string;
  /** Canonical JSON, as recorded. */
  readonly text: string;
  readonly agreement: Agreement;
};

export type AgreementStore = {
  /**
   * A new version of the text (the first one creates the agreement); gives its number. The text
   * is JSON that decodes: another one is a fault. A known code keeps the id that it has.
   */
  readonly record: (entry: {
    readonly id: string;
    readonly code: string;
    readonly text: string;
    readonly sha256: string;
    readonly batch: number;
  }) => Promise<number>;
  /** The version in force at a batch. */
  readonly knownAt: (code: string, batch: number) => Promise<StoredAgreement | undefined>;
  readonly allKnownAt: (batch: number) => Promise<readonly StoredAgreement[]>;
  /** Those of these codes that are in force at a batch, by code. */
  readonly someKnownAt: (codes: readonly string[], batch: number) => Promise<readonly StoredAgreement[]>;
  /** Every version of one agreement, oldest first; empty where there is none. */
  readonly versions: (code: string) => Promise<readonly StoredAgreement[]>;
  /** Writes that a partner said yes to a version; the second of two at once changes nothing. */
  readonly accept: (acceptance: AgreementAcceptance, by: Actor) => Promise<void>;
  /** Under these agreements, whatever the version. */
  readonly acceptances: (codes: readonly string[]) => Promise<readonly AgreementAcceptance[]>;
};

/** That a partner has accepted a version of an agreement online. */
export type AgreementAcceptance = {
  readonly agreement: string;
  readonly version: number;
  readonly partner: string;
  /** What the person of the partner was called. */
  readonly personName: string;
  readonly acceptedAt: Date;
};

/** The last finished calculation of an agreement: what it saw. */
export type Run = {
  readonly number: number;
  readonly batch: number;
  readonly effective: LocalDate;
  readonly calculation: string;
};

export type RunStore = {
  /**
   * Marks the agreements that nothing of what became known since their last run, up to `batch`, can
   * touch: they are not due by it. Those that a worker holds are left to it; gives how many were marked.
   */
  readonly passUntouched: (batch: number, calculation: string) => Promise<number>;
  /**
   * Locks one agreement whose last run saw less than `batch` or an earlier day, passing over
   * those that another worker holds and those named; undefined where nothing else is due. `only`
   * asks for one agreement.
   */
  readonly lockDue: (
    batch: number,
    effective: LocalDate,
    passedOver: readonly string[],
    only?: string,
  ) => Promise<string | undefined>;
  /** Locks one agreement's runs, waiting for another worker. */
  readonly lock: (agreementCode: string) => Promise<void>;
  readonly last: (agreementCode: string) => Promise<Run | undefined>;
  readonly get: (agreementCode: string, number: number) => Promise<Run | undefined>;
  /** Writes a finished run, and the lines that it could look at; without them anything new makes it due. */
  readonly finish: (
    agreementCode: string,
    run: Omit<Run, 'number'>,
    at: Date,
    reach?: Reach,
  ) => Promise<number>;
  /** How many agreements are due, held or not. */
  readonly dueCount: (batch: number, effective: LocalDate) => Promise<number>;
  /** Which ones they are. */
  readonly due: (batch: number, effective: LocalDate) => Promise<readonly string[]>;
};

/** Where differences are booked: one account per beneficiary, window and kind of amount. */
export type BookingAccount = {
  readonly agreement: string;
  readonly term: string;
  readonly partner: string;
  readonly window: Window;
  readonly kind: BalanceKind;
  readonly currency: string;
  /** The company of ours that bears it; of what is earned none. */
  readonly company: string;
};

/**
 * What the contract gives, what the books take for it, what stands on documents, and what was paid:
 * never added up. Source: rulings R1.
 */
export const BALANCE_KINDS = ['earned', 'recognised', 'settled', 'paid'] as const;
export type BalanceKind = (typeof BALANCE_KINDS)[number];

export type BookedBalance = {
  readonly account: BookingAccount;
  readonly minor: bigint;
  readonly lastNumber: number;
};

export type NewBooking = {
  readonly account: BookingAccount;
  /** Last number + 1, as read under the account's lock. */
  readonly number: number;
  readonly deltaMinor: bigint;
  readonly causes: readonly { readonly cause: Cause; readonly minor: bigint }[];
};

/** What bookings come from: a calculation, or another deed such as a settlement, by its id. */
export type BookingOrigin = { readonly run: Run } | { readonly deed: Origin };

/** One that a calculation made. */
/** What a claim, a settlement or a payment has booked. */
export type DeedBooking = Omit<NewBooking, 'causes'> & {
  readonly origin: { readonly kind: string; readonly id: string };
  readonly bookedAt: Date;
};

export type Booking = NewBooking & { readonly run: Run; readonly bookedAt: Date };

export type BookingStore = {
  /** Locks the agreement's accounts of every kind and gives their balances. */
  readonly balances: (agreementCode: string) => Promise<readonly BookedBalance[]>;
  /** Gives them as they are committed, without keeping anybody from booking. */
  readonly balancesUnlocked: (agreementCode: string) => Promise<readonly BookedBalance[]>;
  /**
   * Inserts, and gives the ids in the order of the bookings; a second writer with the same number fails
   * on the unique key and is repeated. What is settled or paid has a deed for its cause, and no others.
   */
  readonly post: (
    bookings: readonly NewBooking[],
    origin: BookingOrigin,
    at: Date,
  ) => Promise<readonly string[]>;
  /** Those of an account of what is earned or recognised. */
  readonly of: (account: BookingAccount) => Promise<readonly Booking[]>;
  /** Those of an account of what is settled or paid, each with the deed that it comes from. */
  readonly ofDeeds: (account: BookingAccount) => Promise<readonly DeedBooking[]>;
};

/** A part of an adjustment without our reason. Days and amounts are texts, in major units of the earning's currency. */
export type ShownAdjustment = {
  readonly kind: AdjustmentKind;
  readonly countsFrom: string;
  readonly amount: string;
  readonly wording?: string;
  readonly expiresOn?: string;
  /** It takes another one back. */
  readonly isWithdrawal: boolean;
};

/** The last calculated state of one account; derived, so it may be rewritten at any time. */
export type EarningRow = {
  /** Name-based UUID of the account. */
  readonly id: string;
  readonly account: BookingAccount;
  readonly agreementName: { readonly en: string; readonly 'zh-CN': string };
  readonly direction: Direction;
  readonly partnerName: string;
  readonly earnedMinor: bigint;
  /** Of it: approved beside the terms. */
  readonly adjustedMinor: bigint;
  /** The same part by part, as its partner may read it; undefined of what was calculated before parts were kept. */
  readonly adjustments?: readonly ShownAdjustment[] | undefined;
  /** 0: no tier reached. */
  readonly tier: number;
  readonly run: Run;
  /** Tier ladder, measures and the distance to the next tier, as the page draws them. */
  readonly progress: Json;
  readonly blockedLines: number;
  /** Where it is shown to its partner. */
  readonly own?: OwnStanding;
};

/** What a partner is told of an earning of its own beside the row. Units: minor. */
export type OwnStanding = MoneyMoved & {
  /** The window has ended: what counts in it is there, but for late lines and returns. */
  readonly isOver: boolean;
  /** Its term goes by what is internal to us: how it is worked out is not shown. */
  readonly isWithheld: boolean;
};

/** Where a row stands in the order of the list: amount, then what tells equal amounts apart. */
export type EarningPlace = {
  readonly earnedMinor: bigint;
  readonly partner: string;
  readonly agreement: string;
  readonly term: string;
  readonly window: Window;
  readonly id: string;
};

export type EarningFilter = {
  readonly agreement?: string;
  readonly partner?: string;
  /** Only amounts that lines are missing of. */
  readonly isIncomplete?: boolean;
  readonly limit: number;
  /** The last row of the page before. */
  readonly after?: EarningPlace;
};

/** What a whole selection adds up to, never across directions or currencies. */
export type EarningTotal = {
  readonly direction: EarningRow['direction'];
  readonly currency: string;
  readonly earnedMinor: bigint;
  readonly rows: number;
  /** Where it is shown to partners. */
  readonly own?: MoneyMoved;
};

export type EarningStore = {
  /** Puts the agreement's earnings in the place of those of its earlier run. */
  readonly replace: (
    agreementCode: string,
    rows: readonly Omit<EarningRow, 'partnerName'>[],
  ) => Promise<void>;
  /** Largest amount first, then by partner, agreement, term and window. */
  readonly list: (filter: EarningFilter) => Promise<{
    readonly rows: readonly EarningRow[];
    /** Whether rows follow behind these. */
    readonly hasMore: boolean;
    readonly total: number;
    readonly totals: readonly EarningTotal[];
  }>;
  readonly get: (id: string) => Promise<EarningRow | undefined>;
  /** What of these earnings is on documents and what is paid, by their ids; one without either is not in it. */
  readonly moneyOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, MoneyMoved>>;
  /** The same of a whole selection, by direction and currency. */
  readonly moneyMoved: (
    filter: Pick<EarningFilter, 'agreement' | 'partner'>,
  ) => Promise<readonly (Pick<EarningTotal, 'direction' | 'currency'> & MoneyMoved)[]>;
  /** What was earned in windows that end in each of the last months up to a day, by direction and currency. */
  readonly byMonth: (asked: {
    readonly until: LocalDate;
    readonly months: number;
  }) => Promise<readonly MonthEarned[]>;
  /** Under which agreements partners have earnings. */
  readonly agreementsOf: (
    partners: readonly string[],
  ) => Promise<readonly { readonly agreement: string; readonly partner: string }[]>;
};

/** `month` is its first day. Units: minor. */
export type MonthEarned = Pick<EarningTotal, 'direction' | 'currency'> & {
  readonly month: LocalDate;
  readonly earnedMinor: bigint;
};

/** Units: minor. */
export type MoneyMoved = { readonly settledMinor: bigint; readonly paidMinor: bigint };

export type IdempotencyStore = {
  /**
   * The stored answer to a key, or undefined after having taken the key for this transaction.
   * The row is locked: a second caller with the same key waits for the first to end.
   */
  readonly claim: (
    key: string,
    requestHash: string,
    at: Date,
  ) => Promise<{ readonly requestHash: string; readonly answer: Json } | undefined>;
  readonly answer: (key: string, answer: Json) => Promise<void>;
  /** Lets go of keys that were taken more than so many days ago, so many keys at once at most. */
  readonly forget: (old: { readonly now: Date; readonly days: number }, limit: number) => Promise<void>;
};
