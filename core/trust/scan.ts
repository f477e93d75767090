import { compareTexts } from '../text/compareTexts.ts';
import { type Detector, type Need, type Parameters, parametersOf } from './detector.ts';
import type { DetectorName } from './detectorName.ts';
import { DETECTORS } from './detectors.ts';
import type { Finding } from './finding.ts';
import type { History, HistoryLine } from './history.ts';

/** A detector that looked at nothing, and what the history does not hold. */
export type Idle = { readonly detector: DetectorName; readonly lacks: readonly Need[] };

/** Findings from the strongest; same history, same order. */
export type ScanResult = {
  readonly findings: readonly Finding[];
  readonly idle: readonly Idle[];
  readonly lines: number;
};

export type Scan = {
  /** Lines come in the order of partner, day, document and line. */
  readonly see: (line: HistoryLine) => void;
  readonly end: () => ScanResult;
};

/** Parameters by the name of the detector; what is not set is as usual. */
export function beginScan(
  history: History,
  set: Readonly<Partial<Record<DetectorName, Parameters>>> = {},
  detectors: readonly Detector[] = DETECTORS,
): Scan {
  const lacks = new Map(
    detectors.map((one) => [one.name, one.needs.filter((need) => isMissing(history, need))]),
  );
  const working = detectors.filter((one) => lacks.get(one.name)?.length === 0);
  const watches = working.map((one) => one.begin(history, parametersOf(one, set[one.name])));
  const seers = watches.flatMap(({ see }) => (see === undefined ? [] : [see]));
  let lines = 0;
  const see = (line: HistoryLine) => {
    if (line.day > history.today) return;
    lines += 1;
    for (const one of seers) one(line);
  };
  const end = () => {
    const idle = detectors.flatMap((one): Idle[] => {
      const missing = [
        ...(lacks.get(one.name) ?? []),
        ...(lines === 0 && one.needs.includes('lines') ? ['lines' as const] : []),
      ];
      return missing.length === 0 ? [] : [{ detector: one.name, lacks: missing }];
    });
    return { findings: watches.flatMap((watch) => watch.end()).sort(strongestFirst), idle, lines };
  };
  return { see, end };
}

function isMissing(history: History, need: Need): boolean {
  return need !== 'lines' && history[need].length === 0;
}

function strongestFirst(a: Finding, b: Finding): number {
  return (
    b.score - a.score ||
    (b.minor ?? 0) - (a.minor ?? 0) ||
    compareTexts(a.detector, b.detector) ||
    compareTexts(a.id, b.id) ||
    (a.day ?? 0) - (b.day ?? 0) ||
    compareTexts(JSON.stringify(a.evidence), JSON.stringify(b.evidence))
  );
}
