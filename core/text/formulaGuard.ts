/**
 * Signs that make a spreadsheet take a text for a formula, also in full width: at the beginning of a text
 * and behind whatever could begin a new cell where the file is read with another separator. Our exports put
 * an apostrophe in front of each; in front of apostrophes and such a sign another one.
 */
const GUARDED = /(?<=^|[,;|"\t\r\n])'?(?='*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/g;

/** A text in which no spreadsheet finds a formula; `withoutFormulaGuard` gives the same text back. */
export function withFormulaGuard(text: string): string {
  return text.replace(GUARDED, "'$&");
}

/** A text without the apostrophes that an export put into it; any other text as it stands. */
export function withoutFormulaGuard(text: string): string {
  // Nearly no text has one, and every cell of every file comes through here.
  return text.includes("'") ? text.replace(GUARDED, '') : text;
}
