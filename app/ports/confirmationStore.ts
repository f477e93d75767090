import type { Direction } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { ConfirmationEventKind } from '../../core/claim/confirmation.ts';

/** A balance that a partner was asked to confirm, as the books had it at a batch. Units: minor. */
export type BalanceConfirmation = {
  readonly id: string;
  readonly partner: string;
  readonly company: string;
  readonly direction: Direction;
  readonly currency: string;
  readonly asOf: LocalDate;
  readonly batch: number;
  readonly earned: bigint;
  readonly settled: bigint;
  readonly paid: bigint;
  readonly sentBy: string;
  readonly at: Date;
};

export type ConfirmationPaper = {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
};

export type ConfirmationEvent = {
  readonly number: number;
  readonly kind: ConfirmationEventKind;
  readonly day: LocalDate;
  /** What the partner says that is open, where it contests. Units: minor. */
  readonly minor?: bigint;
  /** Who looks after it. */
  readonly person?: string;
  readonly note?: string;
  /** Hash of the answer that was filed. */
  readonly sha256?: string;
  readonly actor: string;
  readonly at: Date;
};

export type ConfirmationFilter = {
  readonly partner?: string;
  /** Only those that nobody has answered. */
  readonly isWaiting?: boolean;
  readonly limit: number;
  readonly after?: string;
};

export type ConfirmationStore = {
  readonly send: (confirmation: BalanceConfirmation) => Promise<void>;
  readonly find: (id: string) => Promise<BalanceConfirmation | undefined>;
  /** The same, and nobody else adds an event until the transaction ends. */
  readonly lock: (id: string) => Promise<BalanceConfirmation | undefined>;
  /** By id: in the order in which they were asked. */
  readonly page: (filter: ConfirmationFilter) => Promise<readonly BalanceConfirmation[]>;
  readonly events: (id: string) => Promise<readonly ConfirmationEvent[]>;
  readonly write: (
    id: string,
    event: Omit<ConfirmationEvent, 'sha256'>,
    paper?: ConfirmationPaper,
  ) => Promise<void>;
  readonly paper: (id: string, event: number) => Promise<ConfirmationPaper | undefined>;
  /** Codes of agreements on which something is booked for a partner. */
  readonly agreementsOf: (partner: string) => Promise<readonly string[]>;
};
