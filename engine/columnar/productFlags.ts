import type { Condition } from '../../core/agreement/agreement.ts';
import type { Master } from '../../core/master/master.ts';
import { conditionsOn, memberDays } from '../../core/plan/memberDays.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import type { LinePart } from './linePart.ts';
import type { ColumnMembers } from './membersOf.ts';

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

/** What a term makes of each product, by the code of the product; `all` has every flag that one of them has (or had, for a moment). */
export type ProductFlags = { readonly of: Uint8Array | Uint32Array; readonly all: number };

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
  const flags = new Flags(part.productTexts.codes.size, choice);
  const marked = part.productTexts.membersOf(planned.products, isCurrent);
  flags.mark(marked.always, COUNTED);
  flags.mark(marked.atTimes, ASKED);
  if (conditions.exclude.length > 0) {
    const included = memberDays('product', { ...conditions, exclude: [] }, master);
    const { always, atTimes } = part.productTexts.membersOf(included, isCurrent);
    flags.mark(always, MET);
    flags.mark(atTimes, ASKED);
  }
  for (const [index, where] of choice.wheres.entries()) {
    const meeting = memberDays('product', { include: where, exclude: [] }, master);
    flags.meet(part.productTexts.membersOf(meeting, isCurrent), WHERE << index);
  }
  return flags;
}

class Flags implements ProductFlags {
  readonly of: Uint8Array | Uint32Array;
  all = 0;
  private readonly isAsked: boolean;

  constructor(products: number, { isAsked, wheres }: FlagChoice) {
    this.of = wheres.length === 0 ? new Uint8Array(products) : new Uint32Array(products);
    this.isAsked = isAsked;
  }

  /** Of products that have no flag yet. */
  mark(codes: Uint32Array, flag: number): void {
    const { of } = this;
    const marked = this.isAsked ? ASKED : flag;
    if (codes.length > 0) this.all |= marked;
    for (let at = 0; at < codes.length; at += 1) {
      const code = codes[at] as number;
      if (of[code] === 0) of[code] = marked;
    }
  }

  meet({ always, atTimes }: ColumnMembers, flag: number): void {
    const { of } = this;
    this.all |= flag | (atTimes.length > 0 ? ASKED : 0);
    for (const code of always) of[code] = (of[code] as number) | flag;
    for (const code of atTimes) if (((of[code] as number) & COUNTED) !== 0) of[code] = ASKED;
  }
}
