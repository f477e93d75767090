import { isRefusalCode, type Refusal, type RefusalCode } from '../refusal/refusals.ts';
import { CATALOGUES } from './catalogue.ts';
import { factTexts, onOneLine } from './factTexts.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';

/** A "no" in a reader's language: what is wrong, what to do, and the place in a file or command. */
export type RefusalText = { readonly what: string; readonly fix: string; readonly where: string };

export function refusalText(refusal: Refusal, language: Language): RefusalText {
  const texts = CATALOGUES[language].refusals;
  const { what, fix } = texts[refusal.code];
  const facts = factTexts(refusal.facts, language);
  const where = placeOf(refusal, language);
  const inner = innerCode(refusal);
  if (inner === undefined) return { what: fillText(what, facts), fix: fillText(fix, facts), where };
  const reason = fillText(texts[inner].what, facts).replace(/[.。]$/, '');
  return { what: fillText(what, { ...facts, reason }), fix: fillText(texts[inner].fix, facts), where };
}

/** A file can be refused for a reason that is a refusal itself: it says what is wrong and what helps. */
function innerCode({ facts: { reason } }: Refusal): RefusalCode | undefined {
  return reason !== undefined && isRefusalCode(reason) ? reason : undefined;
}

/** File, row and field, as far as they are known and the place does not name them itself. */
function placeOf({ at, facts }: Refusal, language: Language): string {
  const { file, row } = facts;
  const parts: string[] = [];
  if (file !== undefined && !at.includes(file)) parts.push(file);
  const isNamed = /\brow \d/.test(at) || row === undefined || row === '0';
  if (!isNamed) parts.push(`row ${row}`);
  if (at !== '' && at !== 'row') parts.push(at);
  return onOneLine(parts.map((part) => placeText(part, language)).join(CATALOGUES[language].comma));
}

/** Where rows, lines of a text and the header stand, in the reader's words; all else is a name. */
function placeText(place: string, language: Language): string {
  const { row, line, header } = CATALOGUES[language];
  if (place === 'header') return header;
  const numbered = place.replace(/\brow (\d+)/, (_, number: string) => fillText(row, { row: number }));
  return numbered.replace(/^line (\d+)$/, (_, number: string) => fillText(line, { line: number }));
}
