import { formatDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { type Money, moneyText } from '../money/money.ts';
import {
  type Decimal,
  decimalToRational,
  formatDecimal,
  parseDecimal,
  rationalToDecimal,
} from '../number/decimal.ts';
import { divide, type Rational } from '../number/rational.ts';
import type { Operand, Step, StepKind } from './explanation.ts';

export function step(kind: StepKind, operands: Record<string, Operand>, steps: readonly Step[] = []): Step {
  return { kind, operands, steps };
}

/** The exact text of a fraction: a decimal where it ends, "n/d" where it does not. */
export function exactText(value: Rational): string {
  const decimal = rationalToDecimal(value);
  return decimal === undefined ? `${value.n}/${value.d}` : formatDecimal(decimal);
}

/** The fraction that an exact text stands for; undefined where it is none. */
export function parseExact(text: string): Rational | undefined {
  const [n, d, more] = text.split('/').map(parseDecimal);
  if (n === undefined || more !== undefined) return undefined;
  if (!text.includes('/')) return decimalToRational(n);
  return d === undefined || d.digits <= 0n ? undefined : divide(decimalToRational(n), decimalToRational(d));
}

export function money(value: Money): Operand {
  return { kind: 'money', value: moneyText(value), currency: value.currency };
}

/** An exact amount before rounding. */
export function exactMoney(value: Rational, currency: string): Operand {
  return { kind: 'money', value: exactText(value), currency };
}

export function quantity(value: Rational, unit: string): Operand {
  return { kind: 'number', value: exactText(value), unit };
}

export function percent(value: Rational): Operand {
  return { kind: 'percent', value: exactText(value) };
}

export function decimalPercent(value: Decimal): Operand {
  return { kind: 'percent', value: formatDecimal(value) };
}

export function decimalMoney(value: Decimal, currency: string): Operand {
  return { kind: 'money', value: formatDecimal(value), currency };
}

export function count(value: number): Operand {
  return { kind: 'count', value };
}

export function window(value: Window): Operand {
  return { kind: 'window', firstDay: formatDate(value.from), lastDay: formatDate(value.until - 1) };
}

export function word(value: string): Operand {
  return { kind: 'word', word: value };
}

export function plain(value: string): Operand {
  return { kind: 'text', value };
}
