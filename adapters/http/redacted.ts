/** What must not stand in a log wherever it turns up, and what stands there instead. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\bork_([a-z0-9-]{1,63})_([0-9a-f]{12})_[0-9a-f]+/g, 'ork_$1_$2_***'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 ***'],
  [/\b(pass\w*|secret|token)(["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;}&]+)/gi, '$1$2***'],
  // Bank accounts: IBAN, and numbers as long as those of accounts and cards.
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g, '***'],
  [/\b\d{12,24}\b/g, '***'],
];

/** An address with a password has an @ behind it; without one, what looked like it is a port. */
const ADDRESS = /\b(\w+:\/\/[^\s:/@]*):[^\s@]+(@?)/g;

/** A text as it may stand in a log. */
export function redacted(text: string): string {
  const named = text.replace(ADDRESS, (found, before, end) => (end === '' ? found : `${before}:***@`));
  return SECRETS.reduce((safe, [pattern, instead]) => safe.replace(pattern, instead), named);
}
