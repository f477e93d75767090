import type { Agreement, Term } from '../agreement/agreement.ts';
import { window } from '../explanation/operands.ts';
import { payoutWindows } from '../plan/payoutWindows.ts';
import { type Finding, finding } from './finding.ts';

/** Windows that are shorter than those beside them, with thresholds as high. */
export function lintWindows(agreement: Agreement, term: Term, at: string): Finding[] {
  if (term.windows.cut !== 'fullThreshold' || term.formula === 'fixed') return [];
  return payoutWindows(agreement, term)
    .filter((cut) => cut.window.from !== cut.whole.from || cut.window.until !== cut.whole.until)
    .map((cut) =>
      finding('window-cut', `${at}.windows.cut`, { window: window(cut.window), whole: window(cut.whole) }),
    );
}
