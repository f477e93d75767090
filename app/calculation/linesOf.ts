import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LineFilter } from '../ports.ts';

/** The lines that an agreement can look at: of its company, and of one side where all terms look at it. */
export function linesOf({ company, terms }: Agreement): LineFilter {
  const [side, ...others] = new Set(terms.map(({ transactions }) => transactions));
  return { company, ...(side !== undefined && others.length === 0 && { side }) };
}
