import type { Term } from '../../agreement/agreement.ts';
import { ONLY_PAYOUT } from '../../agreement/normaliseTerm.ts';

/** Whether a payout measure is one of several parts, which are called by their names. */
export function isNamedPayout({ payouts }: Pick<Term, 'payouts'>, id: string): boolean {
  return payouts.length > 1 || id !== ONLY_PAYOUT;
}
