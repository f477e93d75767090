import type { Condition } from '../../core/agreement/agreement.ts';
import type { Master } from '../../core/master/master.ts';
import { conditionsOn, memberDays } from '../../core/plan/memberDays.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import type { LinePart } from './linePart.ts';

/** Lines of the product count, as far as the product decides. */
export const COUNTED = 1;
/** They meet an exclusion. */
export const MET = 2;
/** Only core can tell. A product with none of these three does not meet a condition. */
export const ASKED = 4;
/** From this flag on, one for each list of conditions of a sum: met. */
export const WHERE = 8;
/** So many lists of conditions have a flag of their own. */
export const WHERE_MAX = 24;

/** What a term makes of each product, by the code of the product; `all` has every flag that one of them has. */
export type ProductFlags = { readonly of: Uint32Array; readonly all: number };

export type FlagChoice = {
  readonly master: Master;
  /** Core looks at every line that is not out by its product alone. */
  readonly isAsked: boolean;
  /** The conditions of the sums, all of them on products. */
  readonly wheres: readonly (readonly Condition[])[];
};

/** Works out the products once, so that a line costs one look. */
export function productFlags(part: LinePart, planned: PlanTerm, choice: FlagChoice): ProductFlags {
  const { include, exclude, attributesAsOf } = planned.term.eligibility;
  const isCurrent = attributesAsOf === 'current';
  const { master } = choice;
  const conditions = conditionsOn('product', { include, exclude });
  const of = new Uint32Array(part.productCodes.size);
  const marked = part.productMembers(planned.products, isCurrent);
  for (const code of marked.always) of[code] = COUNTED;
  for (const code of marked.atTimes) of[code] = ASKED;
  if (conditions.exclude.length > 0) {
    const included = memberDays('product', { ...conditions, exclude: [] }, master);
    const { always, atTimes } = part.productMembers(included, isCurrent);
    for (const code of always) if (of[code] === 0) of[code] = MET;
    for (const code of atTimes) if (of[code] === 0) of[code] = ASKED;
  }
  for (const [index, where] of choice.wheres.entries()) {
    const meeting = memberDays('product', { include: where, exclude: [] }, master);
    const { always, atTimes } = part.productMembers(meeting, isCurrent);
    for (const code of always) of[code] = (of[code] as number) | (WHERE << index);
    for (const code of atTimes) if (((of[code] as number) & COUNTED) !== 0) of[code] = ASKED;
  }
  const found = choice.isAsked ? of.map((flags) => (flags === 0 ? 0 : ASKED)) : of;
  return { of: found, all: found.reduce((all, flags) => all | flags, 0) };
}
