import type { GateTest, Limit, Term } from '../agreement/agreement.ts';
import { limitsOf } from '../agreement/limitsOf.ts';
import { count, decimalMoney, decimalPercent } from '../explanation/operands.ts';
import { type Decimal, decimalToRational } from '../number/decimal.ts';
import { compare, rational } from '../number/rational.ts';
import { type Finding, finding } from './finding.ts';
import { hasMeasuredBaseline, isPercentOfBaseline, thresholdOperand } from './thresholdOperand.ts';

/** Gates, limits and floors that contradict the tiers or each other. */
export function lintAmounts(term: Term, at: string, currency: string): Finding[] {
  const { gates } = term;
  return [
    ...(gates === 'none' ? [] : gates.tests).flatMap((test, index) =>
      lintGate(test, `${at}.gates.tests[${index}]`),
    ),
    ...limitsOf(term).flatMap((limit, index) => lintLimit(term, limit, `${at}.limits[${index}]`, currency)),
    ...lintGrowth(term, at),
  ];
}

/** A share lies between 0 and 100 percent, as long as nothing is taken back. */
function lintGate(test: GateTest, at: string): Finding[] {
  const needed = 'share' in test ? test.percent : test.from;
  const field = 'share' in test ? `${at}.percent` : `${at}.from`;
  if (needed.digits === 0n && test.boundary === 'atLeast') return [finding('gate-always-met', field)];
  if (!('share' in test)) return [];
  const whole = compare(decimalToRational(needed), rational(100n));
  const isNever = whole > 0 || (whole === 0 && test.boundary === 'moreThan');
  return isNever ? [finding('gate-never-met', field, { percent: decimalPercent(needed) })] : [];
}

function lintLimit(term: Term, limit: Limit, at: string, currency: string): Finding[] {
  const findings: Finding[] = [];
  if ('order' in limit && limit.order === 'arrival') {
    findings.push(finding('limit-by-arrival', `${at}.order`));
  }
  if (limit.of === 'qualifier' && limit.scope === 'partner') {
    findings.push(...unreachable(term, limit.max, at, currency));
  }
  if (limit.of !== 'amount' || limit.scope !== 'partner') return findings;
  const max = decimalMoney(limit.max, currency);
  const { minimum, floor } = term;
  if (minimum !== 'none' && isAbove(minimum.amount, limit.max)) {
    const facts = { amount: decimalMoney(minimum.amount, currency), max };
    findings.push(finding('minimum-above-cap', `${at}.max`, facts));
  }
  if (floor !== 'none' && isAbove(floor.amount, limit.max)) {
    const facts = { amount: decimalMoney(floor.amount, currency), max };
    findings.push(finding('floor-above-cap', `${at}.max`, facts));
  }
  return findings;
}

/** The limit comes before the tier, so a tier above it is never reached. */
function unreachable(term: Term, max: Decimal, at: string, currency: string): Finding[] {
  const { rows, boundary } = term.tiers;
  if (isPercentOfBaseline(term)) return [];
  const index = rows.findIndex(
    ({ from }) => isAbove(from, max) || (boundary === 'moreThan' && !isAbove(max, from)),
  );
  const row = rows[index];
  if (row === undefined) return [];
  const inUnit = (value: Decimal) => thresholdOperand(term, decimalToRational(value), currency);
  const facts = { tier: count(index + 1), from: inUnit(row.from), max: inUnit(max) };
  return [finding('tier-unreachable', `${at}.max`, facts)];
}

/** Who bought next to nothing a year ago grows a hundredfold with ease. */
function lintGrowth(term: Term, at: string): Finding[] {
  const { formula, limits } = term;
  if (formula === 'aboveBase' || !hasMeasuredBaseline(term)) return [];
  const isCapped = limits !== 'none' && limits.some(({ of }) => of !== 'qualifier');
  return isCapped ? [] : [finding('growth-uncapped', `${at}.limits`)];
}

function isAbove(a: Decimal, b: Decimal): boolean {
  return compare(decimalToRational(a), decimalToRational(b)) > 0;
}
