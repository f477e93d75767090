import { rebase } from './business/rebase.ts';
import { chanceOf } from './chance.ts';
import { dirty } from './dirty.ts';
import { type Draft, inLineOrder } from './draft.ts';
import { HELD_OUT } from './heldOut/heldOutKinds.ts';
import { honestHistory } from './honestHistory.ts';
import { INNOCENT } from './innocent/innocentKinds.ts';
import type { Innocent, Label } from './label.ts';
import type { Ground, Plant } from './plant/ground.ts';
import { KINDS } from './plant/kinds.ts';
import type { Trade } from './sets/trade.ts';

export type Planted = {
  readonly draft: Draft;
  readonly labels: readonly Label[];
  readonly innocents: readonly Innocent[];
};

/** How many of each kind go into a set: few among what is honest. */
const COUNTS: Readonly<Record<string, number>> = {
  'uci-online-retail': 6,
  'adventureworks-reseller': 6,
  'adventureworks-purchasing': 4,
  northwind: 2,
  classicmodels: 1,
  'iowa-liquor-weekly': 4,
};

/** The honest business of `honestHistory` with cases in it. `noisy`: cases are disguised, and honest records are untidy. */
export function plantedHistory(trade: Trade, seed: number, noisy: boolean): Planted {
  const business = honestHistory(trade, seed);
  const { draft } = business;
  const chance = chanceOf(seed, `${trade.set}/planted/${noisy ? 'noisy' : 'clean'}`);
  const ground = { ...business, count: COUNTS[trade.set] ?? 2, disguised: noisy, taken: new Set<string>() };
  const grow = (plants: readonly Plant[], heldOut: boolean) =>
    plants.flatMap((plant) => labelsOf(plant, heldOut, { ...ground, chance: chance.fork(plant.kind) }));
  const labels = [...grow(HELD_OUT, true), ...grow(KINDS, false)];
  const innocents = INNOCENT.flatMap(({ kind, find }) =>
    find({ ...ground, chance: chance.fork(kind) }).map((named) => ({ kind, named })),
  );
  const leaks = labels
    .filter(({ group }) => group === 'leakage')
    .flatMap((one) => [one, ...one.alternatives]);
  rebase(
    draft,
    business.index,
    new Set(leaks.filter(({ object }) => object === 'earning').map(({ id }) => id)),
  );
  if (noisy) dirty(draft, chance.fork('dirty'));
  draft.lines.sort(inLineOrder);
  return { draft, labels, innocents };
}

function labelsOf({ kind, group, plant }: Plant, heldOut: boolean, ground: Ground): Label[] {
  return plant(ground).map((found) => ({ ...found, kind, group, heldOut }));
}
