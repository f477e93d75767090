// @ts-check

/** @typedef {'en' | 'zh-CN'} Language */

const KEY = 'openrebate.language';

/**
 * The remembered language, else the first of the browser's that we speak, else English.
 * @param {string | null} remembered
 * @param {readonly string[]} preferred
 * @returns {Language}
 */
export function languageFor(remembered, preferred) {
  if (remembered === 'en' || remembered === 'zh-CN') return remembered;
  const spoken = preferred.find((tag) => /^(en|zh)\b/i.test(tag));
  return spoken !== undefined && /^zh\b/i.test(spoken) ? 'zh-CN' : 'en';
}

/** A browser may forbid storage; the page works without. */
export function rememberedLanguage() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {Language} language */
export function rememberLanguage(language) {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Then the next visit begins with the browser's language again.
  }
}
