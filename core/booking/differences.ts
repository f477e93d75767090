import { CAUSES, type Cause } from './cause.ts';

/** The difference to book on one account, and what it is made of. Units: minor. */
export type Difference = {
  readonly key: string;
  readonly target: bigint;
  readonly booked: bigint;
  readonly delta: bigint;
  readonly causes: readonly { readonly cause: Cause; readonly minor: bigint }[];
};

/** The cumulative amount of each account with the causes up to this one taken in. */
export type Layer = { readonly cause: Cause; readonly targets: ReadonlyMap<string, bigint> };

/**
 * Target − booked = delta, per account, in key order; accounts without a difference are left out.
 * `layers` go from the first cause to the last, whose targets are the new amounts; the amount of
 * a cause is its layer less the one before, the first against what is booked. An account that a
 * layer does not name has target zero there, so what no line supports any more is taken back.
 * Shape: each cause at most once, in the order of the list (a fault otherwise).
 * True-up, late invoice, return, amendment and clawback are all this one function.
 * Source: laws 1 and 4; rulings R11.
 */
export function differences(layers: readonly Layer[], booked: ReadonlyMap<string, bigint>): Difference[] {
  mustBeInOrder(layers);
  const keys = new Set([...booked.keys(), ...layers.flatMap((layer) => [...layer.targets.keys()])]);
  return [...keys]
    .sort()
    .map((key) => difference(key, layers, booked.get(key) ?? 0n))
    .filter((entry) => entry.delta !== 0n);
}

function difference(key: string, layers: readonly Layer[], booked: bigint): Difference {
  const causes: { cause: Cause; minor: bigint }[] = [];
  let before = booked;
  for (const layer of layers) {
    const target = layer.targets.get(key) ?? 0n;
    if (target !== before) causes.push({ cause: layer.cause, minor: target - before });
    before = target;
  }
  return { key, target: before, booked, delta: before - booked, causes };
}

function mustBeInOrder(layers: readonly Layer[]): void {
  for (const [index, { cause }] of layers.entries()) {
    const before = layers[index - 1]?.cause;
    if (before !== undefined && CAUSES.indexOf(before) >= CAUSES.indexOf(cause)) {
      throw new Error(`Fault: the cause ${cause} after ${before}`);
    }
  }
}
