const WEIGHTS = [3n, 7n, 1n];

/**
 * Whether nine digits are the number of a bank of the United States: weighted 3, 7, 1 in turn they sum to a
 * multiple of ten. Source: the ABA routing number policy; NACHA operating rules, appendix on check digits.
 */
export function isRoutingNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;
  const sum = [...text].reduce(
    (total, digit, place) => total + BigInt(digit) * (WEIGHTS[place % 3] ?? 0n),
    0n,
  );
  return sum % 10n === 0n;
}
