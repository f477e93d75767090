import type { Layer } from '../booking/differences.ts';

type Amounts = ReadonlyMap<string, bigint>;

/**
 * The targets of what is recognised, cause by cause: what is earned with the causes up to each one
 * taken in, and the estimate as it was booked; then, last, what the method takes for it now. So the
 * cause of what the contract changes is the contract's, and the rest is a new estimate.
 * `booked` is what is booked of both kinds. Units: minor. Source: rulings R1, R11.
 */
export function recognisedLayers(
  earned: readonly Layer[],
  recognised: Amounts,
  booked: { readonly earned: Amounts; readonly recognised: Amounts },
): Layer[] {
  const keys = new Set([...booked.earned.keys(), ...booked.recognised.keys()]);
  const estimate = new Map(
    [...keys].map((key) => [key, (booked.recognised.get(key) ?? 0n) - (booked.earned.get(key) ?? 0n)]),
  );
  const shifted = earned.map(({ cause, targets }): Layer => {
    const all = new Set([...targets.keys(), ...estimate.keys()]);
    return {
      cause,
      targets: new Map([...all].map((key) => [key, (targets.get(key) ?? 0n) + (estimate.get(key) ?? 0n)])),
    };
  });
  return [...shifted, { cause: 'estimate', targets: recognised }];
}
