import { withFormulaGuard, withoutFormulaGuard } from '../../core/text/formulaGuard.ts';

/** A number with its sign is no formula, and stays a number. */
const NUMBER = /^[+-]?(\d+([.,'’ ]\d+)*|[.,]\d+)$/;

/** A text in which no spreadsheet finds a formula: an apostrophe stands before what could be one; our readers take it away. */
export function safeText(text: string): string {
  return NUMBER.test(text) ? text : withFormulaGuard(text);
}

/** The same for files that no spreadsheet opens: only what our readers would shorten is lengthened. */
export function exactText(text: string): string {
  return withoutFormulaGuard(text) === text ? text : withFormulaGuard(text);
}
