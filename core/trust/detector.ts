import type { DetectorName } from './detectorName.ts';
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

/** What a history has to hold for a detector to look at anything. */
export type Need = 'lines' | Exclude<keyof History, 'today'>;

/**
 * One thing that is looked for. `begin` reads what is small (partners, agreements, claims …) and gives back whoever sees each
 * line once, in their order; `end` says what was found. A detector keeps little of a line: ten million of them pass.
 */
export type Detector = {
  readonly name: DetectorName;
  readonly version: number;
  readonly group: Finding['group'];
  readonly needs: readonly Need[];
  readonly parameters: readonly Parameter[];
  readonly begin: (history: History, parameters: Parameters) => Watch;
};

export type Watch = {
  /** Absent: the detector does not look at lines. */
  readonly see?: (line: HistoryLine) => void;
  readonly end: () => readonly Finding[];
};

/** A parameter as a detector declares it. */
export function parameter(key: string, least: number, usual: number, most: number): Parameter {
  return { key, least, most, usual };
}

/** The parameters of a detector: as a tenant set them, else as they usually are; never outside their bounds. */
export function parametersOf(detector: Detector, set: Parameters = {}): Parameters {
  return Object.fromEntries(
    detector.parameters.map(({ key, least, most, usual }) => [
      key,
      Math.min(most, Math.max(least, set[key] ?? usual)),
    ]),
  );
}
