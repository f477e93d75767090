import type { Agreement, Measure, Term } from '../agreement/agreement.ts';
import { word } from '../explanation/operands.ts';
import type { RoundingMode } from '../number/round.ts';
import { type Finding, finding } from './finding.ts';

/** How amounts are rounded by law and custom; anything else favours one side or surprises. */
const USUAL_MODES: readonly RoundingMode[] = ['halfAwayFromZero', 'halfEven'];

/** What counts, on which facts, and how the result is treated. */
export function lintTerm(agreement: Agreement, term: Term, at: string): Finding[] {
  const { eligibility, returns, rounding } = term;
  const findings: Finding[] = [];
  const say = (found: boolean, ...what: Parameters<typeof finding>) => {
    if (found) findings.push(finding(...what));
  };
  say(term.words === undefined, 'words-missing', `${at}.words`);
  const pays = term.formula === 'fixed' || (term.floor !== 'none' && term.floor.when === 'always');
  const isForAll = agreement.participants.length === 0 && pays;
  say(isForAll, 'floor-for-everybody', term.formula === 'fixed' ? `${at}.formula` : `${at}.floor.when`);
  const isCurrent = eligibility.attributesAsOf === 'current';
  say(isCurrent, 'attributes-current', `${at}.eligibility.attributesAsOf`);
  findings.push(...lintStock(agreement, term, at));
  const isBelowZero = returns.linked === 'currentAtOriginalRate' || returns.negativeWindow !== 'zero';
  say(isBelowZero, 'returns-below-zero', `${at}.returns`);
  const mode = word(`rounding.${rounding.mode}`);
  say(!USUAL_MODES.includes(rounding.mode), 'rounding-unusual', `${at}.rounding.mode`, { mode });
  say(rounding.grain === 'line', 'rounding-each-line', `${at}.rounding.grain`);
  return findings;
}

/** A supplier rebate is for goods that were taken into stock: rejected ones go back. */
function lintStock({ direction }: Agreement, term: Term, at: string): Finding[] {
  if (direction !== 'supplierRebate' || term.transactions !== 'purchase') return [];
  const { qualifier } = term;
  const measures = qualifier.of === 'share' ? [qualifier.part, qualifier.whole] : [qualifier];
  const found = [...measures, ...term.payouts.map(({ measure }) => measure)].find(countsRejected);
  if (found === undefined || !('basis' in found)) return [];
  const measure = word(`measure.${found.of}.${found.basis}`);
  return [
    finding('supplier-not-stocked', found === qualifier ? `${at}.qualifier` : `${at}.payout`, { measure }),
  ];
}

function countsRejected(measure: Measure): boolean {
  return 'basis' in measure && measure.basis !== 'stocked' && measure.basis !== 'stockedAtPrice';
}
