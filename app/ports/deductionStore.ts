import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { DeductionEnd } from '../../core/claim/deduction.ts';
import type { WriteOffApproval } from '../../core/claim/writeOffApproval.ts';

/** What a partner paid less than we billed. Units: minor, above zero. */
export type Deduction = {
  readonly id: string;
  readonly company: string;
  readonly partner: string;
  /** What the partner calls it; unique for company and partner. */
  readonly reference: string;
  readonly day: LocalDate;
  readonly currency: string;
  readonly minor: bigint;
  readonly note?: string;
};

/** A write-off is asked for, approved on each of its levels by another person, and done; a part that ended has an amount and what it ended in. */
export type DeductionEventKind = DeductionEnd | 'writeOffAsked' | 'writeOffApproved' | 'writeOffRejected';

export type DeductionEvent = {
  readonly number: number;
  readonly kind: DeductionEventKind;
  readonly day: LocalDate;
  readonly minor: bigint;
  /** The claim that a part was matched to. */
  readonly claim?: string;
  /** The document of ours that a part was matched to. */
  readonly settlement?: string;
  /** The account that a part was matched to, without a claim. */
  readonly account?: {
    readonly agreement: string;
    readonly term: string;
    readonly participant: string;
    readonly from: LocalDate;
    readonly until: LocalDate;
  };
  readonly actor: string;
  readonly at: Date;
  readonly note?: string;
  readonly approval?: WriteOffApproval;
};

export type DeductionStore = {
  readonly register: (
    deduction: Deduction,
    by: { readonly actor: string; readonly at: Date },
  ) => Promise<void>;
  readonly find: (id: string) => Promise<Deduction | undefined>;
  /** The same, and nobody else ends a part of it until the transaction ends. */
  readonly lock: (id: string) => Promise<Deduction | undefined>;
  readonly byReference: (
    deduction: Pick<Deduction, 'company' | 'partner' | 'reference'>,
  ) => Promise<string | undefined>;
  readonly page: (filter: {
    readonly partner?: string;
    readonly limit: number;
    readonly after?: string;
  }) => Promise<readonly Deduction[]>;
  readonly events: (id: string) => Promise<readonly DeductionEvent[]>;
  /** What of deductions stands matched to a document, summed by deduction; what was taken back is left out. */
  readonly matchedTo: (
    settlement: string,
  ) => Promise<readonly { readonly deduction: string; readonly minor: bigint }[]>;
  /** Writes the event behind the last one; the deduction is locked. */
  readonly write: (id: string, event: Omit<DeductionEvent, 'number'>) => Promise<number>;
};
