import { formatDate } from '../calendar/localDate.ts';
import type { Match } from '../plan/matchLine.ts';
import { CATALOGUES } from './catalogue.ts';
import { factTexts } from './factTexts.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';
import { operandText } from './operandText.ts';

/** What a line is to a term, and the value that decided: the answer to "why not?". */
export function matchText(match: Match, language: Language): string {
  const { counted, excluded, blocked } = CATALOGUES[language];
  if (match.state === 'counted') {
    const date = operandText({ kind: 'date', value: formatDate(match.placedOn) }, language);
    return fillText(counted, { date });
  }
  const text = match.state === 'excluded' ? excluded[match.reason] : blocked[match.reason];
  return fillText(text, factTexts(match.facts, language));
}
