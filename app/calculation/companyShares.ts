import { type ByCompany, borneBy } from '../../core/accrual/borneBy.ts';
import { apportion, type LineShare } from '../../core/earning/apportion.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { Line } from '../../core/fact/line.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { isSettledAlone } from './isSettledAlone.ts';
import type { Inputs, WorkedEarning } from './targetLayers.ts';

type Ground = { readonly plan: Plan; readonly byPartner: ReadonlyMap<string, readonly Line[]> };

/** Who of us has which part of amounts. The lines behind an earning are looked at once, and only if need be. */
export class CompanyShares {
  readonly #grounds = new Map<Inputs, Ground>();
  readonly #shares = new Map<Earning, readonly LineShare[]>();

  /** Shape: sums to the amount. Units: minor. */
  of(worked: WorkedEarning, minor: bigint): ByCompany {
    const { agreement } = worked.inputs;
    if (isSettledAlone(agreement)) return new Map([[agreement.company, minor]]);
    const { earning, beside } = worked;
    return borneBy(agreement, earning, { minor, beside }, this.linesOf(worked));
  }

  /** The lines behind it, with their shares of what is earned. */
  linesOf({ earning, inputs }: WorkedEarning): readonly LineShare[] {
    const known = this.#shares.get(earning);
    if (known !== undefined) return known;
    const { plan, byPartner } = this.#groundOf(inputs);
    const planned = plan.terms.find(({ id }) => id === earning.term);
    if (planned === undefined) throw new Error(`Fault: no term ${earning.term}`);
    const shares = apportion(earning, planned, byPartner.get(earning.partner) ?? [], inputs);
    this.#shares.set(earning, shares);
    return shares;
  }

  #groundOf(inputs: Inputs): Ground {
    const known = this.#grounds.get(inputs);
    if (known !== undefined) return known;
    const plan = compilePlan(inputs.agreement, inputs.master);
    const ground = { plan, byPartner: Map.groupBy(inputs.lines, ({ partner }) => partner) };
    this.#grounds.set(inputs, ground);
    return ground;
  }
}
