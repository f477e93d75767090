import { formatDate } from '../../core/calendar/localDate.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { SharesOver } from '../calculation/sharesOver.ts';
import type { Inputs } from '../calculation/targetLayers.ts';

/** A part of an earning that falls into one calendar month, in minor units. */
export type MonthPart = { readonly month: string; readonly earning: Earning; readonly minor: bigint };

/**
 * Each amount dealt out over the months of its lines, to the cent. What no line carries (a guarantee,
 * a minimum, an amount whose weights are zero) falls into the month in which its window ends.
 */
export function effectByMonth(inputs: Inputs, earnings: readonly Earning[]): MonthPart[] {
  const { agreement, master, effective } = inputs;
  const { terms } = compilePlan(agreement, master);
  const allocated = new SharesOver(terms, inputs.lines, { master, effective });
  return earnings.flatMap((earning) => {
    const shares = allocated.of(earning);
    if (shares === undefined) throw new Error(`Fault: no term ${earning.term}`);
    const months = new Map<string, bigint>();
    const add = (day: number, minor: bigint) => {
      const month = formatDate(day).slice(0, 7);
      months.set(month, (months.get(month) ?? 0n) + minor);
    };
    let rest = earning.amount.minor;
    for (const { placedOn, shareMinor = 0n } of shares) {
      add(placedOn, shareMinor);
      rest -= shareMinor;
    }
    if (rest !== 0n) add(earning.window.until - 1, rest);
    return [...months].map(([month, minor]) => ({ month, earning, minor }));
  });
}
