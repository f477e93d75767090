const PARITY: Readonly<Record<string, number>> = { even: 0, odd: 1 };

/**
 * The cases that this run tries: all of them, or every second one where `npm test` shares them between
 * its two servers, so that both together try each (OPENREBATE_CASES, test/runAll.ts).
 */
export function ownCases<T>(cases: readonly T[]): readonly T[] {
  const share = process.env.OPENREBATE_CASES;
  if (share === undefined) return cases;
  const parity = PARITY[share];
  if (parity === undefined) throw new Error(`OPENREBATE_CASES is even or odd, not ${share}`);
  return cases.filter((_, at) => at % 2 === parity);
}
