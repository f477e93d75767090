/** The languages in which everything that people read is written. */
export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

const DEFAULT: Language = 'en';

/** One entry of an Accept-Language header: a language range and how much it is wanted. */
const ENTRY =
  /^\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;

/**
 * The language that a reader wants most among ours, by an Accept-Language header or a plain tag.
 * Any Chinese is answered in simplified Chinese; what cannot be read or served is English.
 * Source: RFC 9110, 12.5.4.
 */
export function pickLanguage(acceptLanguage: string | undefined): Language {
  let best: { readonly language: Language; readonly quality: string } | undefined;
  for (const entry of (acceptLanguage ?? '').split(',')) {
    const match = ENTRY.exec(entry);
    const language = languageOf(match?.[1] ?? '');
    const quality = comparable(match?.[2] ?? '1');
    if (language === undefined || quality === comparable('0')) continue;
    if (best === undefined || quality > best.quality) best = { language, quality };
  }
  return best?.language ?? DEFAULT;
}

function languageOf(range: string): Language | undefined {
  const tag = range.toLowerCase();
  if (tag === '*') return DEFAULT;
  return LANGUAGES.find((language) => language.split('-')[0] === tag.split('-')[0]);
}

/** "0.8" as "0.800": texts of one length compare as the numbers do. */
function comparable(quality: string): string {
  const [whole = '0', fraction = ''] = quality.split('.');
  return `${whole}.${fraction.padEnd(3, '0')}`;
}
