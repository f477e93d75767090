import type { Adjustment } from '../../core/earning/adjustment.ts';

export type AdjustmentDecision = {
  readonly is: 'approved' | 'rejected';
  readonly by: string;
  readonly at: Date;
  /** Why not; empty where it was approved. */
  readonly reason: string;
  /** From which on an approved one is known. */
  readonly batch?: number;
};

/** An adjustment as it was proposed, and what a second person made of it. */
export type StoredAdjustment = Adjustment & {
  readonly agreement: string;
  readonly currency: string;
  /** Ours alone. */
  readonly reason: string;
  /** The document of the agreement that shows it. */
  readonly document: string;
  readonly author: string;
  readonly at: Date;
  readonly decision?: AdjustmentDecision;
};

export type AdjustmentFilter = {
  readonly agreement?: string;
  readonly partner?: string;
  readonly state?: 'proposed' | 'approved' | 'rejected';
  readonly limit: number;
  /** The last one of the page before. */
  readonly after?: string;
};

export type AdjustmentStore = {
  /** The approved ones of an agreement as known at a batch, those among them that take others back; by id. */
  readonly knownAt: (agreement: string, batch: number) => Promise<readonly StoredAdjustment[]>;
  readonly propose: (adjustment: StoredAdjustment) => Promise<void>;
  readonly get: (id: string) => Promise<StoredAdjustment | undefined>;
  /** The latest first. */
  readonly list: (filter: AdjustmentFilter) => Promise<readonly StoredAdjustment[]>;
  readonly decide: (adjustment: StoredAdjustment, decision: AdjustmentDecision) => Promise<void>;
};
