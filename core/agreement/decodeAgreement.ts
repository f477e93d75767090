import { accept, type Refusal, type Result } from '../refusal/refusals.ts';
import type { Agreement } from './agreement.ts';
import { agreementFormat } from './agreementFormat.ts';
import { checkAgreement } from './checkAgreement.ts';
import { checkTerm } from './checkTerm.ts';
import { type FileAgreement, normaliseTerm } from './normaliseTerm.ts';
import { RefusalList } from './refusalList.ts';

/**
 * The parsed text of an agreement file to an agreement, or every reason against it.
 * Shape first; only a well-shaped text is then asked whether it makes sense.
 * Refuses: every `agreement-…` code of the registry that speaks of the text itself.
 */
export function decodeAgreement(json: unknown): Result<Agreement> {
  const refusals: Refusal[] = [];
  const file = agreementFormat.decode(json, '', refusals);
  if (file === undefined) return { ok: false, refusals };
  const list = new RefusalList(refusals);
  checkAgreement(file, list);
  for (const [index, term] of file.terms.entries()) checkTerm(file, term, list.inside(`terms[${index}]`));
  if (refusals.length > 0) return { ok: false, refusals };
  return accept({
    ...file,
    ...companiesOf(file.company),
    validity: { from: file.validity.firstDay, until: file.validity.lastDay + 1 },
    terms: file.terms.map(normaliseTerm),
  });
}

/** A company that stands alone settles, trades and bears. */
function companiesOf(
  company: FileAgreement['company'],
): Pick<Agreement, 'company' | 'tradingCompanies' | 'bearsTheRest'> {
  if (typeof company === 'string') return { company, tradingCompanies: [company], bearsTheRest: company };
  const { settling, trading, withoutLines } = company;
  return { company: settling, tradingCompanies: trading, bearsTheRest: withoutLines };
}
