import type { Exclusive, Group, Netting, Term } from '../../agreement/agreement.ts';
import type { Clause } from './clause.ts';
import { attributeText } from './conditionText.ts';
import type { Pen } from './pen.ts';

/** How a term stands to other partners and to other terms. */
export function groupClauses(pen: Pen, { group, exclusive, netting }: Term): Clause[] {
  return [
    ...(group === 'none' ? [] : groupTerms(pen, group)),
    ...(exclusive === 'none' ? [] : exclusiveTerms(pen, exclusive)),
    ...(netting === 'none' ? [] : [nettingTerm(pen, netting)]),
  ];
}

function groupTerms(pen: Pen, { by, target, joiners, leavers, spreadBy, keptPercent }: Group): Clause[] {
  const { group } = pen.texts;
  const leaving = typeof leavers === 'string' ? leavers : leavers.nothing;
  return [
    pen.sentence(group.by, { attribute: attributeText(pen, by) }),
    pen.sentence(group.target[target]),
    pen.sentence(group.joinersQualifier[joiners.qualifier]),
    pen.sentence(group.joinersPayout[joiners.payout]),
    pen.sentence(group.leavers[leaving]),
    pen.sentence(group.spreadBy[spreadBy]),
    pen.sentence(group.kept, { percent: pen.percent(keptPercent) }),
  ];
}

function exclusiveTerms(pen: Pen, { set, choice, rank, loserQualifier }: Exclusive): Clause[] {
  const { exclusive } = pen.texts;
  return [
    pen.sentence(exclusive.set, { set: pen.name(set) }, [
      pen.sentence(exclusive.choice[choice]),
      pen.sentence(exclusive.rank, { rank: pen.count(rank) }),
      pen.sentence(exclusive.loserQualifier[loserQualifier]),
    ]),
  ];
}

function nettingTerm(pen: Pen, { of, lowers }: Netting): Clause {
  return pen.sentence(pen.texts.netting[lowers], { terms: pen.quotedAll(of, 'conjunction') });
}
