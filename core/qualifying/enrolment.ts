import type { Condition } from '../agreement/agreement.ts';
import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import { contains, type Window } from '../calendar/window.ts';
import type { Master } from '../master/master.ts';
import { isMember } from '../plan/memberDays.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { memberAttribute, memberMeets } from '../plan/readAttribute.ts';
import type { NoticeKind } from './qualifying.ts';

/** Why a partner does not take part on a day. */
export type NotEnrolled = {
  readonly notice: Extract<NoticeKind, 'conditionMissed' | 'enrolledFrom' | 'enrolledUntil'>;
  readonly facts: Readonly<Record<string, string>>;
};

/** Whether the agreement says who takes part, and not only that everybody does. */
export function namesPartners({ participants, term }: PlanTerm): boolean {
  const { include, exclude } = term.eligibility;
  return (
    participants.length > 0 ||
    [...include, ...exclude].some(({ attribute }) => attribute.startsWith('partner.'))
  );
}

/** The partners that take part on some day of a window, by conditions that say who does. */
export function enrolledIn({ partners }: PlanTerm, window: Window): readonly string[] {
  return [...partners.days]
    .filter(([, days]) => days.some((stretch) => meetsIn(stretch, window)))
    .map(([code]) => code);
}

function meetsIn(a: Window, b: Window): boolean {
  return a.from < b.until && b.from < a.until;
}

/**
 * Why a partner does not take part on a day of a window; undefined where it does. Who joins later, or
 * has left, is told the day; of the others the first condition that is not met.
 */
export function notEnrolled(
  planned: PlanTerm,
  partner: string,
  { window, day }: { readonly window: Window; readonly day: LocalDate },
  master: Master,
): NotEnrolled | undefined {
  const asOf = planned.term.eligibility.attributesAsOf;
  const on = asOf === 'current' ? undefined : asOf === 'windowEnd' ? window.until - 1 : day;
  if (isMember(planned.partners, partner, on)) return undefined;
  const days = planned.partners.days.get(partner) ?? [];
  const later = days.find(({ from }) => from > day && contains(window, from));
  if (later !== undefined) return { notice: 'enrolledFrom', facts: { day: formatDate(later.from) } };
  const earlier = days.findLast(({ until }) => until <= day && window.from < until);
  if (earlier !== undefined)
    return { notice: 'enrolledUntil', facts: { day: formatDate(earlier.until - 1) } };
  return { notice: 'conditionMissed', facts: missedCondition(planned, partner, on, master) };
}

function missedCondition(
  { participants, term }: PlanTerm,
  partner: string,
  day: LocalDate | undefined,
  master: Master,
): Readonly<Record<string, string>> {
  const isOfPartner = ({ attribute }: Condition) => attribute.startsWith('partner.');
  const meets = (condition: Condition) => memberMeets(condition, partner, day, master);
  const missed = [...participants, ...term.eligibility.include.filter(isOfPartner)].find(
    (condition) => !meets(condition),
  );
  const found = missed ?? term.eligibility.exclude.filter(isOfPartner).find(meets);
  if (found === undefined) return { attribute: 'partner.code', value: partner, wanted: '' };
  const { attribute } = found;
  const value = memberAttribute(attribute, partner, day, master) ?? '';
  return { attribute, value, wanted: wantedBy(found) };
}

function wantedBy(condition: Condition): string {
  if ('in' in condition) return condition.in.join(', ');
  return ('notIn' in condition ? condition.notIn : condition.under).join(', ');
}
