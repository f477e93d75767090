import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Claim, Claimant, ClaimLine } from '../../core/claim/claim.ts';
import type { ClaimEvent } from '../../core/claim/claimEvent.ts';
import type { Move, Position } from '../../core/claim/standing.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';

/** A claim as it lies in the database. */
export type StoredClaim = Claim & {
  /** Of the calculation that it was made from; undefined where the partner claimed. */
  readonly run?: number;
  readonly lastEvent: number;
};

/** An event with what we keep beside it, which no partner sees. */
export type RecordedEvent = ClaimEvent & {
  readonly actor: string;
  readonly at: Date;
  readonly note?: string;
};

/** A claim line on its agreement, with what of it was refused since. */
export type ClaimedLine = ClaimLine & {
  readonly claim: string;
  readonly reference: string;
  readonly claimant: Claimant;
  readonly partner: string;
  readonly currency: string;
  readonly refused: bigint;
};

export type ClaimFilter = {
  readonly partner?: string;
  readonly agreement?: string;
  readonly claimant?: Claimant;
  /** Claims with a line on what this term, for this partner, or in the window that begins on this day, has earned; one line fits all. */
  readonly term?: string;
  readonly participant?: string;
  readonly firstDay?: LocalDate;
  readonly limit: number;
  /** The id of the last claim of the page before; ids grow with time. */
  readonly after?: string;
};

/** Raising claims when a window is over; writing reminders down when they are due. */
export const CLAIM_DUTIES = ['claims', 'reminders'] as const;
export type ClaimDuty = (typeof CLAIM_DUTIES)[number];

/** What a company decides by itself in one currency. Units: minor, percent points, days. */
export type ClaimRule = {
  readonly company: string;
  readonly currency: string;
  readonly version: number;
  readonly toleranceMinor: bigint;
  readonly tolerancePercent: Decimal;
  readonly writeOffMinor: bigint;
  /** Days after the day on which it was due, rising. */
  readonly remindAfterDays: readonly number[];
  /** What a worker does on its day without being asked. */
  readonly byItself: readonly ClaimDuty[];
  /** How long an answer may take; undefined: silence means nothing. */
  readonly answerDays?: number;
  readonly setBy: string;
  readonly at: Date;
};

/** A document that proves a claim, without its bytes. */
export type ClaimProof = {
  readonly id: string;
  readonly claim: string;
  /** The event by which it was attached. */
  readonly event: number;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
};

/** That a supplier has accepted a version of an agreement, as a document of the agreement shows. */
export type SupplierAcceptance = {
  readonly agreement: string;
  readonly version: number;
  readonly acceptedOn: LocalDate;
  readonly acceptedBy: string;
  readonly document: string;
  readonly recordedBy: string;
  readonly at: Date;
  readonly batch: number;
};

/** Why an account, or a whole agreement, was not claimed. */
export type LeftOut = {
  readonly id: string;
  readonly agreement: string;
  /** The account as one text; empty where it is the whole agreement. */
  readonly place: string;
  readonly number: number;
  /** Since when it is so. */
  readonly since: LocalDate;
  /** Undefined: it is left out no more. */
  readonly why?: Refusal;
};

export type LeftOutNow = LeftOut & { readonly why: Refusal };

/** What became of a claim, as both sides may know it: without who did it and what they wrote. Units: minor. */
export type ClaimWay = {
  /** What each event has brought where, in their order. */
  readonly steps: readonly { readonly day: LocalDate; readonly to: Position; readonly minor: bigint }[];
  /** Documents that were issued since for the same accounts, in the order of issue. */
  readonly documents: readonly {
    readonly settlement: string;
    readonly number: string;
    readonly issuedOn: LocalDate;
    readonly dueOn: LocalDate;
  }[];
};

export type ClaimStore = {
  /**
   * Writes a claim with its lines, once; an agreement that is not there is a fault, and so is a number that
   * another claim of the claimant on the agreement has.
   */
  readonly send: (
    claim: Claim & { readonly run?: number },
    by: { readonly number: number; readonly actor: string; readonly at: Date },
  ) => Promise<void>;
  readonly find: (id: string) => Promise<StoredClaim | undefined>;
  /** The same, and nobody else adds an event until the transaction ends. */
  readonly lock: (id: string) => Promise<StoredClaim | undefined>;
  readonly byReference: (
    claim: Pick<Claim, 'company' | 'claimant' | 'partner' | 'reference'>,
  ) => Promise<string | undefined>;
  /** Claims of ours in a currency whose references occur somewhere in a text, in whatever case. */
  readonly occurringIn: (
    text: string,
    of: Pick<Claim, 'company' | 'currency'>,
  ) => Promise<readonly Pick<Claim, 'id' | 'reference'>[]>;
  /** By id: in the order in which they were recorded. */
  readonly page: (filter: ClaimFilter) => Promise<readonly StoredClaim[]>;
  /** Moves of these claims up to the end of a day, in their order. */
  readonly moves: (
    claims: readonly string[],
    day?: LocalDate,
  ) => Promise<ReadonlyMap<string, readonly Move[]>>;
  /** At the end of a day, or now. */
  readonly way: (claim: string, day?: LocalDate) => Promise<ClaimWay>;
  readonly events: (claim: string) => Promise<readonly RecordedEvent[]>;
  /** Writes the event behind the last one, and its moves. */
  readonly write: (claim: StoredClaim, event: Omit<RecordedEvent, 'number'>) => Promise<number>;
  /** Every line that was claimed on an agreement, or on what one took part in it, in the order in which the claims were recorded. */
  readonly claimedOn: (agreement: string, participant?: string) => Promise<readonly ClaimedLine[]>;
  /** What was said last of each place of an agreement. */
  readonly leftOutOf: (agreement: string) => Promise<readonly LeftOut[]>;
  /** What is left out now, by id: in the order in which it came up. */
  readonly leftOut: (
    filter: Pick<ClaimFilter, 'agreement' | 'limit' | 'after'>,
  ) => Promise<readonly LeftOutNow[]>;
  /** Codes of the agreements of which something is left out now. */
  readonly agreementsLeftOut: () => Promise<readonly string[]>;
  readonly leaveOut: (entry: LeftOut, by: { readonly actor: string; readonly at: Date }) => Promise<void>;
  readonly addProof: (proof: ClaimProof, content: Uint8Array) => Promise<void>;
  readonly proofs: (claim: string) => Promise<readonly ClaimProof[]>;
  readonly proof: (id: string) => Promise<(ClaimProof & { readonly content: Uint8Array }) | undefined>;
  /** Of each version of an agreement at most one; a document that is none of its own is a fault. */
  readonly accept: (acceptance: SupplierAcceptance) => Promise<void>;
  readonly acceptances: (agreement: string) => Promise<readonly SupplierAcceptance[]>;
  readonly rule: (company: string, currency: string) => Promise<ClaimRule | undefined>;
  readonly setRule: (rule: Omit<ClaimRule, 'version'>) => Promise<number>;
};
