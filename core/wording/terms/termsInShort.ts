import type { Agreement } from '../../agreement/agreement.ts';
import type { Language } from '../language.ts';
import type { Clause } from './clause.ts';
import { durationClauses, partyClauses } from './partyClauses.ts';
import { Pen } from './pen.ts';
import { tierClauses } from './tierClauses.ts';

/** Whom an agreement is with, how long, and what its tiers pay: enough to recognise it in a list. */
export function termsInShort(agreement: Agreement, language: Language): string {
  const pen = new Pen(language, agreement.currency);
  const parties = partyClauses(pen, agreement).slice(3, 4);
  const duration = durationClauses(pen, agreement).slice(0, 1);
  const tiers = agreement.terms.flatMap((term) => tierClauses(pen, term));
  return [...parties, ...duration, ...tiers].flatMap(saidBy).join(' ');
}

function saidBy({ text, parts }: Clause): string[] {
  return [text, ...parts.flatMap(saidBy)];
}
