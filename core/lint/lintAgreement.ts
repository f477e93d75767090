import type { Agreement } from '../agreement/agreement.ts';
import { plain } from '../explanation/operands.ts';
import { type Finding, finding } from './finding.ts';
import { lintAmounts } from './lintAmounts.ts';
import { lintTerm } from './lintTerm.ts';
import { lintTiers } from './lintTiers.ts';
import { lintWindows } from './lintWindows.ts';

/**
 * What is allowed in an agreement and may not be meant: odd rates, thresholds with a cliff or out
 * of reach, policies that surprise. It knows no facts and no today; it never refuses.
 * Shape: the agreement has been decoded.
 */
export function lintAgreement(agreement: Agreement): Finding[] {
  return [
    ...lintParties(agreement),
    ...agreement.terms.flatMap((term, index) => {
      const at = `terms[${index}]`;
      return [
        ...lintTerm(agreement, term, at),
        ...lintWindows(agreement, term, at),
        ...lintTiers(term, term.tiers, `${at}.tiers`, agreement.currency),
        ...(term.supplements === 'none' ? [] : term.supplements).flatMap(({ tiers }, place) =>
          lintTiers(term, tiers, `${at}.supplements[${place}].tiers`, agreement.currency),
        ),
        ...lintAmounts(term, at, agreement.currency),
      ];
    }),
  ];
}

function lintParties(agreement: Agreement): Finding[] {
  const { participants, currency, settlement, company, tradingCompanies } = agreement;
  const findings: Finding[] = [];
  if (participants.length === 0) findings.push(finding('everybody', 'participants'));
  if (settlement.currency !== currency && settlement.exchange === undefined) {
    const facts = { currency: plain(currency), settled: plain(settlement.currency) };
    findings.push(finding('settlement-currency', 'settlement.currency', facts));
  }
  if (!tradingCompanies.includes(company)) {
    findings.push(finding('settling-not-trading', 'company.trading', { company: plain(company) }));
  }
  return findings;
}
