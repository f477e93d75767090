import type { Measure } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Earning } from '../earning/earning.ts';
import { type Money, roundToMoney } from '../money/money.ts';
import { add, divide, isZero, multiply, type Rational, subtract } from '../number/rational.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { canonicalJson, type Json } from '../text/canonicalJson.ts';
import { applyFormula } from '../tier/applyFormula.ts';
import type { FormulaInput } from '../tier/formula.ts';

/**
 * What reaching the next tier is worth: what the table gives there, less what it gives now. What is
 * paid on is taken to grow with what is measured; before caps, gates and shared limits.
 * Units: money of the agreement, rounded as it says. Undefined on the last tier, for shares, groups
 * and tables that lines fill one after the other, and where nothing is measured yet that is not
 * also what is paid on.
 */
export function worthOfNext(
  planned: Pick<PlanTerm, 'term' | 'currency'>,
  earning: Earning,
  effective: LocalDate,
): Money | undefined {
  const { term, currency } = planned;
  const missing = earning.result.missing;
  const isSequence = earning.table.stepValuation === 'sequence';
  if (missing === undefined || term.qualifier.of === 'share' || term.group !== 'none' || isSequence) {
    return undefined;
  }
  const now = inputOf(planned, earning, effective);
  const raised = now && raisedBy(planned, now, missing);
  if (now === undefined || raised === undefined) return undefined;
  const worth = subtract(applyFormula(raised).exact, applyFormula(now).exact);
  return roundToMoney(worth, currency, term.rounding.mode);
}

/** What the formula saw. Growth that is paid on needs the payout's own base, known where both are one measure. */
function inputOf(
  { term }: Pick<PlanTerm, 'term'>,
  earning: Earning,
  effective: LocalDate,
): FormulaInput | undefined {
  const values = [...earning.payouts].map(([id, { value }]) => [id, value] as const);
  const { baseline } = earning;
  if (baseline !== undefined && !term.payouts.every(({ measure }) => isSame(measure, term.qualifier))) {
    return undefined;
  }
  return {
    formula: term.formula,
    table: earning.table,
    qualifier: earning.qualifier.value,
    payouts: new Map(values),
    ...(baseline &&
      term.baseline && {
        baseline: {
          terms: term.baseline,
          qualifier: baseline.value,
          payouts: new Map(values.map(([id]) => [id, baseline.value])),
        },
      }),
    negativeWindow: term.returns.negativeWindow,
    isWindowOver: effective >= earning.window.until,
  };
}

/** At the bound of the next tier; where it has to be exceeded, by as little as one likes. */
function raisedBy(
  { term }: Pick<PlanTerm, 'term'>,
  input: FormulaInput,
  missing: Rational,
): FormulaInput | undefined {
  const { qualifier } = input;
  const payouts = new Map<string, Rational>();
  for (const { id, measure } of term.payouts) {
    const own = input.payouts.get(id);
    if (isSame(measure, term.qualifier)) payouts.set(id, add(own ?? qualifier, missing));
    else if (own === undefined || isZero(qualifier)) return undefined;
    else payouts.set(id, multiply(own, divide(add(qualifier, missing), qualifier)));
  }
  const table = { ...input.table, boundary: 'atLeast' as const };
  return { ...input, table, qualifier: add(qualifier, missing), payouts };
}

function isSame(payout: Measure, qualifier: PlanTerm['term']['qualifier']): boolean {
  return textOf(payout) === textOf(qualifier);
}

function textOf(measure: object): string {
  const plain = JSON.stringify(measure, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
  return canonicalJson(JSON.parse(plain) as Json);
}
