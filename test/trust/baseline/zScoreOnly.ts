import { type Draft, earningId, lineId } from '../draft.ts';
import type { Found } from '../measure.ts';

const LEAST = 3;
const MEMBERS = 10;

/** What an analyst does first: whatever is three deviations from the mean of its like. */
export function zScoreOnly(draft: Draft): Found[] {
  return [
    ...outliers(
      'line',
      draft.lines,
      ({ product }) => product,
      ({ quantity }) => quantity,
      lineId,
    ),
    ...outliers(
      'line',
      draft.lines,
      ({ product }) => product,
      ({ unitMinor }) => unitMinor,
      lineId,
    ),
    ...outliers(
      'claim',
      draft.claims,
      ({ agreement }) => agreement ?? '',
      ({ minor }) => minor,
      ({ claim }) => claim,
    ),
    ...outliers(
      'claim',
      draft.claims,
      ({ claimant }) => claimant,
      ({ minor }) => minor,
      ({ claim }) => claim,
    ),
    ...outliers(
      'payment',
      draft.payments,
      ({ currency }) => currency,
      ({ minor }) => minor,
      ({ payment }) => payment,
    ),
    ...outliers(
      'approval',
      draft.approvals,
      ({ decidedBy }) => decidedBy,
      ({ minute }) => minute,
      ({ approval }) => approval,
    ),
    ...outliers(
      'adjustment',
      draft.adjustments,
      ({ currency }) => currency,
      ({ minor }) => minor,
      ({ adjustment }) => adjustment,
    ),
    ...outliers(
      'earning',
      draft.earnings,
      ({ agreement }) => agreement,
      ({ earned }) => earned,
      earningId,
    ),
  ];
}

function outliers<T>(
  object: Found['object'],
  list: readonly T[],
  groupOf: (one: T) => string,
  numberOf: (one: T) => number | undefined,
  idOf: (one: T) => string,
): Found[] {
  const sums = new Map<string, { count: number; sum: number; squares: number }>();
  for (const one of list) {
    const value = numberOf(one);
    if (value === undefined) continue;
    const group = groupOf(one);
    const known = sums.get(group) ?? { count: 0, sum: 0, squares: 0 };
    if (known.count === 0) sums.set(group, known);
    known.count += 1;
    known.sum += value;
    known.squares += value * value;
  }
  return list.flatMap((one) => {
    const value = numberOf(one);
    const { count = 0, sum = 0, squares = 0 } = sums.get(groupOf(one)) ?? {};
    if (value === undefined || count < MEMBERS) return [];
    const deviation = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
    const z = deviation === 0 ? 0 : Math.abs(value - sum / count) / deviation;
    return z < LEAST
      ? []
      : [{ detector: 'zScoreOnly', object, id: idOf(one), score: Math.min(1000, Math.round(z * 50)) }];
  });
}
