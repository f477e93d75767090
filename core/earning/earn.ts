import type { Agreement } from '../agreement/agreement.ts';
import type { Cell, Cells } from '../cell/cell.ts';
import { moneyToRational } from '../money/money.ts';
import type { MatchContext } from '../plan/matchLine.ts';
import type { Plan } from '../plan/plan.ts';
import { capTogether } from './capTogether.ts';
import type { Earning } from './earning.ts';
import { entitle } from './entitle.ts';
import { explainEarning } from './explainEarning.ts';
import { keepShares } from './keepShares.ts';
import { NOBODY_ELSE, type Others } from './others.ts';
import { type Rounded, roundAmounts } from './roundAmounts.ts';
import { stack } from './stack.ts';
import { sumsOfCells, sumsOfLines } from './sums.ts';
import { type TakenOver, TakenOverAmounts } from './takenOver.ts';

/**
 * Makes money of cells, per term, partner and window. The order of steps is that of rulings R5;
 * limits, groups, netting and exclusive choice, which look across partners or terms, are stages
 * of their own in it. The result is in order of term (as the agreement has them), partner and
 * window, and does not depend on the order of the cells, nor on how many an executor made of one
 * sum. A window in which a partner has nothing but a baseline is listed too: it is what growth is
 * still missing. `others` stand for partners whose lines are not at hand.
 * `takenOver` are amounts of the time before the cut-over, which stand as they are.
 */
export function earn(
  plan: Plan,
  cells: Cells,
  context: MatchContext,
  others: Others = NOBODY_ELSE,
  takenOver: readonly TakenOver[] = [],
): Earning[] {
  const { agreement } = plan;
  const byTerm = Map.groupBy(cells.cells, ({ term }) => term);
  const worked = stack(plan, cells.streams, (planned, stream) => {
    const own: readonly Cell[] = byTerm.get(planned.id) ?? [];
    const sums = stream === undefined ? sumsOfCells(own) : sumsOfLines(stream, own);
    const all = new TakenOverAmounts(planned.id, takenOver).withEmpty(sums);
    return entitle(planned, all, stream ?? [], context, others);
  });
  const capped = capTogether(agreement, worked, others);
  return plan.terms.flatMap((planned) => {
    const paid = keepShares(planned, capped.get(planned.id) ?? []);
    const standing = new TakenOverAmounts(planned.id, takenOver);
    return roundAmounts(planned, agreement.currency, paid, others, standing).map((rounded) =>
      earningOf(agreement, rounded),
    );
  });
}

function earningOf(agreement: Agreement, rounded: Rounded): Earning {
  const { worked, amount, cumulative, takenOver } = rounded;
  const { planned, partner, window, baseline, result, weights } = worked;
  return {
    agreement: agreement.id,
    term: planned.id,
    direction: agreement.direction,
    partner,
    window: window.window,
    qualifier: worked.qualifier,
    payouts: worked.payouts,
    ...(baseline && { baseline }),
    table: worked.input.table,
    result,
    exact: takenOver === undefined ? worked.exact : moneyToRational(amount),
    amount,
    blocked: rounded.blocked,
    explanation: explainEarning(agreement, rounded),
    ...(weights && { weights }),
    ...(cumulative && { cumulative: standings(cumulative) }),
    ...(takenOver && { isTakenOver: true }),
  };
}

function standings({
  amount,
  earlier,
  before,
}: NonNullable<Rounded['cumulative']>): NonNullable<Earning['cumulative']> {
  if (before === undefined) return { minor: amount.minor };
  const { window, result, weights } = before;
  const standing = { window: window.window, result, ...(weights && { weights }), minor: earlier.minor };
  return { minor: amount.minor, before: standing };
}
