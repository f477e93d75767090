/** What a spreadsheet takes for the beginning of a formula, also in full width. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** A number with its sign is no formula, and stays a number. */
const NUMBER = /^[+-]?(\d+([.,'’ ]\d+)*|[.,]\d+)$/;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before what could be one.
 * `plainText` takes it away again, and nothing else.
 */
export function safeText(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text that `safeText` was given. */
export function plainText(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
