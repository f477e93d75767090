import type { Term } from '../../agreement/agreement.ts';
import type { Clause } from './clause.ts';
import type { Pen } from './pen.ts';
import { tableClauses } from './tierClauses.ts';

/** The tiers that hold from later days on. */
export function supplementClauses(pen: Pen, term: Term): Clause[] {
  if (term.supplements === 'none') return [];
  const { headings, supplements } = pen.texts;
  return term.supplements.map(({ id, firstDay, words, tiers, carryVolume, touches }) => {
    const day = { firstDay: pen.day(firstDay) };
    return pen.heading(headings.supplement, { id: pen.name(id), ...day }, [
      ...pen.words(words),
      pen.sentence(supplements[touches], day),
      pen.sentence(carryVolume ? supplements.carry : supplements.noCarry),
      ...tableClauses(pen, term, tiers),
    ]);
  });
}
