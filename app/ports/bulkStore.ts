import type { ProposalState } from '../../core/lifecycle/proposalState.ts';

/** A spreadsheet of agreements that was handed in. */
export type Bulk = {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly rows: number;
  readonly submittedBy: string;
  readonly submittedAt: Date;
};

/** Where one of its agreements stands. */
export type BulkEntry = {
  readonly row: number;
  readonly proposal: string;
  readonly code: string;
  readonly state: ProposalState;
  readonly submission: number;
  readonly version?: number;
};

export type BulkStore = {
  readonly record: (
    bulk: Bulk,
    entries: readonly { readonly row: number; readonly proposal: string }[],
  ) => Promise<void>;
  readonly find: (id: string) => Promise<Bulk | undefined>;
  /** The same, and nobody else approves of it until this transaction ends. */
  readonly lock: (id: string) => Promise<Bulk | undefined>;
  /** In order of the agreements, in which they are locked. */
  readonly entries: (id: string) => Promise<readonly BulkEntry[]>;
};
