import type { Agreement, Term } from '../agreement/agreement.ts';
import { percent, window } from '../explanation/operands.ts';
import { compare, multiply, type Rational, rational } from '../number/rational.ts';
import { payoutWindows } from '../plan/payoutWindows.ts';
import { type Finding, finding } from './finding.ts';
import { hasMeasuredBaseline, isPercentOfBaseline } from './thresholdOperand.ts';

/**
 * Windows whose tier is found in a shorter time than others have, with thresholds as high; one for
 * each length of time, since the months of a short year have all the same.
 */
export function lintWindows(agreement: Agreement, term: Term, at: string): Finding[] {
  if (term.windows.cut !== 'fullThreshold' || !growsWithTime(term)) return [];
  const kept = payoutWindows(agreement, cutBy(term, 'fullThreshold'));
  const shares = payoutWindows(agreement, cutBy(term, 'byDays')).map(
    ({ thresholdFactor }) => thresholdFactor,
  );
  const seen: Rational[] = [];
  return kept.flatMap(({ window: days, thresholdFactor }, index) => {
    const share = shares[index] ?? thresholdFactor;
    if (compare(share, thresholdFactor) === 0 || seen.some((other) => compare(other, share) === 0)) return [];
    seen.push(share);
    const facts = { window: window(days), share: percent(multiply(share, rational(100n))) };
    return [finding('window-cut', `${at}.windows.cut`, facts)];
  });
}

function cutBy(term: Term, cut: Term['windows']['cut']): Term {
  return { ...term, windows: { ...term.windows, cut, targets: 'same' } };
}

/**
 * Whether a shorter time makes a threshold harder: not a share, nor percent of a baseline that is
 * as short, nor a threshold that all volume reaches.
 */
function growsWithTime(term: Term): boolean {
  const { qualifier, formula, tiers } = term;
  if (qualifier.of === 'share' || formula === 'fixed') return false;
  if (isPercentOfBaseline(term) && hasMeasuredBaseline(term)) return false;
  return tiers.rows.some(({ from }) => from.digits > 0n);
}
