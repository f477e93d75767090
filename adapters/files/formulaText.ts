import { withoutFormulaGuard } from '../../core/text/formulaGuard.ts';

/** What a spreadsheet takes for the beginning of a formula, also in full width and behind apostrophes. */
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** A number with its sign is no formula, and stays a number. */
const NUMBER = /^[+-]?(\d+([.,'’ ]\d+)*|[.,]\d+)$/;

/** A text that no spreadsheet takes for a formula: an apostrophe stands before what could be one; our readers take it away. */
export function safeText(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The same for files that no spreadsheet opens: only what our readers would shorten is lengthened. */
export function exactText(text: string): string {
  return withoutFormulaGuard(text) === text ? text : `'${text}`;
}
