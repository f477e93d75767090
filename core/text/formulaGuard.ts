/**
 * Signs that make a spreadsheet take a text for a formula. Our exports put an apostrophe in front of
 * such a text, and another one in front of a text that begins with apostrophes and such a sign.
 */
const GUARDED = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A text without the apostrophe that an export put in front of it; any other text as it stands. */
export function withoutFormulaGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
