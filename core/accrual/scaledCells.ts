import type { Cells } from '../cell/cell.ts';
import type { Contribution } from '../cell/contribution.ts';
import { multiply, type Rational } from '../number/rational.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * The cells of a volume that is `times` the one at hand: all that is measured grows with it, what it
 * is compared with (a baseline) stays.
 */
export function scaledCells(plan: Plan, cells: Cells, times: Rational): Cells {
  const baselines = new Map(
    plan.terms.map(({ id, slots }) => [
      id,
      new Set(slots.filter(({ role }) => role === 'baseline').map((slot) => slot.id)),
    ]),
  );
  const grows = (term: string, slot: string) => baselines.get(term)?.has(slot) !== true;
  const scaled = (term: string, entry: Contribution): Contribution => ({
    ...entry,
    addends: entry.addends.map((addend) =>
      grows(term, addend.slot) ? { ...addend, value: multiply(addend.value, times) } : addend,
    ),
  });
  return {
    ...cells,
    cells: cells.cells.map((cell) =>
      grows(cell.term, cell.slot) ? { ...cell, factor: multiply(cell.factor, times) } : cell,
    ),
    streams: new Map(
      [...cells.streams].map(([term, stream]) => [term, stream.map((entry) => scaled(term, entry))]),
    ),
  };
}
