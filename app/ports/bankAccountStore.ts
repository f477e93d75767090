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

export type BankAccountStore = {
  readonly isPartnerKnown: (partner: string) => Promise<boolean>;
  /** Of each day the last version up to a batch, the earliest day first. */
  readonly knownAt: (partner: string, batch: number) => Promise<readonly BankAccountVersion[]>;
  readonly append: (version: BankAccountVersion) => Promise<void>;
  /** Versions that are sealed with another key, locked until the end of the transaction. */
  readonly lockOthers: (key: string, limit: number) => Promise<readonly BankAccountVersion[]>;
  readonly reseal: (version: BankAccountVersion) => Promise<void>;
  /** How many versions each key has sealed. */
  readonly countByKey: () => Promise<ReadonlyMap<string, number>>;
};
