import type { Agreement, Term } from '../agreement/agreement.ts';
import { window } from '../explanation/operands.ts';
import { payoutWindows } from '../plan/payoutWindows.ts';
import { type Finding, finding } from './finding.ts';
import { hasMeasuredBaseline, isPercentOfBaseline } from './thresholdOperand.ts';

/** Windows that are shorter than those beside them, with thresholds as high. */
export function lintWindows(agreement: Agreement, term: Term, at: string): Finding[] {
  if (term.windows.cut !== 'fullThreshold' || !growsWithTime(term)) return [];
  return payoutWindows(agreement, term)
    .filter((cut) => cut.window.from !== cut.whole.from || cut.window.until !== cut.whole.until)
    .map((cut) =>
      finding('window-cut', `${at}.windows.cut`, { window: window(cut.window), whole: window(cut.whole) }),
    );
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
