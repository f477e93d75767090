import type { LocalDate } from '../calendar/localDate.ts';
import type { DetectorName } from './detectorName.ts';

/** What a finding is about: it is found again by kind and id in what the detector read. */
export const FOUND_OBJECTS = [
  'line',
  'claim',
  'claimLine',
  'settlement',
  'payment',
  'bankChange',
  'approval',
  'adjustment',
  'partner',
  'agreement',
  'earning',
  'product',
] as const;
export type FoundObject = (typeof FOUND_OBJECTS)[number];

/** One thing that shows it: a record and what stands in it, so that a person can look it up and judge. */
export type Evidence = {
  readonly object: FoundObject;
  readonly id: string;
  /** Field names and what they hold, as text; a detector's words explain them. */
  readonly facts: Readonly<Record<string, string>>;
};

/**
 * A suspicion or a leak. Same history, same findings: no clock and no chance. `score` is a whole number from 1 to 1000,
 * how strongly the detector holds it; `minor` is the money at stake in `currency`, where it can be said.
 * Ids: a line is `source/document/line`, a claim line `claim/number`, an earning `agreement/partner/from`,
 * with days as YYYY-MM-DD; everything else by its own code.
 */
export type Finding = {
  /** Detector and its version: `pullForward`, 1. */
  readonly detector: DetectorName;
  readonly version: number;
  readonly group: 'fraud' | 'leakage';
  readonly object: FoundObject;
  readonly id: string;
  /** Whom it concerns, and when it happened. */
  readonly partner?: string;
  readonly agreement?: string;
  readonly day?: LocalDate;
  readonly score: number;
  readonly minor?: number;
  readonly currency?: string;
  readonly evidence: readonly Evidence[];
};
