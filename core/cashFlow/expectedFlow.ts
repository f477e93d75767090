import type { LocalDate } from '../calendar/localDate.ts';
import type { Subject } from '../ledger/transfer.ts';

/**
 * From how far an amount has come: `accrued` has no paper yet, `claimed` is asked of a supplier, `documented`
 * stands on a document of ours, `advance` was paid ahead of what is accrued.
 */
export const FLOW_STAGES = ['accrued', 'claimed', 'documented', 'advance'] as const;
export type FlowStage = (typeof FLOW_STAGES)[number];

/** An amount that is expected on a day. Units: `minor` above zero comes to us, below zero leaves us. */
export type ExpectedFlow = {
  readonly stage: FlowStage;
  /** Who pays it or gets it. */
  readonly company: string;
  /** In whose books it stands until then, where that is another company of ours. */
  readonly borneBy?: string;
  readonly partner?: string;
  readonly subject?: Subject;
  readonly currency: string;
  readonly minor: bigint;
  readonly dueOn: LocalDate;
  /** It is settled in goods or by a deduction: no money moves. */
  readonly isCashless: boolean;
  /** It comes to us as less of what is paid on that day. */
  readonly isSetOff?: true;
};
