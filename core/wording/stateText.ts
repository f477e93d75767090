import type { AgreementState } from '../lifecycle/agreementState.ts';
import { CATALOGUES } from './catalogue.ts';
import type { Language } from './language.ts';

/** Where an agreement or a proposal of it stands, in a word or two. */
export function stateText(state: AgreementState, language: Language): string {
  return CATALOGUES[language].facts.state[state];
}
