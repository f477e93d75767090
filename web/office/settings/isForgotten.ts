import type { Person } from './settingsTypes.ts';

/** A login that nobody is given stands in the place of one that was forgotten. */
export function isForgotten({ login }: Pick<Person, 'login'>): boolean {
  return login.startsWith('~');
}
