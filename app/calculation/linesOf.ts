import type { Agreement } from '../../core/agreement/agreement.ts';
import { looksAcrossPartners } from '../../core/plan/acrossPartners.ts';
import type { LineFilter } from '../ports.ts';

/** The lines that a calculation looks at: of its companies and its sides, the same for many agreements. */
export function linesOf(...agreements: readonly Agreement[]): LineFilter {
  const companies = agreements.flatMap(({ tradingCompanies }) => tradingCompanies);
  const sides = agreements.flatMap(({ terms }) => terms.map(({ transactions }) => transactions));
  return { companies: [...new Set(companies)].sort(), sides: [...new Set(sides)].sort() };
}

/** The lines that the amounts of one partner hang on: its own, where no term looks at others. */
export function linesOfPartner(agreement: Agreement, partner: string): LineFilter {
  return linesOfPartners(agreement, [partner]);
}

/** The same of several partners. */
export function linesOfPartners(agreement: Agreement, partners: readonly string[]): LineFilter {
  return { ...linesOf(agreement), ...(!looksAcrossPartners(agreement) && { partners }) };
}
