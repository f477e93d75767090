import { amountFact, dayFact } from './factTexts.ts';
import type { Evidence } from './finding.ts';
import type { History, HistoryAgreement, HistoryEarning } from './history.ts';
import { onceOf } from './onceOf.ts';
import { earningId } from './windowFinding.ts';

/** An earning as evidence. */
export function earningEvidence(one: HistoryEarning): Evidence {
  return {
    object: 'earning',
    id: earningId(one),
    facts: {
      agreement: one.agreement,
      partner: one.partner,
      from: dayFact(one.from),
      until: dayFact(one.until - 1),
      earned: amountFact(one.earned, one.currency),
      claimed: amountFact(one.claimed, one.currency),
      settled: amountFact(one.settled, one.currency),
    },
  };
}

/** Whom and what an earning is about. */
export function aboutEarning(one: HistoryEarning) {
  return {
    object: 'earning' as const,
    id: earningId(one),
    partner: one.partner,
    agreement: one.agreement,
    day: one.until - 1,
    currency: one.currency,
  };
}

export const agreementsByCode = onceOf(
  (history: History): ReadonlyMap<string, HistoryAgreement> =>
    new Map(history.agreements.map((one) => [one.agreement, one])),
);

/** Earnings of agreements of one side, each with its agreement. */
export function earningsOf(history: History, side: HistoryAgreement['side']) {
  return history.earnings.flatMap((earning) => {
    const agreement = agreementsByCode(history).get(earning.agreement);
    return agreement?.side === side ? [{ earning, agreement }] : [];
  });
}
