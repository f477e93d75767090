import type { Agreement } from '../../core/agreement/agreement.ts';

/** Whether the company that settles is the only one of ours that has a part in an agreement. */
export function isSettledAlone({ company, tradingCompanies, bearsTheRest }: Agreement): boolean {
  return [...tradingCompanies, bearsTheRest].every((code) => code === company);
}
