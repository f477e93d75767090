import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { poolDay } from '../../core/plan/poolOf.ts';
import { memberAttribute } from '../../core/plan/readAttribute.ts';

/** So many pools have a number. */
const POOLS_MAX = 2 ** 16;

/** The groups that partners count for, by number, as `poolOf` of core says of their lines. */
export class PartnerPools {
  readonly values: string[] = [''];
  private readonly planned: PlanTerm;
  private readonly context: MatchContext;
  private readonly numbers = new Map([['', 0]]);
  /** Of partners that never change. */
  private readonly known = new Map<string, number>();

  constructor(planned: PlanTerm, context: MatchContext) {
    this.planned = planned;
    this.context = context;
  }

  /** Whether the next partner's can still have a number. */
  get hasRoom(): boolean {
    return this.values.length < POOLS_MAX;
  }

  /** Of a line of a day, for a sum of a window. */
  at(partner: string, side: 'payout' | 'qualifier', on: LocalDate, window: Window): number {
    const { group } = this.planned.term;
    if (group === 'none') return 0;
    const known = this.known.get(partner);
    if (known !== undefined) return known;
    const { effective, master } = this.context;
    const day = poolDay(group.joiners[side], { on, window }, effective);
    const number = this.numberOf(memberAttribute(group.by, partner, day, master) ?? '');
    const versions = master.partners.get(partner)?.versions ?? [];
    if (versions.length <= 1) this.known.set(partner, number);
    return number;
  }

  private numberOf(pool: string): number {
    const known = this.numbers.get(pool);
    if (known !== undefined) return known;
    const number = this.values.push(pool) - 1;
    this.numbers.set(pool, number);
    return number;
  }
}
