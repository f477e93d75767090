import type { LineTexts } from '../../core/fact/parseLine.ts';
import { parseDecimal } from '../../core/number/decimal.ts';
import { DATE_FORMATS, readDate } from '../../core/reading/readDate.ts';
import { NUMBER_FORMATS, readNumber } from '../../core/reading/readNumber.ts';
import type { QuarantinedRow } from '../ports/receivedStore.ts';

/**
 * What a person types in the place of what could not be read, as its column is written: that is what they were told to
 * do. A plain decimal is what it says, whatever the column is like; what the column does not read stays as it was typed.
 */
export function readAsColumn({ refusals }: Pick<QuarantinedRow, 'refusals'>, typed: LineTexts): LineTexts {
  const fields: Record<string, string> = { ...typed };
  for (const { code, facts } of refusals) {
    const { field = '', expected } = facts;
    const text = fields[field];
    if (text === undefined) continue;
    const date = code === 'line-date-unread' ? DATE_FORMATS.find((one) => one === expected) : undefined;
    const number = code === 'line-number-unread' ? NUMBER_FORMATS.find((one) => one === expected) : undefined;
    if (date !== undefined) fields[field] = readDate(text, date) ?? text;
    if (number !== undefined && parseDecimal(text) === undefined)
      fields[field] = readNumber(text, number) ?? text;
  }
  return fields;
}
