import type { AccountDecision } from '../../core/bank/accountChange.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Sealed } from './keyRing.ts';

/** A version of where a partner is paid: from a day on, known from a batch on. */
export type BankAccountVersion = {
  readonly partner: string;
  readonly validFrom: LocalDate;
  readonly batch: number;
  /** Undefined: no account from that day on. */
  readonly sealed: Sealed | undefined;
};

/** Who said or decided something, as the audit trail writes it, and when. */
type By = { readonly by: string; readonly at: Date };

/** A version with who said it, and what a second person made of it. */
export type BankAccountChange = BankAccountVersion & {
  /** Undefined for versions from before changes were controlled. */
  readonly said?: By;
  readonly decision: AccountDecision;
  readonly decided?: By & { readonly reason: string };
};

export type NewAccountDecision = By & {
  readonly is: 'approved' | 'rejected';
  /** Of an approval: the first day on which something is paid to the account. */
  readonly payableFrom?: LocalDate;
  readonly reason: string;
  /** The batch in which the decision becomes known. */
  readonly batch: number;
};

export type BankAccountStore = {
  readonly isPartnerKnown: (partner: string) => Promise<boolean>;
  /** Of each day the last version up to a batch that is not rejected by then, the earliest day first. */
  readonly knownAt: (partner: string, batch: number) => Promise<readonly BankAccountChange[]>;
  readonly append: (version: BankAccountVersion, said: By) => Promise<void>;
  /** What was said in a batch, locked until the end of the transaction. */
  readonly lockChange: (partner: string, batch: number) => Promise<BankAccountChange | undefined>;
  readonly decide: (version: BankAccountVersion, decision: NewAccountDecision) => Promise<void>;
  /** What was said of accounts, the latest first. */
  readonly changes: (filter: {
    readonly partner?: string;
    /** Only those that nobody has decided. */
    readonly waiting: boolean;
    readonly before?: number;
    readonly limit: number;
  }) => Promise<readonly BankAccountChange[]>;
};
