import type { Windows } from '../../agreement/agreement.ts';
import type { Clause } from './clause.ts';
import type { Pen } from './pen.ts';

/** For which slices of time amounts are earned, and by which lines their tiers are found. */
export function windowClauses(pen: Pen, { payout, qualifier, pays, cut, targets }: Windows): Clause[] {
  const { windows, each } = pen.texts;
  return [
    pen.sentence(windows.payout, { each: each[payout] }),
    qualifierClause(pen, qualifier),
    pen.sentence(windows.pays[pays]),
    pen.sentence(windows.cut[cut]),
    targets === 'same'
      ? pen.sentence(windows.sameTargets)
      : pen.sentence(windows.ownTargets, {
          percents: pen.all(
            targets.percentOfTable.map((percent) => pen.percent(percent)),
            'conjunction',
          ),
        }),
  ];
}

function qualifierClause(pen: Pen, qualifier: Windows['qualifier']): Clause {
  const { windows, frequencies } = pen.texts;
  if (qualifier === 'payoutWindow') return pen.sentence(windows.payoutWindow);
  if ('within' in qualifier) {
    return pen.sentence(windows.within, { frequency: frequencies[qualifier.within] });
  }
  if ('toDate' in qualifier) {
    return pen.sentence(windows.toDate, { frequency: frequencies[qualifier.toDate] });
  }
  return pen.sentence(windows.rollingMonths, { months: pen.count(qualifier.rollingMonths) });
}
