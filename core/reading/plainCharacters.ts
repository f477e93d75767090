const WIDE = /[\uff01-\uff5e]/g;
const WIDE_OFFSET = 0xfee0;
const MINUS = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
const SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g;

/**
 * The text in the characters that numbers and dates are made of: full-width digits and signs, other
 * minus signs and other spaces become the plain ones. Nothing else is changed.
 */
export function plainCharacters(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_OFFSET))
    .replace(MINUS, '-')
    .replace(SPACE, ' ')
    .trim();
}

const PLAIN = /^[ -~]*$/;
