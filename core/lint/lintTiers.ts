import type { FormulaKind, Rate, Term, Tiers } from '../agreement/agreement.ts';
import { sameMeasure } from '../agreement/measureKind.ts';
import type { Operand } from '../explanation/explanation.ts';
import { count, decimalMoney, decimalPercent, exactMoney } from '../explanation/operands.ts';
import { type Decimal, decimalToRational } from '../number/decimal.ts';
import { compare, isZero, multiply, type Rational, rational, subtract, ZERO } from '../number/rational.ts';
import { applyFormula } from '../tier/applyFormula.ts';
import { tierTable } from '../tier/tierTable.ts';
import { type Finding, finding } from './finding.ts';
import { thresholdOperand } from './thresholdOperand.ts';

const HUNDRED = rational(100n);
const HALF = rational(50n);
/** A rate that is ten times the one before it looks like a decimal point out of place. */
const TENFOLD = rational(10n);

/** Formulas in which the tier reached also pays on what lies below it. */
const LEAPING: readonly FormulaKind[] = [
  'wholeVolume',
  'rolling',
  'total',
  'lumpSum',
  'defaultTier',
  'cappedMeasure',
];

/** Rates that look wrong, thresholds without words, and what stepping over each threshold is worth. */
export function lintTiers(term: Term, tiers: Tiers, at: string, currency: string): Finding[] {
  const findings = tiers.rows.flatMap((row, index) =>
    row.rates.flatMap((rate) => {
      const before = tiers.rows[index - 1]?.rates.find(
        ({ payout, pays }) => payout === rate.payout && pays === rate.pays,
      );
      const isPart = paysOnPart(term, rate);
      return lintRate({ rate, before, isPart, index }, `${at}.rows[${index}]`, currency);
    }),
  );
  return [...firstTier(term, tiers, at, currency), ...findings, ...cliffs(term, tiers, at, currency)];
}

function firstTier(term: Term, { rows }: Tiers, at: string, currency: string): Finding[] {
  const first = rows[0];
  if (first === undefined || first.from.digits === 0n || first.words !== undefined) return [];
  const from = thresholdOperand(term, decimalToRational(first.from), currency);
  return [finding('first-tier-unspoken', `${at}.rows[0].from`, { from })];
}

/** All of a price difference or a margin is often paid: it is only a part of the price. */
function paysOnPart({ payouts }: Term, { payout }: Rate): boolean {
  const measure = payouts.find(({ id }) => id === payout)?.measure;
  return measure?.of === 'priceDifference' || (measure?.of === 'value' && measure.basis === 'margin');
}

type JudgedRate = {
  readonly rate: Rate;
  readonly before: Rate | undefined;
  readonly isPart: boolean;
  readonly index: number;
};

function lintRate({ rate, before, isPart, index }: JudgedRate, at: string, currency: string): Finding[] {
  const value = decimalToRational(rate.rate);
  const facts = { tier: count(index + 1), rate: rateOperand(rate, currency) };
  const findings: Finding[] = [];
  if (rate.pays === 'percent' && compare(value, HUNDRED) > 0) {
    findings.push(finding('rate-above-hundred', at, facts));
  } else if (rate.pays === 'percent' && !isPart && compare(value, HALF) > 0) {
    findings.push(finding('rate-above-half', at, facts));
  }
  if (isZero(value) && index > 0) findings.push(finding('rate-zero', at, facts));
  if (before === undefined) return findings;
  const former = decimalToRational(before.rate);
  const both = { ...facts, before: rateOperand(before, currency) };
  if (compare(value, former) < 0) findings.push(finding('rate-falls', at, both));
  const isTenfold = !isZero(former) && compare(value, multiply(former, TENFOLD)) >= 0;
  if (isTenfold) findings.push(finding('rate-jumps', at, both));
  return findings;
}

function rateOperand({ pays, rate }: Rate, currency: string): Operand {
  return pays === 'percent' ? decimalPercent(rate) : decimalMoney(rate, currency);
}

/**
 * What a partner gets for the last unit before a threshold: people push volume over it, and one
 * return takes the step back. In money where the volume says it, else as the two rates.
 */
function cliffs(term: Term, tiers: Tiers, at: string, currency: string): Finding[] {
  if (!LEAPING.includes(term.formula)) return growthCliffs(term, tiers, at, currency);
  const isKnown = term.payouts.every(({ measure }) => sameMeasure(measure, term.qualifier));
  if (!isKnown && term.formula !== 'lumpSum') return rateCliffs(term, tiers, at, currency);
  return tiers.rows.flatMap((row, index) => {
    const worth = leapAt(term, tiers, decimalToRational(row.from));
    if (compare(worth, ZERO) <= 0 || row.from.digits === 0n) return [];
    return [
      finding('cliff', `${at}.rows[${index}].from`, {
        tier: count(index + 1),
        from: thresholdOf(term, row.from, currency),
        worth: exactMoney(worth, currency),
      }),
    ];
  });
}

/** At the threshold, counted as reached, less counted as not reached. */
function leapAt(term: Term, tiers: Tiers, volume: Rational): Rational {
  const [above, below] = (['atLeast', 'moreThan'] as const).map(
    (boundary) =>
      applyFormula({
        formula: term.formula,
        table: tierTable({ ...tiers, boundary }, rational(1n)),
        qualifier: volume,
        payouts: new Map(term.payouts.map(({ id }) => [id, volume])),
        negativeWindow: 'zero',
        isWindowOver: true,
      }).exact,
  );
  return subtract(above ?? ZERO, below ?? ZERO);
}

function growthCliffs(term: Term, tiers: Tiers, at: string, currency: string): Finding[] {
  const leaps =
    term.formula === 'growthWhole' || term.formula === 'growthIncrement' || term.formula === 'mixShare';
  return leaps ? rateCliffs(term, tiers, at, currency) : [];
}

function rateCliffs(term: Term, { rows }: Tiers, at: string, currency: string): Finding[] {
  return rows.slice(1).flatMap((row, index) => {
    const [rate] = row.rates;
    const before = rows[index]?.rates.find(
      ({ payout, pays }) => payout === rate?.payout && pays === rate.pays,
    );
    if (rate === undefined || before === undefined) return [];
    return [
      finding('cliff-rate', `${at}.rows[${index + 1}].from`, {
        tier: count(index + 2),
        from: thresholdOf(term, row.from, currency),
        before: rateOperand(before, currency),
        rate: rateOperand(rate, currency),
      }),
    ];
  });
}

function thresholdOf(term: Term, from: Decimal, currency: string): Operand {
  return thresholdOperand(term, decimalToRational(from), currency);
}
