import type { Language } from './language.ts';
import { operandText } from './operandText.ts';

/** A window by its first and its last day, both in it, as `YYYY-MM-DD`. */
export function periodText(firstDay: string, lastDay: string, language: Language): string {
  return operandText({ kind: 'window', firstDay, lastDay }, language);
}
