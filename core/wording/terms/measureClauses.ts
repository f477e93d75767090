import type { Term } from '../../agreement/agreement.ts';
import type { Clause } from './clause.ts';
import { measureText, qualifierText } from './measureText.ts';
import { isNamedPayout } from './payoutName.ts';
import type { Pen } from './pen.ts';

/** What finds the tier, and what is paid on. */
export function measureClauses(pen: Pen, term: Term): Clause[] {
  const { measures } = pen.texts;
  return [
    pen.sentence(measures.qualifier, { measure: qualifierText(pen, term.qualifier) }),
    ...term.payouts.map(({ id, measure }) =>
      pen.sentence(isNamedPayout(term, id) ? measures.payoutPart : measures.payout, {
        id: pen.name(id),
        measure: measureText(pen, measure),
      }),
    ),
  ];
}
