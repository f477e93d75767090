import { type ByCompany, borneBy } from '../../core/accrual/borneBy.ts';
import type { LineShare } from '../../core/earning/apportion.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { isSettledAlone } from './isSettledAlone.ts';
import { SharesOver } from './sharesOver.ts';
import type { Inputs, WorkedEarning } from './targetLayers.ts';

/** Who of us has which part of amounts. The lines behind an earning are looked at once, and only if need be. */
export class CompanyShares {
  readonly #grounds = new Map<Inputs, SharesOver>();
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
    const shares = this.#groundOf(inputs).of(earning);
    if (shares === undefined) throw new Error(`Fault: no term ${earning.term}`);
    this.#shares.set(earning, shares);
    return shares;
  }

  #groundOf(inputs: Inputs): SharesOver {
    const known = this.#grounds.get(inputs);
    if (known !== undefined) return known;
    const { terms } = compilePlan(inputs.agreement, inputs.master);
    const ground = new SharesOver(terms, inputs.lines, inputs);
    this.#grounds.set(inputs, ground);
    return ground;
  }
}
