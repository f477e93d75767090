import type { CaseDecision } from './caseState.ts';
import type { Finding } from './finding.ts';

/** A finding of a decided case. */
export type DecidedFinding = Pick<Finding, 'detector' | 'object' | 'id'> & {
  readonly decision: CaseDecision;
};

/** What other parameters would have found: of what people have decided since, and what nobody has looked at. */
export type BackTested = {
  readonly detector: string;
  readonly found: number;
  readonly confirmed: number;
  readonly falseAlarms: number;
  readonly unknown: number;
  /** Confirmed cases that it would not have found. */
  readonly missed: number;
};

/** By detector, in the order of their names. A finding counts once for each object, whatever else it says. */
export function backTested(
  findings: readonly Pick<Finding, 'detector' | 'object' | 'id'>[],
  decided: readonly DecidedFinding[],
): readonly BackTested[] {
  const found = Map.groupBy(findings, ({ detector }) => detector);
  const judged = Map.groupBy(decided, ({ detector }) => detector);
  const names = [...new Set([...found.keys(), ...judged.keys()])].sort();
  return names.map((detector) => {
    const keys = new Set((found.get(detector) ?? []).map(keyOf));
    const right = keysOf(judged.get(detector) ?? [], 'confirmed');
    const wrong = keysOf(judged.get(detector) ?? [], 'falseAlarm');
    const all = [...keys];
    const confirmed = all.filter((key) => right.has(key)).length;
    const falseAlarms = all.filter((key) => wrong.has(key) && !right.has(key)).length;
    const unknown = keys.size - confirmed - falseAlarms;
    return { detector, found: keys.size, confirmed, falseAlarms, unknown, missed: right.size - confirmed };
  });
}

function keysOf(decided: readonly DecidedFinding[], of: CaseDecision): Set<string> {
  return new Set(decided.filter(({ decision }) => decision === of).map(keyOf));
}

function keyOf({ object, id }: Pick<Finding, 'object' | 'id'>): string {
  return `${object} ${id}`;
}
