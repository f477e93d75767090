import type { Term } from '../agreement/agreement.ts';
import type { Contribution } from '../cell/contribution.ts';
import { type Rational, subtract } from '../number/rational.ts';

/**
 * The terms of an agreement so that what others are net of comes before them; otherwise in the
 * order of the agreement. Shape: no cycle (the decoder refuses one; here it is a fault).
 */
export function nettingOrder(terms: readonly Pick<Term, 'id' | 'netting'>[]): string[] {
  const byId = new Map(terms.map((term) => [term.id, term]));
  const done: string[] = [];
  const visit = (id: string, path: readonly string[]): void => {
    if (done.includes(id)) return;
    if (path.includes(id)) throw new Error(`Fault: term ${id} is net of itself`);
    const netting = byId.get(id)?.netting ?? 'none';
    for (const inner of netting === 'none' ? [] : netting.of) visit(inner, [...path, id]);
    done.push(id);
  };
  for (const { id } of terms) visit(id, []);
  return done;
}

/**
 * The lines with the earnings of other terms taken off their values, line by line, in the slots
 * named; a line may end below zero, and a negative earning adds to its line.
 * The caller gives the exact, unrounded amounts of the inner terms by line key, in the currency of
 * the agreement, and the slots of values that the agreement lets them lower. Source: rulings R7, R21.
 */
export function netOf(
  stream: readonly Contribution[],
  lineAmounts: ReadonlyMap<string, Rational>,
  slots: ReadonlySet<string>,
): Contribution[] {
  return stream.map((entry) => {
    const earned = lineAmounts.get(entry.key);
    if (earned === undefined) return entry;
    const addends = entry.addends.map((addend) =>
      slots.has(addend.slot) ? { ...addend, value: subtract(addend.value, earned) } : addend,
    );
    return { ...entry, addends };
  });
}
