import type { Condition } from '../../core/agreement/agreement.ts';
import { looksForSales } from '../../core/plan/findSales.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { fieldOf } from '../columnar/measureColumn.ts';
import { WHERES_MAX } from './memberFlags.ts';

/**
 * Why a term is not summed in the database. Of the first two core needs every line there is, of the others those
 * that meet the conditions.
 */
export const ASKED_BECAUSE = [
  'payment',
  'sales',
  'ordered',
  'crossTerm',
  'measure',
  'tree',
  'group',
  'conditions',
] as const;
export type AskedBecause = (typeof ASKED_BECAUSE)[number];

const OF_ALL_LINES: ReadonlySet<AskedBecause | undefined> = new Set(['payment', 'sales']);

export function needsAllLines(reason: AskedBecause | undefined): boolean {
  return OF_ALL_LINES.has(reason);
}

/** The first reason that holds; undefined: the term is summed in the database. */
export function whyAsked(planned: PlanTerm): AskedBecause | undefined {
  const { kind, term, slots, currency } = planned;
  const wheres = slots.map(({ where }) => where);
  if (looksAtPayment(planned)) return 'payment';
  if (looksForSales(planned)) return 'sales';
  if (kind !== 'additive') return kind;
  if (slots.some(({ measure }) => fieldOf(measure, currency) === undefined)) return 'measure';
  if ([...conditionsOf(planned), ...wheres.flat()].some(climbsFromLine)) return 'tree';
  if (term.group !== 'none' && !term.group.by.startsWith('partner.')) return 'group';
  return wheres.filter((where) => where.length > 0).length > WHERES_MAX ? 'conditions' : undefined;
}

/** The day of payment follows from payments; days of submission are asked before anything else. */
function looksAtPayment({ term }: PlanTerm): boolean {
  const { payment, submission } = term.eligibility;
  return term.date === 'payment' || payment !== 'any' || submission !== 'any';
}

function conditionsOf({ participants, term: { eligibility } }: PlanTerm): readonly Condition[] {
  return [...participants, ...eligibility.include, ...eligibility.exclude];
}

/** What stands above a value of a line is a matter of its day. */
function climbsFromLine(condition: Condition): boolean {
  return 'under' in condition && condition.attribute.startsWith('line.');
}
