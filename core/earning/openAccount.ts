import type { Limit, Term } from '../agreement/agreement.ts';
import { limitsOf } from '../agreement/limitsOf.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Contribution } from '../cell/contribution.ts';
import { decimalToRational } from '../number/decimal.ts';
import { add, lesser, multiply, type Rational, rational, subtract, ZERO } from '../number/rational.ts';
import type { PayoutWindow } from '../plan/payoutWindows.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { applyFormula } from '../tier/applyFormula.ts';
import type { FormulaInput, SequenceLine } from '../tier/formula.ts';
import { tierTable } from '../tier/tierTable.ts';
import { documentsThatPass } from './gates.ts';
import { likeForLike } from './likeForLike.ts';
import { measured, measuredShare } from './measured.ts';
import { sequenceLines } from './sequenceLines.ts';
import { NOTHING, type Sum, type Sums } from './sums.ts';
import type { Account } from './worked.ts';

const ONE = rational(1n);

/**
 * Measures one partner and payout window, cuts what is capped per partner, and holds the result
 * against the tiers. Order of steps: rulings R5.
 */
export function openAccount(
  planned: PlanTerm,
  window: PayoutWindow,
  found: Sums,
  stream: readonly Contribution[],
  effective: LocalDate,
): Account {
  const sums = documentsThatPass(planned, likeForLike(planned, found));
  const measuredQualifier = measuredShare(planned.qualifier, sums) ?? NOTHING;
  const qualifier = capped(measuredQualifier, partnerLimit(planned.term, 'qualifier'));
  const limit = partnerLimit(planned.term, 'payout');
  const isAboveBase = planned.term.formula === 'aboveBase';
  const payouts = new Map(
    planned.payouts.map(({ id, measure }) => [
      id,
      capped(measured(measure, sums), isAboveBase ? undefined : limit),
    ]),
  );
  const baseline = baselineOf(planned, window, sums);
  const isSequence = planned.term.tiers.stepValuation === 'sequence';
  const input: FormulaInput = {
    formula: planned.term.formula,
    table: tierTable(window.tiers, window.thresholdFactor),
    qualifier: qualifier.value,
    payouts: valuesOf(payouts),
    ...(baseline && { baseline: baseline.input }),
    negativeWindow: planned.term.returns.negativeWindow,
    ...(isSequence && { sequence: linesOf(stream, found) }),
    isWindowOver: effective >= window.window.until - 1,
  };
  const account = {
    planned,
    partner: found.partner,
    pool: found.pool,
    window,
    sums,
    qualifier,
    payouts,
    input,
  };
  const opened = {
    ...account,
    ...(baseline && { baseline: baseline.qualifier }),
    result: applyFormula(input),
  };
  return isAboveBase && limit !== undefined ? withExtra(opened, limit) : opened;
}

/** What a partner may be paid above its base is cut to the limit; the base itself uses none of it up. */
function withExtra(account: Account, limit: Rational): Account {
  const payouts = new Map(
    [...account.payouts].map(([id, sum]) => [id, capped(sum, add(baseOf(account, sum.value), limit))]),
  );
  return withPayouts(account, payouts);
}

/** The part of a payout measure that is no extra: the base, or all of it where nothing is paid on. */
export function baseOf({ result }: Account, payout: Rational): Rational {
  return result.base ?? subtract(payout, result.volume);
}

/** The same account with other payout measures: what a shared limit or a group leaves of them. */
export function withPayouts(account: Account, payouts: ReadonlyMap<string, Sum>): Account {
  const input = { ...account.input, payouts: valuesOf(payouts) };
  return { ...account, payouts, input, result: applyFormula(input) };
}

function valuesOf(sums: ReadonlyMap<string, Sum>): ReadonlyMap<string, Rational> {
  return new Map([...sums].map(([id, sum]) => [id, sum.value]));
}

function linesOf(stream: readonly Contribution[], { partner, window, pool }: Sums): SequenceLine[] {
  return sequenceLines(
    stream.filter((entry) => entry.partner === partner),
    window,
    pool,
  );
}

function partnerLimit(term: Term, of: Limit['of']): Rational | undefined {
  const limit = limitsOf(term).find((candidate) => candidate.of === of && candidate.scope === 'partner');
  return limit && decimalToRational(limit.max);
}

function capped(sum: Sum, max: Rational | undefined): Sum {
  return max === undefined ? sum : { ...sum, value: lesser(sum.value, max) };
}

type BaselineSums = { readonly qualifier: Sum; readonly input: NonNullable<FormulaInput['baseline']> };

/** What growth is measured against: earlier lines, or a number that the agreement names. */
function baselineOf(planned: PlanTerm, window: PayoutWindow, sums: Sums): BaselineSums | undefined {
  const { baseline: terms } = planned.term;
  if (terms === undefined) return undefined;
  if (planned.baseline === undefined) return enteredBaseline(planned, sums.partner);
  const { qualifier: ofQualifier, payout: ofPayout } = window.baseline ?? {};
  const sum = measured(planned.baseline.qualifier, sums);
  const qualifier = { ...sum, value: multiply(sum.value, ofQualifier?.times ?? ONE) };
  const payouts = new Map(
    planned.baseline.payouts.map(({ id, measure }) => [
      id,
      multiply(measured(measure, sums).value, ofPayout?.times ?? ONE),
    ]),
  );
  return { qualifier, input: { terms, qualifier: qualifier.value, payouts } };
}

function enteredBaseline(planned: PlanTerm, partner: string): BaselineSums | undefined {
  const terms = planned.term.baseline;
  if (terms === undefined || typeof terms.source !== 'object') return undefined;
  const { source } = terms;
  const entered = 'entered' in source ? source.entered.find((entry) => entry.partner === partner) : undefined;
  const value =
    'fixed' in source ? decimalToRational(source.fixed) : entered && decimalToRational(entered.value);
  const qualifier = value ?? ZERO;
  const payouts = new Map(planned.payouts.map(({ id }) => [id, qualifier]));
  return { qualifier: { value: qualifier, lines: 0 }, input: { terms, qualifier, payouts } };
}
