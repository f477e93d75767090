import type { ExpectedFlow } from './expectedFlow.ts';

/**
 * What was paid ahead, as what is not paid any more: the advances on an agreement take what is to be paid of the accrued amounts of its
 * agreement to the same partner, the earliest first, on the days on which that is due. What is left of them comes back on
 * their day. Units: minor. Law: the flows sum to the advances.
 */
export function setOffAdvances(
  accrued: readonly ExpectedFlow[],
  advances: readonly ExpectedFlow[],
): readonly ExpectedFlow[] {
  const payments = Map.groupBy(
    accrued.filter(({ minor, isCashless }) => minor < 0n && !isCashless),
    placeOf,
  );
  // What is booked of one advance can stand in two windows, above zero and below: only together they are what is ahead.
  const ahead = [...Map.groupBy(advances, placeOf).values()];
  return ahead.flatMap((own) => {
    const [advance] = own as [ExpectedFlow];
    const flows: ExpectedFlow[] = [];
    let minor = own.reduce((sum, one) => sum + one.minor, 0n);
    const due = (payments.get(placeOf(advance)) ?? []).toSorted((a, b) => a.dueOn - b.dueOn);
    for (const payment of due) {
      if (minor <= 0n) break;
      const isAllTaken = -payment.minor <= minor;
      const taken = isAllTaken ? -payment.minor : minor;
      minor -= taken;
      flows.push({ ...advance, minor: taken, dueOn: payment.dueOn, isSetOff: true });
    }
    return minor === 0n ? flows : [...flows, { ...advance, minor }];
  });
}

function placeOf({ company, currency, partner, subject }: ExpectedFlow): string {
  return JSON.stringify([company, currency, partner, subject?.agreement]);
}
