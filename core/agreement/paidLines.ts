import { formatDecimal, trimDecimal } from '../number/decimal.ts';
import type { Limit } from './agreement.ts';
import { limitsOf } from './limitsOf.ts';
import { sameMeasure } from './measureKind.ts';
import { type FileTerm, payoutsOf } from './normaliseTerm.ts';

/**
 * The field by which what is paid on differs from what the tier is found by: another measure,
 * other lines, or another cap. Undefined where both are the same number. Formulas that hold one
 * number against the thresholds and pay on it ask this (rulings R4).
 */
export function whereTheyDiffer(term: FileTerm): string | undefined {
  const { qualifier, windows, gates, netting, group } = term;
  if (payoutsOf(term.payout).some(({ measure }) => !sameMeasure(qualifier, measure))) return 'payout';
  if (windows.qualifier !== 'payoutWindow' && windows.pays !== 'cumulative') return 'windows.qualifier';
  if (gates !== 'none' && gates.within === 'document') return 'gates.within';
  if (netting !== 'none' && netting.lowers === 'payout') return 'netting.lowers';
  if (group !== 'none' && group.joiners.qualifier !== group.joiners.payout) return 'group.joiners';
  return hasCapOfItsOwn(term) ? 'limits' : undefined;
}

/** A cap of the qualifier that the payout does not have, too. */
function hasCapOfItsOwn(term: FileTerm): boolean {
  const limits = limitsOf(term);
  const capOf = (of: Limit['of'], scope: string) => {
    const limit = limits.find((candidate) => candidate.of === of && candidate.scope === scope);
    return limit && formatDecimal(trimDecimal(limit.max));
  };
  return limits.some(
    ({ of, scope }) => of === 'qualifier' && capOf('qualifier', scope) !== capOf('payout', scope),
  );
}
