import type { Language } from '../../text/language.ts';

/** A page of the documentation in the language of the reader: what is asked for here stands in both. */
export function docPage(address: string, language: Language): string {
  return language === 'zh-CN' ? address.replace('.html', '.zh-CN.html') : address;
}
