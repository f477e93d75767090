import type { Condition } from '../../core/agreement/agreement.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { MET, MISSED, OUTSIDE, STRANGER } from './memberFlags.ts';
import { lineAttribute, type Placement } from './placedLines.ts';
import type { StatementValues } from './statement.ts';

const ROOM = 'line.';

/** The flags that a line earns by what it says itself, of the line `l` and its original `o`; "0" where nothing is asked. */
export function lineFlags(
  { participants, term: { eligibility } }: PlanTerm,
  wheres: readonly (readonly Condition[])[],
  placement: Placement,
  values: StatementValues,
): string {
  const isMet = (condition: Condition) => isMetBy(condition, placement, values);
  const flags = [
    ...onLine(participants).map((condition) => flag(`NOT ${isMet(condition)}`, STRANGER)),
    ...onLine(eligibility.include).map((condition) => flag(`NOT ${isMet(condition)}`, MISSED)),
    ...onLine(eligibility.exclude).map((condition) => flag(isMet(condition), MET)),
    ...wheres.flatMap((where, at) =>
      onLine(where).map((condition) => flag(`NOT ${isMet(condition)}`, OUTSIDE << at)),
    ),
  ];
  return flags.length === 0 ? '0' : flags.join(' | ');
}

function onLine(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.filter(({ attribute }) => attribute.startsWith(ROOM));
}

function flag(test: string, bit: number): string {
  return `CASE WHEN ${test} THEN ${bit} ELSE 0 END`;
}

/** As `meets`; `under` is not asked here (`whyAsked`), and counts for met. */
function isMetBy(condition: Condition, placement: Placement, values: StatementValues): string {
  const value = lineAttribute(condition.attribute.slice(ROOM.length), placement);
  if ('in' in condition) return `coalesce(${value} = ANY (${values.add(condition.in, 'text[]')}), false)`;
  if ('notIn' in condition) {
    return `coalesce(${value} <> ALL (${values.add(condition.notIn, 'text[]')}), true)`;
  }
  return 'true';
}
