import type { Rate, Term, Tier, Tiers } from '../../agreement/agreement.ts';
import type { Decimal } from '../../number/decimal.ts';
import { baselineClauses } from './baselineClauses.ts';
import type { Clause } from './clause.ts';
import { measuredText, unitOf } from './measureText.ts';
import { isNamedPayout } from './payoutName.ts';
import type { Pen } from './pen.ts';

/** The formula with what it means, what growth is compared with, and the tiers. */
export function tierClauses(pen: Pen, term: Term): Clause[] {
  return [
    pen.sentence(pen.texts.formulas[term.formula]),
    ...baselineClauses(pen, term),
    ...tableClauses(pen, term, term.tiers),
  ];
}

/** A table of tiers: the rules of its thresholds, then one sentence for each tier. */
export function tableClauses(pen: Pen, term: Term, table: Tiers): Clause[] {
  const { tiers } = pen.texts;
  const { boundary, reachingUnit, stepValuation, defaultTier, rows } = table;
  return [
    pen.sentence(tiers.boundary[boundary]),
    ...(reachingUnit === undefined ? [] : [pen.sentence(tiers.reachingUnit[reachingUnit])]),
    ...(stepValuation === undefined ? [] : [pen.sentence(tiers.stepValuation[stepValuation])]),
    ...(defaultTier === undefined ? [] : [pen.sentence(tiers.defaultTier, { tier: pen.count(defaultTier) })]),
    ...rows.map((row, index) => rowClause(pen, term, table, row, index)),
    ...(paysBelowFirst(term, rows) ? [] : [pen.sentence(tiers.nothingBelow)]),
  ];
}

/** A default tier stands below the first one, too; from zero on there is nothing below. */
function paysBelowFirst({ formula }: Term, rows: readonly Tier[]): boolean {
  return formula === 'defaultTier' || rows[0]?.from.digits === 0n;
}

function rowClause(pen: Pen, term: Term, { boundary, rows }: Tiers, row: Tier, index: number): Clause {
  const { tiers } = pen.texts;
  const next = rows[index + 1];
  const rates = pen.all(
    row.rates.map((rate) => rateText(pen, term, rate)),
    'conjunction',
  );
  const cap = row.measureCap && payoutText(pen, term, row.rates[0], row.measureCap);
  const values = {
    tier: pen.count(index + 1),
    from: thresholdText(pen, term, row.from),
    until: next === undefined ? '' : thresholdText(pen, term, next.from),
    rates: cap === undefined ? rates : pen.fill(tiers.capped, { rates, cap }),
  };
  const text = (next === undefined ? tiers.row : tiers.rowUntil)[boundary];
  return pen.sentence(text, values, pen.words(row.words));
}

/** A threshold in the unit that the formula finds its tiers by. */
export function thresholdText(pen: Pen, term: Term, value: Decimal): string {
  switch (term.formula) {
    case 'growthWhole':
    case 'growthIncrement':
    case 'growthMarginal':
      return term.baseline?.growthAs === 'difference'
        ? measuredText(pen, term.qualifier, value)
        : pen.percent(value);
    case 'aboveBase':
      return payoutText(pen, term, undefined, value);
    default:
      return measuredText(pen, term.qualifier, value);
  }
}

/** A value of the payout measure that a rate is for, or of the first one. */
export function payoutText(pen: Pen, term: Term, rate: Rate | undefined, value: Decimal): string {
  const measure = payoutOf(term, rate)?.measure;
  return measure === undefined ? pen.number(value) : measuredText(pen, measure, value);
}

function payoutOf({ payouts }: Term, rate: Rate | undefined) {
  return payouts.find(({ id }) => id === rate?.payout) ?? payouts[0];
}

function rateText(pen: Pen, term: Term, rate: Rate): string {
  const text = bareRate(pen, term, rate);
  if (!isNamedPayout(term, rate.payout)) return text;
  const payout = pen.name(rate.payout);
  return pen.fill(pen.texts.tiers.onPayout, { rate: text, payout });
}

function bareRate(pen: Pen, term: Term, rate: Rate): string {
  const { rates } = pen.texts.tiers;
  const measure = payoutOf(term, rate)?.measure;
  const unit = measure && unitOf(pen, measure);
  switch (rate.pays) {
    case 'percent':
      return pen.fill(rates.percent, { rate: pen.percent(rate.rate) });
    case 'amount':
      return pen.fill(rates.amount, { rate: pen.money(rate.rate) });
    case 'perUnit':
      return unit === undefined
        ? pen.fill(rates.perMoney, { rate: pen.money(rate.rate), currency: pen.currency })
        : pen.fill(rates.perUnit, { rate: pen.money(rate.rate), unit });
    case 'free': {
      const { give, per } = rate.free ?? {};
      return pen.fill(rates.free, {
        rate: pen.money(rate.rate),
        unit: unit ?? pen.currency,
        give: give === undefined ? '' : payoutText(pen, term, rate, give),
        per: per === undefined ? '' : payoutText(pen, term, rate, per),
      });
    }
  }
}
