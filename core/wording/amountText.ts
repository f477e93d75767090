import { minorDigits } from '../money/currency.ts';
import { CATALOGUES } from './catalogue.ts';
import type { Language } from './language.ts';
import { onceEach } from './onceEach.ts';
import { operandText } from './operandText.ts';

/** A decimal text as money of a currency, with every place that it has: "1234.5" as "EUR 1,234.50". */
export function amountText(value: string, currency: string, language: Language): string {
  return operandText({ kind: 'money', value, currency }, language);
}

/** The same without its currency, where a heading names it: "1,234.50". */
export function bareAmountText(value: string, currency: string, language: Language): string {
  const { locale } = CATALOGUES[language];
  return bareFormat(locale, minorDigits(currency) ?? 0).format(value as `${number}`);
}

const bareFormat = onceEach(
  (locale: string, places: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: 100 }),
);
