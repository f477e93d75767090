import { expect } from 'vitest';

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the tests are about.
export type Body = any;

const AMOUNT = /^-?\d+\.\d\d$/;

export const cents = (text: string): bigint => BigInt(text.replace('.', ''));
export const sumOf = (texts: readonly string[]): bigint => texts.reduce((sum, text) => sum + cents(text), 0n);

/** An amount is the sum of its parts, to the cent. */
export function same(amount: string, parts: readonly string[], of: string): void {
  expect([of, cents(amount)]).toEqual([of, sumOf(parts)]);
}

/** What transfers leave in a role, debit less credit. */
export function heldIn(transfers: readonly Body[], role: string): bigint {
  return transfers.reduce(
    (sum, { debit, credit, amount }) =>
      sum + (debit === role ? cents(amount) : 0n) - (credit === role ? cents(amount) : 0n),
    0n,
  );
}

/** The amounts of money that an answer holds, by the places where they stand. */
export function amountsIn(value: Body, path = ''): (readonly [string, string])[] {
  if (typeof value === 'string') return AMOUNT.test(value) ? [[path, value]] : [];
  if (Array.isArray(value)) return value.flatMap((one) => amountsIn(one, `${path}[]`));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => amountsIn(one, path === '' ? key : `${path}.${key}`));
}

/** The amounts that a paper shows, without their thousands and their sign. */
export function amountsOn(text: string): ReadonlySet<string> {
  const found = text.matchAll(
    /(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d\d(?![\d.,%])|(?<![\d.,])\d+\.\d\d(?![\d.,%])/g,
  );
  return new Set([...found].map(([amount]) => amount.replaceAll(',', '')));
}
