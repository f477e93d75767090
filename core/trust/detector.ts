import type { Finding } from './finding.ts';
import type { History, HistoryLine } from './history.ts';

/** A number that a tenant may set; whole, in the unit that its description names. */
export type Parameter = {
  readonly key: string;
  readonly least: number;
  readonly most: number;
  readonly usual: number;
};
export type Parameters = Readonly<Record<string, number>>;

/**
 * One thing that is looked for. `begin` reads what is small (partners, agreements, claims …) and gives back whoever sees each
 * line once, in their order; `end` says what was found. A detector keeps little of a line: ten million of them pass.
 */
export type Detector = {
  readonly name: string;
  readonly version: number;
  readonly group: Finding['group'];
  readonly parameters: readonly Parameter[];
  readonly begin: (history: History, parameters: Parameters) => Watch;
};

export type Watch = {
  /** Absent: the detector does not look at lines. */
  readonly see?: (line: HistoryLine) => void;
  readonly end: () => readonly Finding[];
};
