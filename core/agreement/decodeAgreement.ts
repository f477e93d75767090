import { accept, type Refusal, type Result } from '../refusal/refusals.ts';
import type { Agreement } from './agreement.ts';
import { agreementFormat } from './agreementFormat.ts';
import { checkAgreement } from './checkAgreement.ts';
import { checkTerm } from './checkTerm.ts';
import { normaliseTerm } from './normaliseTerm.ts';
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
    validity: { from: file.validity.firstDay, until: file.validity.lastDay + 1 },
    terms: file.terms.map(normaliseTerm),
  });
}
