import type { Language } from './language.ts';
import { operandText } from './operandText.ts';

/** A decimal text as money of a currency, with every place that it has: "1234.5" as "EUR 1,234.50". */
export function amountText(value: string, currency: string, language: Language): string {
  return operandText({ kind: 'money', value, currency }, language);
}
