/**
 * The signs that every bank takes. Source: EPC217-08, "SEPA Requirements for an Extended Character Set", the
 * basic Latin set.
 */
const PLAIN = /^[A-Za-z0-9/\-?:().,'+ ]*$/;

/** Letters that are no plain letter with a mark, and signs for which there is a plain one. */
const PLAIN_FOR: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Þ: 'TH',
  þ: 'th',
  ı: 'i',
  '&': '+',
  '"': "'",
  '“': "'",
  '”': "'",
  '„': "'",
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '–': '-',
  '—': '-',
  _: '-',
  ';': ',',
  '!': '.',
  '…': '...',
  '[': '(',
  ']': ')',
  '#': '.',
  '*': '.',
  '@': '(a)',
  '%': '.',
  '=': '-',
  '\\': '/',
  '|': '/',
};

const MARKS = /\p{M}/gu;

/**
 * A text in the signs that every bank takes: marks come off (Müller, Muller), other letters and signs are
 * written by those that stand for them. Undefined where one has none, as in Chinese: nobody guesses a name.
 */
export function latinText(text: string): string | undefined {
  if (PLAIN.test(text)) return text;
  const plain = [...text.normalize('NFD').replace(MARKS, '')].map((sign) => PLAIN_FOR[sign] ?? sign).join('');
  return PLAIN.test(plain) ? plain : undefined;
}
