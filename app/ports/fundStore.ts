import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { ActivityEvent } from '../../core/fund/activityStanding.ts';
import type { Activity, Fund } from '../../core/fund/fund.ts';
import type { FundStanding } from '../../core/fund/fundDeeds.ts';

export type StoredFund = Fund & FundStanding & { readonly id: string };

export type RecordedActivity = Activity & { readonly requestedBy: string };

export type RecordedActivityEvent = ActivityEvent & {
  readonly actor: string;
  readonly at: Date;
  /** Of a cost that was claimed: what it came to. Units: minor. */
  readonly costMinor?: bigint;
  /** Of a settlement: by which document or payment; of a claim: the file that proves it, by its hash. */
  readonly reference?: string;
  readonly note?: string;
};

/** The bytes of a proof. */
export type FundProof = {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
};

export type FundStore = {
  readonly open: (
    fund: Fund & { readonly id: string },
    by: { readonly actor: string; readonly at: Date },
  ) => Promise<void>;
  readonly list: () => Promise<readonly StoredFund[]>;
  readonly find: (code: string) => Promise<StoredFund | undefined>;
  /** The same, and nobody else takes of it until the transaction ends. */
  readonly lock: (code: string) => Promise<StoredFund | undefined>;
  /** What it keeps and what it has paid from now on; the database refuses more than the budget. */
  readonly keep: (fund: string, standing: FundStanding) => Promise<void>;
  readonly request: (activity: RecordedActivity, at: Date) => Promise<void>;
  readonly activity: (id: string) => Promise<RecordedActivity | undefined>;
  readonly activities: (fund: string) => Promise<readonly RecordedActivity[]>;
  readonly events: (
    activities: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly RecordedActivityEvent[]>>;
  /** Writes an event; its number is one more than the last, under the lock of the fund. */
  readonly write: (activity: string, event: RecordedActivityEvent, proof?: FundProof) => Promise<void>;
  readonly proof: (activity: string, event: number) => Promise<FundProof | undefined>;
  /** Activities of a fund that ended before a day. */
  readonly endedBefore: (fund: string, day: LocalDate) => Promise<readonly RecordedActivity[]>;
};
