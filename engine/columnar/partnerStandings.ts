import type { Condition } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { contains, type Window } from '../../core/calendar/window.ts';
import { ALWAYS } from '../../core/plan/everMembers.ts';
import type { Exclusion } from '../../core/plan/matchLine.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { isEver } from './membersOf.ts';
import type { Stretch } from './stretches.ts';

/** Days on which lines of a partner stand alike: it takes part, it does not, or only core can tell. */
export type Standing = Window & { readonly is: 'member' | 'stranger' | 'asked' };

/** Whether something is asked of a line before its partner, so that core looks at every one of them. */
export function isAskedFirst({ participants, term }: PlanTerm): boolean {
  const { payment, submission } = term.eligibility;
  return payment !== 'any' || submission !== 'any' || !participants.every(isOnPartner);
}

function isOnPartner({ attribute }: Condition): boolean {
  return attribute.startsWith('partner.');
}

/** What lines of partners that do not take part end as; undefined where that differs from line to line. */
export function strangersEnd(planned: PlanTerm): Exclusion | undefined {
  const { participants, term } = planned;
  const isIncluded = term.eligibility.include.some(isOnPartner);
  if (isAskedFirst(planned) || term.eligibility.exclude.some(isOnPartner)) return undefined;
  if (participants.length > 0) return isIncluded ? undefined : 'notParticipant';
  return 'conditionNotMet';
}

/** The days on which each partner of the columns takes part: all of them, or those that do on some day. */
export function partnersOf(
  { partners }: PlanTerm,
  codes: ReadonlyMap<string, number>,
  isAll: boolean,
): Map<number, readonly Window[]> {
  const found = new Map<number, readonly Window[]>();
  if (!isAll && !partners.others) {
    for (const [text, days] of partners.days) {
      const code = days.length === 0 ? undefined : codes.get(text);
      if (code !== undefined) found.set(code, days);
    }
    return found;
  }
  for (const [text, code] of codes) {
    const days = partners.days.get(text) ?? (partners.others ? ALWAYS : []);
    if (isAll || days.length > 0) found.set(code, days);
  }
  return found;
}

/** How a partner stands on the days of a stretch, in order and without a gap. */
export function standingsIn(
  planned: PlanTerm,
  stretch: Stretch,
  days: readonly Window[],
  effective: LocalDate,
): readonly Standing[] {
  const { from, until, pays } = stretch;
  const { attributesAsOf } = planned.term.eligibility;
  if (isAskedFirst(planned)) return [{ from, until, is: 'asked' }];
  if (isEver(days)) return [{ from, until, is: 'member' }];
  if (attributesAsOf === 'transaction') return byDay(stretch, days);
  const asked = pays.map((window) =>
    attributesAsOf === 'current' ? Number.MAX_SAFE_INTEGER : Math.min(window.until - 1, effective),
  );
  const answers = new Set(asked.map((day) => days.some((window) => contains(window, day))));
  if (answers.size > 1) return [{ from, until, is: 'asked' }];
  return [{ from, until, is: answers.has(true) ? 'member' : 'stranger' }];
}

function byDay({ from, until }: Window, days: readonly Window[]): Standing[] {
  const standings: Standing[] = [];
  let at = from;
  for (const window of days) {
    const [first, last] = [Math.max(window.from, at), Math.min(window.until, until)];
    if (last <= first) continue;
    if (at < first) standings.push({ from: at, until: first, is: 'stranger' });
    standings.push({ from: first, until: last, is: 'member' });
    at = last;
  }
  if (at < until) standings.push({ from: at, until, is: 'stranger' });
  return standings;
}
