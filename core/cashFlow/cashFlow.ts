import { formatDate, fromYearMonthDay, type LocalDate, toYearMonthDay } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { AGE_BUCKETS, type AgeBucket, ageBucket } from '../claim/ageing.ts';
import type { ExpectedFlow, FlowStage } from './expectedFlow.ts';

export const CASH_GRAINS = ['week', 'month'] as const;
export type CashGrain = (typeof CASH_GRAINS)[number];

/** What is expected of a company in a currency in some days. Units: minor; both are zero or above. */
export type CashBucket = {
  readonly company: string;
  readonly currency: string;
  /** Undefined: it was due before the day that is asked of. */
  readonly window: Window | undefined;
  readonly receipts: bigint;
  readonly payments: bigint;
};

/**
 * Expected payments and receipts by week (from Monday on) or month, the overdue ones first. What no money
 * moves for is left out. Law: over all buckets receipts − payments is the sum of the flows.
 */
export function cashBuckets(
  flows: readonly ExpectedFlow[],
  grain: CashGrain,
  day: LocalDate,
): readonly CashBucket[] {
  const cash = flows.filter(({ isCashless }) => !isCashless);
  const grouped = Map.groupBy(cash, ({ company, currency, dueOn }) =>
    JSON.stringify([company, currency, dueOn < day ? '' : formatDate(bucketOf(grain, dueOn).from)]),
  );
  return [...grouped.keys()].sort().map((key) => {
    const own = grouped.get(key) ?? [];
    const { company, currency, dueOn } = own[0] as ExpectedFlow;
    const window = dueOn < day ? undefined : bucketOf(grain, dueOn);
    return { company, currency, window, ...sides(own) };
  });
}

/** What is asked for or stands on documents, by how many days it is late. */
export type AgedAmount = {
  readonly company: string;
  readonly currency: string;
  readonly stage: FlowStage;
  readonly age: AgeBucket;
  readonly receipts: bigint;
  readonly payments: bigint;
};

export function agedAmounts(flows: readonly ExpectedFlow[], day: LocalDate): readonly AgedAmount[] {
  const asked = flows.filter(({ stage }) => stage === 'claimed' || stage === 'documented');
  const grouped = Map.groupBy(asked, ({ company, currency, stage, dueOn }) =>
    JSON.stringify([company, currency, stage, AGE_BUCKETS.indexOf(ageBucket(dueOn, day))]),
  );
  return [...grouped.keys()].sort().map((key) => {
    const own = grouped.get(key) ?? [];
    const { company, currency, stage, dueOn } = own[0] as ExpectedFlow;
    return { company, currency, stage, age: ageBucket(dueOn, day), ...sides(own) };
  });
}

function sides(flows: readonly ExpectedFlow[]): { receipts: bigint; payments: bigint } {
  let [receipts, payments] = [0n, 0n];
  for (const { minor, isSetOff } of flows) {
    if (minor > 0n && !isSetOff) receipts += minor;
    else payments -= minor;
  }
  return { receipts, payments };
}

function bucketOf(grain: CashGrain, day: LocalDate): Window {
  if (grain === 'week') {
    // 29 December 1969 was a Monday.
    const from = -3 + 7 * Math.floor((day + 3) / 7);
    return { from, until: from + 7 };
  }
  const { year, month } = toYearMonthDay(day);
  const next = month === 12 ? fromYearMonthDay(year + 1, 1, 1) : fromYearMonthDay(year, month + 1, 1);
  return { from: fromYearMonthDay(year, month, 1), until: next };
}
