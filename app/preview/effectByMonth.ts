import { formatDate } from '../../core/calendar/localDate.ts';
import { apportion } from '../../core/earning/apportion.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { Line } from '../../core/fact/line.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { Inputs } from '../calculation/targetLayers.ts';

/** A part of an earning that falls into one calendar month, in minor units. */
export type MonthPart = { readonly month: string; readonly earning: Earning; readonly minor: bigint };

/**
 * Each amount dealt out over the months of its lines, to the cent. What no line carries (a guarantee,
 * a minimum, an amount whose weights are zero) falls into the month in which its window ends.
 */
export function effectByMonth(inputs: Inputs, earnings: readonly Earning[]): MonthPart[] {
  const { agreement, master, effective } = inputs;
  const planned = new Map(compilePlan(agreement, master).terms.map((term) => [term.id, term]));
  const linesOf = Map.groupBy(inputs.lines, ({ partner }) => partner);
  return earnings.flatMap((earning) => {
    const term = planned.get(earning.term);
    if (term === undefined) throw new Error(`Fault: no term ${earning.term}`);
    const lines: readonly Line[] = linesOf.get(earning.partner) ?? [];
    const months = new Map<string, bigint>();
    const add = (day: number, minor: bigint) => {
      const month = formatDate(day).slice(0, 7);
      months.set(month, (months.get(month) ?? 0n) + minor);
    };
    let rest = earning.amount.minor;
    for (const { placedOn, shareMinor = 0n } of apportion(earning, term, lines, { master, effective })) {
      add(placedOn, shareMinor);
      rest -= shareMinor;
    }
    if (rest !== 0n) add(earning.window.until - 1, rest);
    return [...months].map(([month, minor]) => ({ month, earning, minor }));
  });
}
