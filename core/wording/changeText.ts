import type { Change } from '../plan/nearestChange.ts';
import { CATALOGUES } from './catalogue.ts';
import { factTexts } from './factTexts.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';
import { operandText } from './operandText.ts';

/** Facts that are days. */
const DAYS = /^\d{4}-\d{2}-\d{2}$/;

/** What would have to be otherwise, so that a line counts: the second half of "why not?". */
export function changeText({ kind, facts }: Change, language: Language): string {
  const texts = factTexts(facts, language);
  const dated = Object.entries(facts).map(([name, value]) => [
    name,
    DAYS.test(value) ? operandText({ kind: 'date', value }, language) : texts[name],
  ]);
  return fillText(CATALOGUES[language].changes[kind], Object.fromEntries(dated));
}
