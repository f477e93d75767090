import type { Disposition } from '../fact/knownLines.ts';
import { CATALOGUES } from './catalogue.ts';
import type { Language } from './language.ts';

/** Where a row of an import ended. */
export function dispositionText(disposition: Disposition, language: Language): string {
  return CATALOGUES[language].dispositions[disposition];
}
