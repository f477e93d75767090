import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import type { Scale } from '../earning/progress.ts';
import type { Operand } from '../explanation/explanation.ts';
import { exactText } from '../explanation/operands.ts';
import { moneyText } from '../money/money.ts';
import type { Gap, QualifyingState, Reason } from '../qualifying/qualifying.ts';
import { CATALOGUES } from './catalogue.ts';
import { changeText } from './changeText.ts';
import { factTexts } from './factTexts.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';
import { matchText } from './matchText.ts';
import { operandText } from './operandText.ts';
import { renderStep } from './renderStep.ts';

/** A state of the list, in a word or two. */
export function qualifyingStateText(state: QualifyingState, language: Language): string {
  return CATALOGUES[language].qualifying.states[state];
}

/** One reason as a sentence, or two: what is, and what would change it. */
export function reasonText(reason: Reason, language: Language): string {
  const { qualifying } = CATALOGUES[language];
  if (reason.of === 'step') return renderStep(reason.step, language).text;
  if (reason.of === 'notice') {
    const { day } = reason.facts;
    const shown = day === undefined ? {} : { day: operandText({ kind: 'date', value: day }, language) };
    return fillText(qualifying.notices[reason.notice], { ...factTexts(reason.facts, language), ...shown });
  }
  const { lines, example, match, change } = reason;
  const said = matchText(match, language);
  return fillText(qualifying.lines, {
    lines: String(lines),
    document: example.document,
    line: example.line,
    why: change === undefined ? said : `${said} ${changeText(change, language)}`,
  });
}

/** What is missing to the next tier, until when, and what it is worth. */
export function gapText(
  { tier, missing, scale, worth }: Gap,
  by: LocalDate,
  currency: string,
  language: Language,
): string {
  return fillText(CATALOGUES[language].qualifying.gap, {
    tier: String(tier),
    missing: operandText(measured(scale, exactText(missing), currency), language),
    day: operandText({ kind: 'date', value: formatDate(by) }, language),
    ...(worth && { worth: operandText(measured({ of: 'money' }, moneyText(worth), currency), language) }),
  });
}

function measured(scale: Scale, value: string, currency: string): Operand {
  if (scale.of === 'money') return { kind: 'money', value, currency };
  return scale.of === 'percent' ? { kind: 'percent', value } : { kind: 'number', value, unit: scale.unit };
}
