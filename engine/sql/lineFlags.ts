import type { Condition } from '../../core/agreement/agreement.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { MET, MISSED, OUTSIDE, STRANGER } from './memberFlags.ts';
import type { StatementValues } from './statement.ts';

const ROOM = 'line.';

/** The attributes of lines that a term asks for. */
export function namesAsked({ participants, term: { eligibility }, slots }: PlanTerm): string[] {
  const { include, exclude } = eligibility;
  const wheres = slots.flatMap(({ where }) => where);
  return onLine([...participants, ...include, ...exclude, ...wheres]).map(nameOf);
}

/** The flags that a placed line earns by what it says itself (`said`, in the order of `names`); "0" where nothing is asked. */
export function lineFlags(
  { participants, term: { eligibility } }: PlanTerm,
  wheres: readonly (readonly Condition[])[],
  names: readonly string[],
  values: StatementValues,
): string {
  const isMet = (condition: Condition) =>
    isMetBy(condition, `said[${names.indexOf(nameOf(condition)) + 1}]`, values);
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

function nameOf({ attribute }: Condition): string {
  return attribute.slice(ROOM.length);
}

function onLine(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.filter(({ attribute }) => attribute.startsWith(ROOM));
}

function flag(test: string, bit: number): string {
  return `CASE WHEN ${test} THEN ${bit} ELSE 0 END`;
}

/** As `meets`; `under` is not asked here (`whyAsked`), and counts for met. */
function isMetBy(condition: Condition, value: string, values: StatementValues): string {
  if ('in' in condition) return `coalesce(${value} = ANY (${values.add(condition.in, 'text[]')}), false)`;
  if ('notIn' in condition) {
    return `coalesce(${value} <> ALL (${values.add(condition.notIn, 'text[]')}), true)`;
  }
  return 'true';
}
