import { REFUSALS, type Refusal, type RefusalCode } from '../refusal/refusals.ts';
import { CATALOGUES } from './catalogue.ts';
import { factTexts } from './factTexts.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';

/** A "no" in a reader's language: what is wrong, what to do, and the place in a file or command. */
export type RefusalText = { readonly what: string; readonly fix: string; readonly where: string };

export function refusalText(refusal: Refusal, language: Language): RefusalText {
  const { what, fix } = CATALOGUES[language].refusals[refusal.code];
  const facts = { ...factTexts(refusal.facts, language), ...innerReason(refusal, language) };
  return { what: fillText(what, facts), fix: fillText(fix, facts), where: placeOf(refusal, language) };
}

/** A file can be refused for a reason that is a refusal itself: its text is the reason. */
function innerReason({ facts }: Refusal, language: Language): { reason?: string } {
  const { reason } = facts;
  if (reason === undefined || !Object.hasOwn(REFUSALS, reason)) return {};
  const { what } = CATALOGUES[language].refusals[reason as RefusalCode];
  return { reason: fillText(what, factTexts(facts, language)).replace(/[.。]$/, '') };
}

function placeOf({ at, facts }: Refusal, language: Language): string {
  const { file, row } = facts;
  const parts: string[] = [];
  if (file !== undefined && !at.includes(file)) parts.push(file);
  const isNamed = /\brow \d/.test(at) || row === undefined || row === '0';
  if (!isNamed) parts.push(fillText(CATALOGUES[language].row, { row }));
  if (at !== '' && at !== 'row')
    parts.push(at.replace(/\brow (\d+)/, CATALOGUES[language].row.replace('{row}', '$1')));
  return parts.join(', ');
}
