import { minorDigits } from '../../core/money/currency.ts';
import { FACT_DIGITS_MAX, parseDecimal } from '../../core/number/decimal.ts';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import type { MasterRow } from '../ports.ts';

/**
 * What is wrong with an exchange rate: one that nobody could use would leave its lines blocked, and
 * a wrong one would change money. A rate has two currencies, its day, and decimals above zero.
 * Refuses: master-invalid (reasons rate-code-invalid, rate-day-missing, rate-kind-missing,
 * rate-value-invalid).
 */
export function invalidRate({ code, validFrom, attributes }: MasterRow, at: string): Refusal[] {
  const refusals: Refusal[] = [];
  const because = (reason: string, field: string, value: string) =>
    refusals.push(refuse('master-invalid', at === '' ? field : `${at}.${field}`, { field, value, reason }));
  const currencies = code.split('/');
  const isPair = currencies.length === 2 && currencies.every((text) => minorDigits(text) !== undefined);
  if (!isPair || currencies[0] === currencies[1]) because('rate-code-invalid', 'code', code);
  if (validFrom === undefined) because('rate-day-missing', 'validFrom', '');
  if (Object.keys(attributes).length === 0) because('rate-kind-missing', 'attributes', '');
  for (const [kind, text] of Object.entries(attributes)) {
    const value = text.length > FACT_DIGITS_MAX ? undefined : parseDecimal(text);
    if (value === undefined || value.digits <= 0n) because('rate-value-invalid', `attributes.${kind}`, text);
  }
  return refusals;
}
