export type Language = 'en' | 'zh-CN';

export const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];

/** The remembered language, else the first of the browser's that we speak, else English. */
export function languageFor(remembered: string | null, preferred: readonly string[]): Language {
  if (remembered === 'en' || remembered === 'zh-CN') return remembered;
  const spoken = preferred.find((tag) => /^(en|zh)\b/i.test(tag));
  return spoken !== undefined && /^zh\b/i.test(spoken) ? 'zh-CN' : 'en';
}
