import type { Finding } from '../lint/finding.ts';
import { CATALOGUES } from './catalogue.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';
import { operandText } from './operandText.ts';

/** What the linter has found, in a reader's language. */
export function findingText({ code, facts }: Finding, language: Language): string {
  const values = Object.entries(facts).map(([name, fact]) => [name, operandText(fact, language)] as const);
  return fillText(CATALOGUES[language].findings[code], Object.fromEntries(values));
}
