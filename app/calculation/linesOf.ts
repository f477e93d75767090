import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LineFilter } from '../ports.ts';

/** The lines that a calculation looks at: of its company and its sides, the same for many agreements. */
export function linesOf({ company, terms }: Agreement): LineFilter {
  return { company, sides: [...new Set(terms.map(({ transactions }) => transactions))].sort() };
}
