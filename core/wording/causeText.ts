import type { Cause } from '../booking/cause.ts';
import { CATALOGUES } from './catalogue.ts';
import type { Language } from './language.ts';

/** Why a booked amount changed. */
export function causeText(cause: Cause, language: Language): string {
  return CATALOGUES[language].causes[cause];
}
