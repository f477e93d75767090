import type { Window } from '../calendar/window.ts';
import type { Side } from '../fact/line.ts';
import { looksForSales } from './findSales.ts';
import type { Plan, PlanTerm } from './plan.ts';

/**
 * The lines that an agreement can look at, and a few more; never one too few. A line outside of it,
 * whatever becomes of it, leaves every amount, every gap and every blocked line as they are.
 */
export type Reach = {
  readonly companies: readonly string[];
  readonly sides: readonly Side[];
  /** In order; undefined: of any partner. */
  readonly partners?: readonly string[];
  /**
   * Days among which one of a line's own has to lie; undefined: any. A line that takes something back
   * acts on days that are not its own, so it is within reach whatever its days are.
   */
  readonly days?: Window;
};

/** The reach of a plan: the hull of what its terms ask of side, partner and day. */
export function reachOf({ agreement: { tradingCompanies: companies }, terms }: Plan): Reach {
  const partners = partnersOf(terms);
  const days = daysOf(terms);
  const sides = [...new Set(terms.map(({ term }) => term.transactions))].sort();
  return { companies, sides, ...(partners && { partners }), ...(days && { days }) };
}

/** Undefined where one of the terms takes partners of whom nothing is known. */
function partnersOf(terms: readonly PlanTerm[]): readonly string[] | undefined {
  if (terms.some(({ partners }) => partners.others)) return undefined;
  const members = terms.flatMap(({ partners }) =>
    [...partners.days].filter(([, windows]) => windows.length > 0).map(([code]) => code),
  );
  return [...new Set(members)].sort();
}

/**
 * Undefined where a line's own days do not say when it acts: its day of payment may follow from
 * payments, and a return that looks for a sale may find one of any day.
 */
function daysOf(terms: readonly PlanTerm[]): Window | undefined {
  if (terms.some((planned) => looksForSales(planned) || planned.term.date === 'payment')) return undefined;
  return {
    from: Math.min(...terms.map(({ days }) => days.from)),
    until: Math.max(...terms.map(({ days }) => days.until)),
  };
}
