import type { Agreement, Condition } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Master } from '../master/master.ts';
import { memberMeets } from '../plan/readAttribute.ts';

/**
 * Whether an agreement says of a partner that it takes part, under one of its terms at least, on a day. One that says of
 * nobody who takes part names no partner: whoever buys takes part.
 */
export function isNamed(
  { participants, terms }: Agreement,
  partner: string,
  day: LocalDate,
  master: Master,
): boolean {
  const meets = (condition: Condition) => memberMeets(condition, partner, day, master);
  return terms.some(({ eligibility: { include, exclude } }) => {
    const needed = [...participants, ...include.filter(isOfPartner)];
    const out = exclude.filter(isOfPartner);
    return needed.length + out.length > 0 && needed.every(meets) && !out.some(meets);
  });
}

function isOfPartner({ attribute }: Condition): boolean {
  return attribute.startsWith('partner.');
}
