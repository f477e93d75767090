import { formatDate } from '../../../core/calendar/localDate.ts';
import type { Line } from '../../../core/fact/line.ts';
import type { Plan, PlanTerm } from '../../../core/plan/plan.ts';
import { fieldOf } from '../../../engine/columnar/measureColumn.ts';

/** A plain rule as somebody writes it into SQL by hand: who, what, when, by month or by quarter. */
export type RivalRule = {
  readonly rule: number;
  readonly from: number;
  readonly until: number;
  readonly isMonthly: boolean;
  readonly isUnits: boolean;
  readonly partners: readonly number[];
  readonly products: readonly number[];
};

/** A line in whole numbers, on the day on which it acts: all that plain rules look at. */
export type RivalLine = readonly [
  partner: number,
  product: number,
  day: number,
  month: number,
  quarter: number,
  units: number,
  cents: number,
];

/** What a rule comes to: how many partners and windows, and the sums over all of them. */
export type RivalTotal = { readonly windows: number; readonly units: bigint; readonly cents: bigint };

const FIRST_YEAR = 2025;
const MONTH_DAYS_MAX = 31;

const numberOf = (code: string) => Number(code.slice(1));

export function rivalLine({ partner, product, dates, original, quantities, netValue }: Line): RivalLine {
  const day = original?.dates.invoice ?? dates.invoice ?? 0;
  const [year, monthOfYear] = formatDate(day).split('-').map(Number) as [number, number];
  const month = (year - FIRST_YEAR) * 12 + monthOfYear - 1;
  const [units, cents] = [quantities.invoiced?.digits ?? 0n, netValue?.digits ?? 0n];
  return [
    numberOf(partner),
    numberOf(product),
    day,
    month,
    Math.floor(month / 3),
    Number(units),
    Number(cents),
  ];
}

export function rivalRules(plans: readonly Plan[]): RivalRule[] {
  return plans.flatMap(({ terms }) => terms).map(ruleOf);
}

function ruleOf(planned: PlanTerm, rule: number): RivalRule {
  const [first] = planned.windows;
  const codes = (days: ReadonlyMap<string, readonly unknown[]>) =>
    [...days].filter(([, windows]) => windows.length > 0).map(([code]) => numberOf(code));
  const isUnits =
    planned.term.qualifier.of !== 'share' &&
    fieldOf(planned.term.qualifier, planned.currency)?.field === 'invoiced';
  return {
    ...{ rule, from: planned.days.from, until: planned.days.until, isUnits },
    isMonthly: first !== undefined && first.window.until - first.window.from <= MONTH_DAYS_MAX,
    partners: codes(planned.partners.days),
    products: codes(planned.products.days),
  };
}
